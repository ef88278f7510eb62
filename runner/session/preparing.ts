import { isOf, printersOf } from '../command/index.ts';
import { formOf } from '../printed/index.ts';

/** Forms of lines while an image is fetched or built, and when that is done. */
const working: ReadonlySet<string> = new Set(['pull', 'layer', 'digest', 'step', 'building']);
const done: ReadonlySet<string> = new Set(['pulled', 'finished', 'attached']);
/** `[+] Running 3/5` counts what compose pulls, makes and starts. */
const composeCount = /^\[\+\] \w+ (\d+)\/(\d+)/;
const composeItem = /^\s*[✔⠿] /;
/** More than one screen of bars. */
const lookedAt = 200;

/**
 * What the program itself has shown, behind the fetching and building of its image: a reader waits for that before they
 * think of Ctrl-C. Null while Docker is still at it.
 */
export function ownOutput(text: string, command: string): string | null {
  const lines = text.split('\n').slice(-lookedAt);
  const states = lines.map((line) => stateOf(line, command));
  const last = states.findLastIndex((state) => state !== null);
  if (last === -1) return text.trim();
  if (states[last] === 'working') return null;
  const own = lines.slice(last + 1).filter((line) => !composeItem.test(line));
  return own.join('\n').trim();
}

function stateOf(line: string, command: string): 'working' | 'done' | null {
  const form = formOf(line)?.name ?? '';
  // docker-compose 1 says no more before it attaches.
  if (working.has(form) || (form === 'service-image' && isOf(printersOf(command), 'docker compose'))) return 'working';
  if (done.has(form)) return 'done';
  const [, ready, all] = composeCount.exec(line) ?? [];
  if (ready === undefined) return null;
  // In the foreground, what is up is attached to at once.
  return Number(ready) < Number(all) || isOf(printersOf(command), 'docker compose up') ? 'working' : 'done';
}
