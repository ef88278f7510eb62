import { isElision } from '../../core/elision.ts';
import { type Stretch, stretchesOf } from '../../core/lines.ts';
import { readHeader } from '../tables/header.ts';
import type { Lines } from './readings.ts';

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

/**
 * The lines of a table of compose 1 with one line for each row: in a narrow terminal it breaks long cells, and the rest
 * stands in the same column of the next line.
 *
 * @returns null where no cell is broken
 */
export function withoutContinuedRows(lines: Lines): Lines | null {
  const joined: string[] = [];
  let cells: readonly Stretch[] = [];
  let inTable = false;
  let found = false;
  for (const [index, line] of lines.entries()) {
    const rule = /^-{20,}$/.test(line.trim());
    if (rule) inTable = readHeader(lines[index - 1] ?? '') !== null;
    const more = inTable && !rule && /^\s+\S/.test(line) ? continued(cells, stretchesOf(line)) : null;
    if (more !== null) {
      found = true;
      cells = more;
      joined[joined.length - 1] = more.map((cell) => cell.text).join('   ');
      continue;
    }
    cells = stretchesOf(line);
    joined.push(line);
  }
  return found ? joined : null;
}

/** The row with the rest of its cells, or null where these do not stand below it. */
function continued(row: readonly Stretch[], rest: readonly Stretch[]): readonly Stretch[] | null {
  const cells = [...row];
  for (const { text, start } of rest) {
    // The blank at which a cell was broken begins the next line.
    const index = cells.findIndex((cell) => cell.start === start || cell.start + 1 === start);
    const cell = cells[index];
    if (cell === undefined || index === 0) return null;
    const glue = /-$|->|\/(?:tcp|udp)/.test(cell.text) ? '' : ' ';
    cells[index] = { ...cell, text: `${cell.text}${glue}${text}` };
  }
  return cells;
}

/**
 * The processes of all services as one table. Compose up to 2.29 prints one for each container, under its name; later
 * ones a single table with the service in its first column.
 *
 * @param other the text to compare with: it knows where in a container's name the service begins
 * @returns null where both are of one form
 */
export function asOneProcessTable(lines: Lines, other: Lines): Lines | null {
  if (isOne(lines) || !isOne(other)) return null;
  const services = other.slice(1).map((line) => line.split(/\s+/, 1)[0] ?? '');
  const table = ['SERVICE   #   UID   PID   PPID   C   STIME   TTY   TIME   CMD'];
  let service = '';
  for (const line of lines) {
    const name = /^([\w.-]+)[-_](\d+)$/.exec(line.trim());
    if (name !== null) service = `${serviceOf(name[1] ?? '', services)}   ${name[2]}`;
    else if (/^\S+\s+\d+\s+\d+\s/.test(line)) table.push(`${service}   ${line}`);
  }
  return table.length > 1 ? table : null;
}

function isOne(lines: Lines): boolean {
  return /^SERVICE\s+#\s/.test(lines[0] ?? '');
}

/** `shop-web` is the service `web` of the project `shop`. */
function serviceOf(name: string, services: Lines): string {
  return services.find((service) => name.endsWith(`-${service}`) || name.endsWith(`_${service}`)) ?? name;
}
