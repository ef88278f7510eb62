import type { Entry, LineEntry, TypedEntry } from './entry.ts';

/** A command and the lines that stand around it in its block, up to its neighbours. */
export interface Turn {
  readonly command: TypedEntry;
  /** Between the command before and this one. */
  readonly above: readonly LineEntry[];
  /** Between this one and the next. */
  readonly below: readonly LineEntry[];
  readonly previous: TypedEntry | null;
  readonly isLast: boolean;
}

/** The commands of a block in order, each with what stands around it. */
export function turnsOf(entries: readonly Entry[]): readonly Turn[] {
  return [...byCommand(entries).values()];
}

/** What stands around one command of a block. */
export function turnOf(entries: readonly Entry[], command: TypedEntry): Turn {
  return byCommand(entries).get(command) ?? { command, above: [], below: [], previous: null, isLast: true };
}

/** The lines directly above a command that are all remarks, in order. */
export function remarksAbove({ above }: Turn): string {
  const end = above.findLastIndex(({ type }) => type !== 'comment');
  return above
    .slice(end + 1)
    .map(({ line }) => line.text)
    .join('\n');
}

/** Every remark between the command before and this one. */
export function remarksBefore({ above }: Turn): readonly string[] {
  return above.flatMap(({ type, line }) => (type === 'comment' ? [line.text] : []));
}

const kept = new WeakMap<readonly Entry[], ReadonlyMap<TypedEntry, Turn>>();

function byCommand(entries: readonly Entry[]): ReadonlyMap<TypedEntry, Turn> {
  const known = kept.get(entries);
  if (known !== undefined) return known;
  const commands: TypedEntry[] = [];
  const gaps: LineEntry[][] = [[]];
  for (const entry of entries) {
    if (entry.type !== 'command') gaps.at(-1)?.push(entry);
    else {
      commands.push(entry);
      gaps.push([]);
    }
  }
  const turns = commands.map((command, at): Turn => {
    const [above, below] = [gaps[at] ?? [], gaps[at + 1] ?? []];
    return { command, above, below, previous: commands[at - 1] ?? null, isLast: at === commands.length - 1 };
  });
  const found = new Map(turns.map((turn) => [turn.command, turn]));
  kept.set(entries, found);
  return found;
}
