const amount = /^(\d+(?:\.\d+)?) ?([KMGT])(?:i?B)?$/i;

/**
 * Whether an amount of bytes is what the command asks for (`--shm-size 1g`, `size=16m`) and the real one another: it is
 * no measurement then.
 *
 * @param stated words of the command
 */
export function isAnotherThanStated(expected: string, actual: string, stated: ReadonlySet<string>): boolean {
  const wanted = bytesOf(expected);
  if (wanted === null || wanted === bytesOf(actual)) return false;
  return [...stated].some((word) => bytesOf(word) === wanted);
}

/** With factors of 1,024, as the programs count that take such words: dockerd, mount, dd. */
function bytesOf(text: string): number | null {
  const [, number, unit = ''] = amount.exec(text.trim()) ?? [];
  return number === undefined ? null : Number(number) * 1024 ** ('kmgt'.indexOf(unit.toLowerCase()) + 1);
}
