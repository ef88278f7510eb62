import type { ResolvedLine } from '../core/match.ts';
import type { Expected } from '../core/plan.ts';
import type { Edit } from './change.ts';
import type { LinePlace } from './line-edits.ts';
import { lineEnd, lineStart, newlineAt } from './line-place.ts';
import { defaultLabel } from './output-style.ts';
import { narrow } from './splice.ts';

/**
 * Output that stands as a remark behind its command. More than one line does not fit there: it goes below the command
 * as remarks, under a label that says what they are; and none at all takes the remark away.
 */
export function trailingEdits({ lines }: Expected, desired: readonly ResolvedLine[], { source }: LinePlace): Edit[] {
  const [line] = lines;
  if (!line) return [];
  const [first, ...more] = desired;
  if (first && more.length === 0) {
    return first.text === line.text ? [] : [narrow({ range: line.range, text: first.text }, source)];
  }
  const start = lineStart(line.range.start, source);
  const before = source.slice(start, line.range.start);
  const [mark = ''] = /\s*(?:#|\/\/|←|<--?)\s*(?:=>|->|→|⇒|출력\s*[:：]|output\s*:)?\s*$/iu.exec(before) ?? [];
  const end = lineEnd(line.range.end, source);
  const lead = /^[\t >]*/u.exec(before)?.[0] ?? '';
  const newline = newlineAt(end, source);
  const texts = desired.length === 0 ? [] : [defaultLabel(source), ...desired.map(({ text }) => text)];
  const below = texts.map((text) => `${newline}${lead}# ${text}`.trimEnd()).join('');
  return [{ range: { start: line.range.start - mark.length, end: line.range.end }, text: below }];
}
