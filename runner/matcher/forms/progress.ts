import { isOf, wasGiven } from '../../command/index.ts';
import { isElision } from '../../core/elision.ts';
import type { CommandFacts } from '../facts.ts';
import type { BlockMatch, Env } from '../units.ts';
import { type Form, isOpenAt, layoutUse, type Reading, type Source, withoutArrow } from './form.ts';
import { compareRows, type RowLine } from './rows.ts';

interface Told extends Thing {
  readonly text: string;
}

interface Progress extends Reading {
  /** Of several lines about one thing the last one counts. */
  readonly body: readonly RowLine<Told>[];
  /** The author left out some of it. */
  readonly open: boolean;
}

/** What `docker compose up`, `down` and the like show, of version 1 and 2, as a display or as plain lines. */
export const progress: Form<Progress> = {
  name: 'progress',
  of: ({ printers }) => isOf(printers, 'docker compose'),
  read,
  compare,
};

function read(source: Source): Progress | null {
  const { lines, at, elisions, facts } = source;
  const toldAt = (index: number) => thingOf(withoutArrow(lines[index], source));
  if (toldAt(at) === null) return null;
  const things: (Thing | null)[] = [];
  for (let index = at; index < lines.length; index += 1) {
    const text = withoutArrow(lines[index], source);
    const thing = thingOf(text);
    const belongs = isLayer(text) || (elisions && isElision(text)) || (text === '' && toldAt(index + 1) !== null);
    if (thing === null && !belongs) break;
    things.push(thing);
  }
  const own = lines.slice(at, at + things.length);
  const shown = things.filter((thing) => thing !== null && thing.kind !== 'Display');
  const cut = elisions && own.some(isElision);
  if (shown.length === 0 && !cut) return null;
  const isNoise = shown.length > 0 && shown.every((thing) => thing !== null && isAside(thing, facts));
  const last = new Map(things.flatMap((thing, index) => (thing === null ? [] : [[keyOf(thing), index]])));
  const body = own.map((text, index): RowLine<Told> => {
    const thing = things[index] ?? null;
    return { text, row: thing !== null && last.get(keyOf(thing)) === index ? { ...thing, text } : null };
  });
  return { at, lines: own, body, open: cut || isOpenAt(source), ...(isNoise && { noise: 'compose-progress' }) };
}

/** Whether an image had to be pulled or built first differs from reader to reader. */
function isAside({ kind, name, state }: Thing, { printers }: CommandFacts): boolean {
  const runs = isOf(printers, 'docker compose run');
  // The container of `compose run` is named by some versions only.
  if (runs && kind === 'Container' && /-run(?:-[0-9a-f]+)?$/.test(name)) return state !== 'Error';
  // So are those that it needs and that run already.
  if (runs && kind === 'Container' && state === 'Running') return true;
  return kind === 'Image' && /^(?:Pull|Buil)/.test(state) && !isOf(printers, 'docker compose pull');
}

function compare(expected: Progress, actual: Progress, env: Env): BlockMatch {
  const isOld = ({ body }: Progress) => body.some(({ row }) => row?.old === true);
  const scaled = scales(env.facts) && isOld(expected) !== isOld(actual);
  const match = compareRows(
    { expected: expected.body, actual: renamed(actual.body, expected.body), at: expected.at },
    {
      compare: (left, right) =>
        keyOf(left) === keyOf(right) && sameState(left.state, right.state, scaled) ? nothing : null,
      kindOf: keyOf,
      alone: (thing, side) => (mayBeAlone(thing, side === 'actual', expected, env) ? 'compose-progress' : null),
      likeness: (left, right) => (keyOf(left) === keyOf(right) ? 1 : 0),
      patch: ({ text, state }, right) => (state === 'done' ? right.text : text.replace(state, right.state)),
    },
    env,
  );
  return { ...match, uses: layoutUse('compose-progress', expected, actual) };
}

function scales({ printers }: CommandFacts): boolean {
  return isOf(printers, 'docker compose scale') || printers.some((printer) => wasGiven(printer, 'scale'));
}

const nothing = { uses: [], claims: [] };

/** What an author leaves out is no failure, and a display that ended need not be shown. */
function mayBeAlone(thing: Thing, isActual: boolean, { open }: Progress, { facts }: Env): boolean {
  if (thing.kind === 'Display') return isActual || thing.state === 'done';
  return isAside(thing, facts) || (isActual && open && thing.state !== 'Error');
}

/** Version 1 says of what runs already that it starts it, when there are to be more of it. */
function sameState(left: string, right: string, scaled: boolean): boolean {
  const isUp = (state: string) => state === 'Started' || state === 'Running';
  return left === right || (scaled && isUp(left) && isUp(right));
}

/** Version 1 says `Starting redis` for what version 2 calls `Container comp-redis-1`. */
function renamed(body: Progress['body'], others: Progress['body']): Progress['body'] {
  const known = others.flatMap(({ row }) => row ?? []);
  return body.map((line): RowLine<Told> => {
    const { row } = line;
    if (row === null || known.some((other) => keyOf(other) === keyOf(row))) return line;
    const isTwin = (name: string, full: string) => full.endsWith(`-${name}-1`);
    const twin = known.find(
      ({ kind, name }) => kind === row.kind && (isTwin(row.name, name) || isTwin(name, row.name)),
    );
    return twin === undefined ? line : { ...line, row: { ...row, name: twin.name } };
  });
}

function keyOf({ kind, name }: Thing): string {
  return `${kind} ${name}`;
}

/** What compose says of one thing: the state in which it ended up. */
interface Thing {
  /** `Container`, `Network`, …; `Display` for the line above all, whose state is how far it got. */
  readonly kind: string;
  readonly name: string;
  readonly state: string;
  /** Version 1 tells it. */
  readonly old: boolean;
}

/** The thing that a line tells of, the display itself included; null for another line. */
function thingOf(text: string): Thing | null {
  for (const { form, read } of readers) {
    const match = form.exec(text);
    const thing = match === null ? null : read(match);
    // Version 1 joins with `_`, version 2 with `-`.
    if (thing !== null) return { old: true, ...thing, name: thing.name.replaceAll('_', '-') };
  }
  return null;
}

/** Whether a line tells of a layer of an image, which is a thing of its own only to the display. */
function isLayer(text: string): boolean {
  return layer.test(text);
}

interface Reader {
  readonly form: RegExp;
  readonly read: (match: RegExpExecArray) => (Omit<Thing, 'old'> & { readonly old?: boolean }) | null;
}

const readers: readonly Reader[] = [
  {
    form: /^\s*\[\+\] (?:[A-Z][a-z]+ing|up|down|pull|start|stop|restart)\b.*?(?: (\d+)\/(\d+))?\s*$/,
    read: ([, done, all]) => ({
      kind: 'Display',
      name: '',
      state: done === undefined || Number(done) >= Number(all) ? 'done' : 'under way',
      old: false,
    }),
  },
  {
    form: /^\s*(?:[✔✓✘⠿!⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏-]\s+)?(Container|Network|Volume|Image|Service|Secret|Config)?\s*"?([\w./:@-]+?)"?\s+(Creating|Created|Starting|Started|Running|Recreate|Recreated|Stopping|Stopped|Removing|Removed|Restarting|Pulling|Pulled|Built|Building|Waiting|Healthy|Error|Exited|Skipped(?: - .*)?|Killed|Killing|Paused|Unpaused|Restarted|Still in use|Resource is still in use|Warning.*|Interrupted)(?:\s+\S*)?(?:\s+[\d.]+s)?\s*$/,
    read: ([text, kind, name = '', state = '']) =>
      kind === undefined && !/^\s*[✔✓✘⠿]|^ \S+ {2}(?:Built|Pulled) *$/.test(text)
        ? null
        : { kind: kind ?? 'Image', name, state: normal(state.split(' ')[0] ?? ''), old: false },
  },
  {
    form: /^(Pulling|Creating|Starting|Recreating|Stopping|Removing|Restarting|Killing|Pausing|Unpausing) ([\w.-]+)\s*\.{3}\s*(done|error)?\s*$/,
    read: ([, doing = '', name = '', end]) => ({
      kind: doing === 'Pulling' ? 'Image' : 'Container',
      name,
      state: end === 'error' ? 'Error' : normal(done[doing] ?? doing.replace(/ing$/, 'ed')),
    }),
  },
  {
    form: /^(Creating|Removing) (network|volume) "?([\w.-]+)"?(?: with .*)?$/,
    read: ([, doing, kind, name = '']) => ({
      kind: kind === 'network' ? 'Network' : 'Volume',
      name,
      state: doing === 'Creating' ? 'Created' : 'Removed',
    }),
  },
  { form: /^([\w.-]+) is up-to-date$/, read: ([, name = '']) => ({ kind: 'Container', name, state: 'Running' }) },
];

const layer =
  /^\s*(?:[✔✓⠿]\s+)?(?:[0-9a-f]{12}|\d+ layers?|[\w.-]+ \d+ layers?) .*(?:Pull complete|Already exists|Download|Extracting|Waiting|Pulled|Pulling fs layer|\[[⣀-⣿ ]*\])/;

/** Version 1 creates and starts in one. */
const done: Readonly<Record<string, string>> = {
  Creating: 'Started',
  Starting: 'Started',
  Recreating: 'Started',
  Restarting: 'Started',
  Stopping: 'Stopped',
};

/** What was made anew runs. */
function normal(state: string): string {
  return state === 'Recreated' || state === 'Restarted' ? 'Started' : state;
}
