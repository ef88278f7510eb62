import { Comparison } from '../comparison.ts';
import { isElision } from '../elision.ts';
import type { Block, BlockMatch, Env, Pair } from '../units.ts';

/** `web-1  | text` of compose; `web.1.75y8uyzbvwgk@node | text` of `docker service logs`. */
const line = /^(?:([\w-]+\.\d+)\.\w+@\S+|([\w.-]+?)(?:[-_]1)?)\s*\| ?(.*)$/;

interface ServiceLog extends Block {
  readonly form: 'service-log';
  readonly services: ReadonlyMap<string, readonly string[]>;
}

/** Reads the lines of several services, of which each has an order of its own (`docker compose logs`). */
export function readServiceLog(lines: readonly string[], at: number, elisions: boolean): Block | null {
  if (!line.test(lines[at] ?? '')) return null;
  // The author may have left out its beginning.
  const start = elisions && isElision(lines[at - 1] ?? '') ? ['...'] : [];
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
  const own = lines.slice(at, end);
  const log: ServiceLog = {
    form: 'service-log',
    noise: null,
    lines: own,
    services,
    compare: (actual, first, env) => compareLogs(services, own, actual as ServiceLog, first, env),
  };
  return log;
}

/** Version 1 of compose writes the project's name before the service's, or nothing. */
function shortName(name: string): string {
  return name.replaceAll('_', '-');
}

function compareLogs(
  services: ReadonlyMap<string, readonly string[]>,
  lines: readonly string[],
  actual: ServiceLog,
  at: number,
  env: Env,
): BlockMatch {
  const mark = env.binder.mark();
  const names = new Set([...services.keys(), ...actual.services.keys()]);
  const cut = lines.some((text) => isElision(text));
  const wrong = [...names].filter((name) => {
    const mine = services.get(name);
    if (mine === undefined) return !cut;
    return !new Comparison(mine, actual.services.get(name) ?? [], env).run().holds;
  });
  env.binder.undo(mark);
  const holds = wrong.length === 0;
  const pairs = lines.map(
    (text, index): Pair => ({
      at: at + index,
      expected: text,
      actual: holds ? (actual.lines[index] ?? '') : null,
      resolved: holds ? text : null,
      holds,
    }),
  );
  const come = holds
    ? []
    : actual.lines.map((text): Pair => ({ at: null, expected: null, actual: text, resolved: text, holds: false }));
  const uses =
    lines.join('\n') === actual.lines.join('\n') ? [] : [{ name: 'service-order', at, expected: '', actual: '' }];
  return { holds, uses, claims: [], pairs: [...pairs, ...come] };
}
