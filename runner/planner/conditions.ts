import type { Values } from '../command/index.ts';
import type { Chapter } from '../core/chapter.ts';
import type { Range } from '../core/source.ts';
import { attributeIn } from './attributes.ts';
import type { Draft } from './draft.ts';

/** A part of a page that a Docker Labspace shows to some of its readers only. */
export interface Condition {
  readonly range: Range;
  readonly line: number;
  /** Systems of readers who see it; null where all do. */
  readonly systems: readonly string[] | null;
  /** The variable that it hangs on, or null. */
  readonly variable: string | null;
  /** What that must be: this value, any, or none. */
  readonly wants: { readonly value: string } | 'any' | 'none';
}

/**
 * `:::conditionalDisplay{os="windows"}`, `{variable="team" hasValue}`, `{variable="tier" requiredValue="free"}` up to the
 * `:::` that closes it (docs: dockersamples/labspace-infra).
 */
export function conditionsIn({ source, blocks }: Pick<Chapter, 'source' | 'blocks'>): readonly Condition[] {
  if (!source.includes(':::conditionalDisplay')) return [];
  const found: Condition[] = [];
  const open: (Omit<Condition, 'range'> & { readonly start: number; readonly own: boolean })[] = [];
  let [start, line] = [0, 0];
  for (const text of source.split('\n')) {
    line++;
    const at = start;
    start += text.length + 1;
    if (blocks.some(({ range }) => at >= range.start && at < range.end)) continue;
    const opener = /^[ \t>]*:{3,}(\w+)(?:\[[^\]]*\])?(?:\{([^}]*)\})?/.exec(text);
    if (opener !== null)
      open.push({ ...readCondition(opener[2] ?? ''), line, start: at, own: opener[1] === 'conditionalDisplay' });
    else if (/^[ \t>]*:{3,}\s*$/.test(text)) {
      const closed = open.pop();
      if (closed?.own === true) found.push({ ...closed, range: { start: closed.start, end: start } });
    }
  }
  return found;
}

function readCondition(attributes: string): Pick<Condition, 'systems' | 'variable' | 'wants'> {
  const wants = /\bhasNoValue\b/.test(attributes)
    ? 'none'
    : /\bhasValue\b/.test(attributes)
      ? 'any'
      : { value: attributeIn(attributes, 'requiredValue') ?? '' };
  const systems = attributeIn(attributes, 'os')?.split(',') ?? null;
  return {
    systems: systems?.map((one) => one.trim().toLowerCase()) ?? null,
    variable: attributeIn(attributes, 'variable'),
    wants,
  };
}

/** Blocks that a reader with these values does not see: nothing of them is typed, written or compared. */
export function unseenAmong(drafts: readonly Draft[], chapter: Chapter, values: Values): ReadonlySet<Draft> {
  const hidden = conditionsIn(chapter).filter((condition) => !isSeen(condition, values));
  return new Set(
    drafts.filter(({ view }) => {
      const { start } = view.block.range;
      return hidden.some(({ range }) => start >= range.start && start < range.end);
    }),
  );
}

/** The reader is on Linux. */
function isSeen({ systems, variable, wants }: Condition, values: Values): boolean {
  if (systems !== null && !systems.some((one) => one === 'linux' || one === 'unix')) return false;
  if (variable === null) return true;
  const value = values.get(variable) ?? '';
  return wants === 'any' ? value !== '' : wants === 'none' ? value === '' : value === wants.value;
}
