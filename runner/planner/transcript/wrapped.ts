import { understand } from '../../command/index.ts';
import { outputness } from '../lines/outputness.ts';

/** Whether a command was broken by the edge of the author's terminal: a long line, and what follows completes it. */
export function wrapsInto(
  line: string,
  command: string,
  next: string | undefined,
  below: readonly string[] = [],
): boolean {
  if (next === undefined || line.length < 78 || next.trim() === '' || outputness(next) === 1) return false;
  const docker = understand(command).calls.find((call) => call.docker !== null)?.docker;
  if (docker === null || docker === undefined) return false;
  return (
    docker.tooFewOperands ||
    /^(?:-{1,2}\w|[.:]\w)/.test(next) ||
    (/\w[_=-]$/.test(line) && /^[a-z]/i.test(next)) ||
    namesWhole(line, next, below) ||
    (/\S{40,}$/.test(line) && /^[\w-]+(?:\s+[\d.]+:\d+)?$/.test(next) && !/^[0-9a-f]{12,64}$/.test(next))
  );
}

/** The edge went through a name, and Docker prints that name as a whole. */
function namesWhole(line: string, next: string, below: readonly string[]): boolean {
  const name = `${/[\w.-]+$/.exec(line)?.[0] ?? ''}${next.trim()}`;
  return /^[\w.-]+$/.test(next.trim()) && below.slice(0, 3).some((printed) => printed.split(/[^\w.-]+/).includes(name));
}

/** How many lines a command takes that the edge of the terminal broke. */
export function wrappedCount(line: string, rest: readonly string[]): number {
  let [count, text, last] = [1, rest[0] ?? '', line];
  while (wrapsInto(last, text, rest[count], rest.slice(count + 1))) {
    last = rest[count] ?? '';
    text = unwrapLines(text, last);
    count++;
  }
  return count;
}

/** The broken line and its rest in one: the edge cut wherever it was, so nothing stands between. */
export function unwrapLines(text: string, next: string): string {
  return next.startsWith('-') && !text.endsWith('-') ? `${text} ${next}` : `${text}${next}`;
}
