import { isElision } from '../../core/elision.ts';
import type { CommandFacts } from '../command/command-facts.ts';
import type { Block, BlockMatch, Pair } from '../units.ts';

/** What compose says of one thing: the state in which it ended up. */
interface Thing {
  readonly kind: string;
  readonly name: string;
  readonly state: string;
  /** Version 1 tells it. */
  readonly old: boolean;
}

interface Progress extends Block {
  readonly form: 'progress';
  readonly things: readonly (Thing | null)[];
  /** The counter of the last header: done, of all. */
  readonly done: boolean;
}

const header = /^\s*\[\+\] (?:[A-Z][a-z]+ing|up|down|pull|start|stop|restart)\b.*?(?: (\d+)\/(\d+))?\s*$/;
const line =
  /^\s*(?:[✔✓✘⠿!⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏-]\s+)?(Container|Network|Volume|Image|Service|Secret|Config)?\s*"?([\w./:@-]+?)"?\s+(Creating|Created|Starting|Started|Running|Recreate|Recreated|Stopping|Stopped|Removing|Removed|Restarting|Pulling|Pulled|Built|Building|Waiting|Healthy|Error|Exited|Skipped(?: - .*)?|Killed|Killing|Paused|Unpaused|Restarted|Still in use|Resource is still in use|Warning.*|Interrupted)(?:\s+\S*)?(?:\s+[\d.]+s)?\s*$/;
const old =
  /^(Pulling|Creating|Starting|Recreating|Stopping|Removing|Restarting|Killing|Pausing|Unpausing) ([\w.-]+)\s*\.{3}\s*(done|error)?\s*$/;
const oldNetwork = /^(Creating|Removing) (network|volume) "?([\w.-]+)"?(?: with .*)?$/;
const oldCurrent = /^([\w.-]+) is up-to-date$/;
const layer =
  /^\s*(?:[✔✓⠿]\s+)?(?:[0-9a-f]{12}|\d+ layers?|[\w.-]+ \d+ layers?) .*(?:Pull complete|Already exists|Download|Extracting|Waiting|Pulled|Pulling fs layer|\[[⣀-⣿ ]*\])/;

/** What an author wrote behind a line. */
const remark = /\s+(?:←|⬅|⇐|◀|↤).*$/;

/** Reads what `docker compose up`, `down` and the like show, of version 1 and 2, as a display or as plain lines. */
export function readProgress(
  lines: readonly string[],
  at: number,
  elisions: boolean,
  facts: CommandFacts,
): Block | null {
  const bare = (text = '') => (elisions ? text.replace(remark, '') : text).trimEnd();
  if (!begins(bare(lines[at]))) return null;
  // The author may have left out its beginning.
  const open = elisions && isElision(lines[at - 1] ?? '');
  const things: (Thing | null)[] = [];
  let done = true;
  let end = at;
  for (; end < lines.length; end += 1) {
    const text = bare(lines[end]);
    const counter = header.exec(text);
    const thing = thingOf(text);
    if (counter !== null) done = Number(counter[1]) >= Number(counter[2]) || counter[1] === undefined;
    else if (
      thing === null &&
      !layer.test(text) &&
      !(elisions && isElision(text)) &&
      !(text.trim() === '' && begins(lines[end + 1] ?? ''))
    )
      break;
    things.push(thing);
  }
  const own = lines.slice(at, end);
  if (things.every((thing) => thing === null) && !(elisions && own.some(isElision))) return null;
  const told = things.filter((thing) => thing !== null);
  const block: Progress = {
    form: 'progress',
    noise: told.length > 0 && told.every((thing) => isAside(thing, facts)) ? 'compose-progress' : null,
    lines: own,
    things,
    done,
    compare: (actual, first) => compareProgress({ lines: own, things, done, open }, actual as Progress, first, facts),
  };
  return block;
}

function begins(text: string): boolean {
  return header.test(text) || thingOf(text) !== null;
}

function thingOf(text: string): Thing | null {
  const match = line.exec(text);
  if (match !== null && (match[1] !== undefined || /^\s*[✔✓✘⠿]|^ \S+ {2}(?:Built|Pulled) *$/.test(text))) {
    return {
      kind: match[1] ?? 'Image',
      name: normalName(match[2] ?? ''),
      state: normalState(match[3] ?? ''),
      old: false,
    };
  }
  const before = old.exec(text);
  if (before !== null)
    return {
      kind: before[1] === 'Pulling' ? 'Image' : 'Container',
      name: normalName(before[2] ?? ''),
      state: before[3] === 'error' ? 'Error' : normalState(ended(before[1] ?? '')),
      old: true,
    };
  const other = oldNetwork.exec(text);
  if (other !== null)
    return {
      kind: other[2] === 'network' ? 'Network' : 'Volume',
      name: normalName(other[3] ?? ''),
      state: other[1] === 'Creating' ? 'Created' : 'Removed',
      old: true,
    };
  const current = oldCurrent.exec(text);
  return current === null
    ? null
    : { kind: 'Container', name: normalName(current[1] ?? ''), state: 'Running', old: true };
}

/** Version 1 joins with `_`, version 2 with `-`. */
function normalName(name: string): string {
  return name.replaceAll('_', '-');
}

/** Version 1 creates and starts in one. */
function ended(word: string): string {
  const states: Readonly<Record<string, string>> = {
    Creating: 'Started',
    Starting: 'Started',
    Recreating: 'Started',
    Restarting: 'Started',
  };
  return states[word] ?? word.replace(/ing$/, 'ed').replace('Stoped', 'Stopped').replace('Removed', 'Removed');
}

/** The state that a display which was copied too early was about to show. */
function normalState(state: string): string {
  const word = state.split(' ')[0] ?? '';
  return { Recreated: 'Started', Restarted: 'Started' }[word] ?? word;
}

type Side = Pick<Progress, 'lines' | 'things' | 'done'>;

/** Whether an image had to be pulled or built first differs from reader to reader. */
function isAside({ kind, name, state }: Thing, { text }: CommandFacts): boolean {
  // The container of `compose run` is named by some versions only.
  if (/\brun\b/.test(text) && kind === 'Container' && /-run(?:-[0-9a-f]+)?$/.test(name)) return state !== 'Error';
  // So are those that it needs and that run already.
  if (/\bcompose\b.*\brun\b/.test(text) && kind === 'Container' && state === 'Running') return true;
  return kind === 'Image' && /^(?:Pull|Buil)/.test(state) && !/\bpull\b/.test(text);
}

function compareProgress(
  expected: Side & { readonly open: boolean },
  actual: Side,
  at: number,
  facts: CommandFacts,
): BlockMatch {
  const left = finalStates(expected.things);
  const right = renamed(finalStates(actual.things), left);
  const open = expected.open || expected.lines.some((text) => isElision(text));
  const isOld = ({ things }: Side) => things.some((thing) => thing?.old === true);
  const scaled = /\bscale\b/.test(facts.text) && isOld(expected) !== isOld(actual);
  const pairs: Pair[] = expected.lines.map((text, index) => {
    const thing = expected.things[index] ?? null;
    const state = thing === null ? undefined : left.get(keyOf(thing));
    const real = thing === null ? undefined : right.get(keyOf(thing));
    const holds =
      thing === null
        ? expected.done === actual.done || !header.test(text)
        : sameState(state, real, scaled) || (real === undefined && isAside(thing, facts));
    const resolved = holds ? text : real === undefined ? null : text.replace(thing?.state ?? '', real);
    return { at: at + index, expected: text, actual: lineOf(actual, thing), resolved, holds };
  });
  // What an author leaves out is no failure.
  const asides = new Set(
    actual.things.flatMap((thing) => (thing !== null && isAside(thing, facts) ? keyOf(thing) : [])),
  );
  const more = [...right.keys()].filter(
    (key) => !left.has(key) && !asides.has(key) && (!open || right.get(key) === 'Error'),
  );
  const extra = actual.lines.filter((_, index) => {
    const thing = actual.things[index];
    return thing != null && more.includes(keyOf(thing));
  });
  const added = extra.map((text): Pair => ({ at: null, expected: null, actual: text, resolved: text, holds: false }));
  const uses =
    expected.lines.join('\n') === actual.lines.join('\n')
      ? []
      : [{ name: 'compose-progress', at, expected: '', actual: '' }];
  const all = [...pairs, ...added];
  return { holds: all.every((pair) => pair.holds), uses, claims: [], pairs: all };
}

/** Version 1 says of what runs already that it starts it, when there are to be more of it. */
function sameState(left: string | undefined, right: string | undefined, scaled: boolean): boolean {
  const isUp = (state: string | undefined) => state === 'Started' || state === 'Running';
  return left === right || (scaled && isUp(left) && isUp(right));
}

/** Version 1 says `Starting redis` for what version 2 calls `Container comp-redis-1`. */
function renamed(states: Map<string, string>, others: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...states].map(([key, state]) => {
      if (others.has(key)) return [key, state];
      const [kind = '', name = ''] = key.split(' ');
      const twin = [...others.keys()].find((other) => {
        const [kindOf = '', full = ''] = other.split(' ');
        return kindOf === kind && (full.endsWith(`-${name}-1`) || name.endsWith(`-${full}-1`));
      });
      return [twin ?? key, state];
    }),
  );
}

function lineOf(side: Side, thing: Thing | null): string | null {
  if (thing === null) return '';
  const index = side.things.findLastIndex((other) => other !== null && keyOf(other) === keyOf(thing));
  return side.lines[index] ?? null;
}

function finalStates(things: readonly (Thing | null)[]): Map<string, string> {
  const states = new Map<string, string>();
  for (const thing of things) if (thing !== null) states.set(keyOf(thing), thing.state);
  return states;
}

function keyOf({ kind, name }: Thing): string {
  return `${kind} ${name}`;
}
