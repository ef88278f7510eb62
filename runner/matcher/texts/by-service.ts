import { isElision } from '../../core/elision.ts';
import type { Lines } from './text-canon.ts';

/** `web-1  | text` of compose; `web.1.75y8uyzbvwgk@node | text` of `docker service logs`. */
const row = /^(?:([\w-]+\.\d+)\.(\w+)@\S+|([\w.-]+?)(?:[-_]1)?)\s*\| ?(.*)$/;

/** What one service printed, and the tasks that printed it. */
interface Service {
  readonly lines: string[];
  readonly tasks: Set<string>;
}

/** The lines of several services, of which each has an order of its own, one service after the other. */
export function byService(lines: Lines, other: Lines): Lines | null {
  if (!lines.some((text) => row.test(text))) return null;
  const known = servicesIn(other, lines);
  const isLog = (text = '') => row.test(text) || isElision(text);
  const read: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const end = lines.findIndex((text, index) => index > at && isLog(text) !== isLog(lines[at]));
    const run = lines.slice(at, end < 0 ? lines.length : end);
    read.push(...(run.some((text) => row.test(text)) ? grouped(run, other, known) : run));
    at += run.length;
  }
  return read;
}

/** Services that the other text has, too, come first: an author may leave out the others. */
function grouped(run: Lines, other: Lines, known: ReadonlyMap<string, Service>): Lines {
  const rank = (name: string) => `${known.has(name) ? 0 : 1}${name}`;
  const services = [...servicesIn(run, other)].sort(([left], [right]) => (rank(left) < rank(right) ? -1 : 1));
  const read = services.flatMap(([name, { lines, tasks }]) => {
    // A replica that was never replaced is one task, which has an ID.
    const [task] = tasks.size === 1 && known.get(name)?.tasks.size === 1 ? tasks : [];
    return [task === undefined ? name : `${name}.${task}@`, ...lines];
  });
  return run.some(isElision) ? [...read, '...'] : read;
}

/** By the names that the other text has for them. */
function servicesIn(lines: Lines, other: Lines): ReadonlyMap<string, Service> {
  const names = other.flatMap((text) => nameOf(row.exec(text)) ?? []);
  const services = new Map<string, Service>();
  let open = false;
  for (const text of lines) {
    const match = row.exec(text);
    const name = nameOf(match);
    if (name === null && isElision(text)) {
      open ||= services.size === 0;
      for (const service of services.values()) service.lines.push('...');
    }
    if (match === null || name === null) continue;
    // Early versions wrote the container's whole name: `shop-web-1` for `web-1`.
    const short = names.includes(name) ? name : (names.find((each) => name.endsWith(`-${each}`)) ?? name);
    const service = services.get(short) ?? { lines: open ? ['...'] : [], tasks: new Set() };
    services.set(short, service);
    service.lines.push(match[4] ?? '');
    if (match[2] !== undefined) service.tasks.add(match[2]);
  }
  return services;
}

/** Version 1 of compose writes the project's name before the service's, or nothing. */
function nameOf(match: RegExpExecArray | null): string | null {
  return match === null ? null : (match[1] ?? match[3] ?? '').replaceAll('_', '-');
}
