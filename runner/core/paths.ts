/** What stands behind the last slash of a path. */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a path hangs on no folder: it begins at the root, or at somebody's home. */
export function isRooted(path: string): boolean {
  return path.startsWith('/') || path.startsWith('~');
}
