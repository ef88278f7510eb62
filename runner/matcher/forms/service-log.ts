import { isOf } from '../../command/index.ts';
import { isElision } from '../../core/elision.ts';
import type { Claim } from '../bindings/bindings.ts';
import type { BlockMatch, Env } from '../units.ts';
import { type Form, isOpenAt, layoutUse, type Reading, type Source } from './form.ts';
import { wholeBlock } from './whole-block.ts';

/** `web-1  | text` of compose; `web.1.75y8uyzbvwgk@node | text` of `docker service logs`. */
const line = /^(?:([\w-]+\.\d+)\.\w+@\S+|([\w.-]+?)(?:[-_]1)?)\s*\| ?(.*)$/;

interface ServiceLog extends Reading {
  readonly services: ReadonlyMap<string, readonly string[]>;
}

/** The lines of several services, of which each has an order of its own (`docker compose logs`). */
export const serviceLog: Form<ServiceLog> = {
  name: 'service-log',
  of: ({ printers }) => isOf(printers, 'docker compose', 'docker service logs'),
  read,
  compare,
};

function read(source: Source): ServiceLog | null {
  const { lines, at, elisions } = source;
  if (!line.test(lines[at] ?? '')) return null;
  const start = isOpenAt(source) ? ['...'] : [];
  const services = new Map<string, string[]>();
  let end = at;
  for (; end < lines.length; end += 1) {
    const text = lines[end] ?? '';
    const match = line.exec(text);
    const name = shortName(match?.[1] ?? match?.[2] ?? '');
    if (match !== null) services.set(name, [...(services.get(name) ?? start), match[3] ?? '']);
    else if (elisions && isElision(text)) for (const each of services.values()) each.push('...');
    else break;
  }
  return { at, lines: lines.slice(at, end), services };
}

/** Version 1 of compose writes the project's name before the service's, or nothing. */
function shortName(name: string): string {
  return name.replaceAll('_', '-');
}

/** Early versions wrote the container's whole name: `shop-web-1` for `web-1`. */
function renamed(
  services: ReadonlyMap<string, readonly string[]>,
  names: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const ends = (long: string, short: string) => long.endsWith(`-${short}`);
  return new Map(
    [...services].map(([name, lines]) => [
      names.includes(name) ? name : (names.find((other) => ends(other, name) || ends(name, other)) ?? name),
      lines,
    ]),
  );
}

function compare(expected: ServiceLog, actual: ServiceLog, env: Env): BlockMatch {
  const { at, lines, services } = expected;
  const real = renamed(actual.services, [...services.keys()]);
  const cut = lines.some((text) => isElision(text));
  const holds = [...new Set([...services.keys(), ...real.keys()])].every((name) => {
    const mine = services.get(name);
    return mine === undefined ? cut : env.same(mine, real.get(name) ?? []);
  });
  return {
    holds,
    uses: layoutUse('service-order', expected, actual),
    claims: taskClaims(lines, actual.lines, at),
    pairs: wholeBlock(expected, actual, holds),
  };
}

const task = /^([\w-]+\.\d+)\.(\w+)@/;

/** A replica that was never replaced is one task, which has an ID. */
function taskClaims(expected: readonly string[], actual: readonly string[], at: number): readonly Claim[] {
  const [mine, real] = [tasksOf(expected), tasksOf(actual)];
  return [...mine].flatMap(([replica, [id, ...more]]): Claim[] => {
    const [other, ...others] = real.get(replica) ?? [];
    if (id === undefined || other === undefined || more.length + others.length > 0) return [];
    const line = at + 1 + expected.findIndex((text) => text.startsWith(`${replica}.${id}@`));
    return [{ type: 'id', expected: id, actual: other, line }];
  });
}

function tasksOf(lines: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const tasks = new Map<string, Set<string>>();
  for (const text of lines) {
    const [, replica, id] = task.exec(text) ?? [];
    if (replica !== undefined && id !== undefined) tasks.set(replica, (tasks.get(replica) ?? new Set()).add(id));
  }
  return tasks;
}
