import type { Expected } from '../../core/plan.ts';
import type { SourceLine } from '../../core/source.ts';
import { isSentence } from '../lines/commandness.ts';
import { outputness } from '../lines/outputness.ts';
import type { LineEntry } from '../transcript/entry.ts';

const label =
  /^\W*(?:(?:예상|예시|실행)?\s*(?:출력|결과)(?:\s*(?:결과|예시?|값|화면))?|(?:expected |sample |example )?(?:output|result)s?|実行結果|出力(?:例|結果)?|结果|输出(?:结果)?|輸出)\s*(?:\([^)]*\))?\s*[:：=>-]*\s*$/iu;

/**
 * Output written as remarks below its command: `# REPOSITORY   TAG …`. A remark that only tells what happens, or that
 * belongs to the next command, is none.
 */
export function commentedOutput(after: readonly LineEntry[], more: boolean, block: number): Expected | null {
  const group = directlyBelow(after);
  if (group.length === 0) return null;
  const touchesNext = more && group.at(-1) === after.at(-1);
  const bodies = group.map(({ line }) => uncomment(line));
  const at = bodies.findIndex(({ text }) => label.test(text));
  const lines = dropEnds(at >= 0 ? bodies.slice(at + 1) : bodies);
  const [first] = lines;
  if (first === undefined) return null;
  if (at < 0 && (touchesNext ? !lines.every(({ text }) => outputness(text) === 1) : !looksPrinted(lines))) return null;
  return {
    form: 'comment',
    lines,
    text: lines.map(({ text }) => text).join('\n'),
    line: first.line,
    partial: false,
    block,
  };
}

/** Remarks under the command up to the first empty line; one empty remark may come first. */
function directlyBelow(after: readonly LineEntry[]): LineEntry[] {
  const [first, second] = after;
  // A table, or a remark that announces output, may stand a line below its command; any other belongs to what follows.
  const heads = (text: string) => outputness(text) === 1 || label.test(text);
  if (first?.type === 'blank' && second?.type === 'comment' && heads(uncomment(second.line).text))
    return directlyBelow(after.slice(1));
  const end = after.findIndex(({ type, line }) => type !== 'comment' || !/^\s*(?:#|\/\/)/.test(line.text));
  return end < 0 ? [...after] : after.slice(0, end);
}

/** The line without its mark; the range covers what is left. */
function uncomment(line: SourceLine): SourceLine {
  const mark = /^\s*(?:#|\/\/) ?(?:(?:=>|->|→|⇒) +(?!\[|=>|CACHED|ERROR))?/u.exec(line.text)?.[0].length ?? 0;
  return { ...line, text: line.text.slice(mark), range: { start: line.range.start + mark, end: line.range.end } };
}

function dropEnds(lines: readonly SourceLine[]): SourceLine[] {
  const kept = [...lines];
  while (kept[0]?.text.trim() === '') kept.shift();
  while (kept.at(-1)?.text.trim() === '') kept.pop();
  return kept;
}

function looksPrinted(lines: readonly SourceLine[]): boolean {
  const [first] = lines;
  if (first === undefined) return false;
  const plain = lines.filter(({ text }) => isRemark(text)).length;
  if (plain > lines.length / 3) return false;
  if (lines.some(({ text }) => outputness(text) === 1)) return true;
  const printed = lines.filter(({ text }) => !isRemark(text) && looksCopied(text.trim())).length;
  return printed / lines.length >= 0.7;
}

function isRemark(text: string): boolean {
  return (
    isSentence(text) ||
    /[가-힣ぁ-んァ-ン一-龥]/u.test(text.replace(/[←<-].*$/u, '')) ||
    /^[A-Z][a-z]+ [a-z]+(?: [a-z]+)*$/.test(text.trim())
  );
}

/** Columns, a version, a number, one word in capitals, a path: what nobody writes as a remark. */
function looksCopied(text: string): boolean {
  return /\S {3,}\S|\t|^v?\d+(?:\.\d+)+|^\d+$|^"?[A-Z][\w.-]*"?$|^\/[\w/.-]+$/.test(text);
}
