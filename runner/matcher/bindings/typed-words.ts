import type { Use } from '../line/line.ts';
import { asAsked } from '../template-fields.ts';
import type { BindingType, Context } from '../tolerances/tolerance.ts';

/** A word of the chapter's command and what is typed in its place. */
export interface TypedWord {
  readonly type: BindingType;
  readonly expected: string;
  readonly actual: string;
}

/** A line of the chapter as it reads when its command is typed with real values. */
interface TypedLine {
  readonly text: string;
  readonly uses: readonly Use[];
}

const words = /\w(?:[\w.-]*\w)?/g;

/**
 * Reads a line with the real values of the words that its command names: `docker stop 5e4f` answers with what was typed.
 *
 * @returns null where the line holds none of them
 */
export function asTyped(line: string, typed: ReadonlyMap<string, TypedWord>): TypedLine | null {
  if (typed.size === 0) return null;
  const uses: Use[] = [];
  const text = line.replace(words, (word) => {
    const found = typed.get(word);
    if (found === undefined) return word;
    uses.push({ name: tolerances[found.type], expected: word, actual: found.actual });
    return found.actual;
  });
  return uses.length === 0 ? null : { text, uses };
}

/** The same without what was needed for it. */
export function textAsTyped(line: string, { typed }: Context): string {
  return (typed === undefined ? null : asTyped(line, typed))?.text ?? line;
}

/** A line as it is compared: with what the reader types, and with what the command asks for. */
export function inContext(line: string, side: 'expected' | 'actual', context: Context): string {
  return asAsked(side === 'expected' ? textAsTyped(line, context) : line, context.asked);
}

const tolerances: Readonly<Record<BindingType, string>> = {
  id: 'id',
  digest: 'digest',
  uuid: 'uuid',
  ip: 'ip-address',
  mac: 'mac-address',
  port: 'port',
  pid: 'pid',
  name: 'generated-name',
  owner: 'file-owner',
};
