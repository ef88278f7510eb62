import { isOf, type Printer, printersOf, thoseOf, understand, wasGiven } from '../command/index.ts';
import type { Fates, Subject } from '../world/index.ts';
import type { Evidence } from './evidence.ts';

/** Verbs that take away or stop whatever a list names. */
const clearing = ['container rm', 'container stop', 'container kill', 'image rm', 'volume rm', 'network rm'].map(
  (verb) => `docker ${verb}`,
);

const kinds: Readonly<Record<string, Subject['kind']>> = {
  'container ls': 'container',
  'image ls': 'image',
  'volume ls': 'volume',
  'network ls': 'network',
  'plugin ls': 'plugin',
  'service ls': 'service',
  'secret ls': 'secret',
  'config ls': 'config',
};

/** What else shows in a list: the containers of a project, the services of a stack. */
const within: Readonly<Record<string, readonly Subject['kind'][]>> = {
  'container ls': ['project', 'service', 'stack'],
  'service ls': ['stack'],
};

/**
 * Kinds of what a list shows, of one that shows everything and holds nothing.
 *
 * @param output what the command printed
 * @returns null for any other output
 */
export function listedNone(command: string, output: string): readonly Subject['kind'][] | null {
  const printers = printersOf(command);
  const list = printers[0]?.output;
  if (
    printers.length !== 1 ||
    list?.form !== 'table' ||
    (list.filtered && !showsNewest(printers) && !showsNamed(printers))
  )
    return null;
  const kind = kinds[list.table];
  const headless = list.quiet || (list.format !== null && !list.format.startsWith('table'));
  const rows = output.split('\n').filter((line) => line.trim() !== '').length - (headless ? 0 : 1);
  return kind === undefined || rows !== 0 ? null : [kind, ...(within[list.table] ?? [])];
}

/** `docker images shop`: those of one name. */
function showsNamed(printers: readonly Printer[]): boolean {
  return thoseOf(printers, 'docker image ls').some(
    (printer) => printer.operands.length > 0 && printer.through.length === 0 && !wasGiven(printer, 'filter'),
  );
}

/** `docker ps -l`: of all containers, whatever they do. */
export function showsNewest(printers: readonly Printer[]): boolean {
  return thoseOf(printers, 'docker container ls').some(
    (printer) =>
      printer.through.length === 0 &&
      !wasGiven(printer, 'filter') &&
      (wasGiven(printer, 'latest') || wasGiven(printer, 'last')),
  );
}

/** As docker 20.10 to 28.5 say that the list was empty. */
const emptyList = /^(?:docker: )?["'].*["'] requires (?:at least )?1 argument\.?$/m;

/**
 * What a command looked for in a list that turned out to be empty: `docker logs $(docker ps -lq)` where there is no
 * container. Null where it looked in none, or found something.
 *
 * @param output what the command printed
 */
export function emptyListOf(command: string, output: string): Subject['kind'] | null {
  if (!emptyList.test(output)) return null;
  const { calls } = understand(command);
  const [last, handing] = [calls.at(-1), calls.find(({ docker }) => kinds[docker?.verb ?? ''] !== undefined)];
  // `docker ps -aq | xargs docker rm`
  if (last?.wrappers.includes('xargs') === true && last.docker?.operands.length === 0 && handing !== last)
    return kinds[handing?.docker?.verb ?? ''] ?? null;
  const printers = printersOf(command);
  // What stands behind `&&` is not reached.
  const [only, ...more] = printers.find(({ shown, operands }) => shown && operands.length > 0)?.operands ?? [];
  const isListed = only !== undefined && /^(?:\$\(|`)/.test(only) && more.length === 0;
  // Without `-q` it is a column of the list that is handed on.
  const list = printers.find(({ shown, output }) => !shown && output?.form === 'table')?.output;
  return isListed && list?.form === 'table' ? (kinds[list.table] ?? null) : null;
}

/**
 * Whether `docker rm $(docker ps -aq)` found no container, and should not: the chapter clears away what its reader may
 * have, and this one has none.
 */
export function foundNothing(command: string, output: string, fates: Fates): boolean {
  const listed = emptyListOf(command, output);
  return listed !== null && fates.lastUnmade(listed) === null && isOf(printersOf(command), ...clearing);
}

/** Programs that look for something, and end with status 1 and without a word where they find nothing. */
export const seekers: ReadonlySet<string> = new Set(['grep', 'egrep', 'fgrep', 'lsof', 'pgrep', 'pidof']);

/** What a step looked for and did not find. */
export interface Sought {
  /** Things of the chapter that bear the name, of the kind that was listed. */
  readonly things: readonly Subject[];
  /** The chapter means it to be there; else that it is not there is what the chapter means, or nobody's concern. */
  readonly meantThere: boolean;
}

/** What a step looked for and did not find (`docker ps | grep web`, `lsof -i:81`); null where it ended otherwise. */
export function soughtBy({ step, facts, world, output }: Evidence): Sought | null {
  if (output.exitCode !== 1 || output.text.trim() !== '') return null;
  const { calls } = understand(step.text);
  const own = calls.findLast(({ substituted }) => !substituted);
  // `NAME=$(docker ps | grep web)` ends as the search does.
  const assigns = own === undefined || own.program === '';
  const last = assigns ? calls.findLast(({ program }) => program !== '') : own;
  if (last === undefined || !seekers.has(last.program)) return null;
  const word = last.args.find((arg) => !arg.startsWith('-')) ?? '';
  const list = printersOf(step.text).find(({ output: known }) => known?.form === 'table')?.output;
  const kind = list?.form === 'table' ? kinds[list.table] : undefined;
  const named = kind === undefined || word === '' ? [] : world.named(kind, word);
  const things = kind === 'container' && named.length === 0 ? servicesOf(world, word) : named;
  if (assigns && things.length === 0) return null;
  return { things, meantThere: things.some((one) => world.before(facts, one).madeBy !== null) };
}

/** Services whose containers bear such a name: `shop.1.x2y3…` in a swarm, `shop_web.1` of a stack. */
function servicesOf(world: Evidence['world'], word: string): readonly Subject[] {
  const [service = ''] = word.split('.');
  const [stack = ''] = service.split('_');
  return [...world.named('service', service), ...world.named('stack', stack)].filter(({ name }) =>
    word.startsWith(name),
  );
}
