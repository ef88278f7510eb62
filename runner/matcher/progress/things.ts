/** What compose says of one thing: the state in which it ended up. */
export interface Thing {
  /** `Container`, `Network`, …; `Display` for the line above all, whose state is how far it got. */
  readonly kind: string;
  readonly name: string;
  readonly state: string;
  /** Version 1 tells it. */
  readonly old: boolean;
}

/** The thing that a line tells of, the display itself included; null for another line. */
export function thingOf(text: string): Thing | null {
  for (const { form, read } of readers) {
    const match = form.exec(text);
    const thing = match === null ? null : read(match);
    // Version 1 joins with `_`, version 2 with `-`.
    if (thing !== null) return { old: true, ...thing, name: thing.name.replaceAll('_', '-') };
  }
  return null;
}

/** Whether a line tells of a layer of an image, which is a thing of its own only to the display. */
export function isLayer(text: string): boolean {
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
