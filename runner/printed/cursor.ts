/** What stands at a prompt, without the cursor that authors draw where nothing is typed yet. */
export function withoutCursor(text: string): string {
  return text.replace(/(?<=^|\s)[_█▌▮■]$/u, '').trimEnd();
}
