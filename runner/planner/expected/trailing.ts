import { effectsOf, understand } from '../../command/index.ts';
import type { Expected } from '../../core/plan.ts';
import { wordsOf } from '../../core/words.ts';
import { isSentence } from '../lines/commandness.ts';
import type { LineEntry, TypedEntry } from '../transcript/entry.ts';

/** `curl localhost:8081   # Web1`: the remark is what is printed, where the command prints something short and free. */
export function trailingOutput({ text, trailing }: TypedEntry, block: number): Expected | null {
  if (trailing === null || trailing.text === '' || !printsContent(text)) return null;
  const arrow = /^(?:=>|->|→|⇒|출력\s*[:：]|output\s*:)\s*/iu.exec(trailing.text)?.[0].length ?? 0;
  const body = trailing.text.slice(arrow);
  if (
    arrow === 0 &&
    (isSentence(body) || wordsOf(body).length > 4 || /[가-힣ぁ-んァ-ン一-龥()]/u.test(body) || /^[a-z]/.test(body))
  )
    return null;
  const line = {
    text: body,
    line: trailing.line,
    range: { start: trailing.range.start + arrow, end: trailing.range.end },
  };
  return { form: 'trailing-comment', lines: [line], text: body, line: line.line, partial: false, block };
}

const labelled =
  /^\s*#\s*(?:(?:(?:실행\s*)?(?:결과|출력)|output|result|prints|実行結果|結果|结果|输出)\s*[:：]|[-=]{1,4}>|[→⇒])\s*(\S.*?)\s*$/iu;

/** `# 결과: /srv/tea` or `# -> /srv/tea` below `echo $TEA`: the remark gives what is printed, where the command prints something short and free. */
export function labelledOutput({ text }: TypedEntry, after: readonly LineEntry[], block: number): Expected | null {
  const [first, second] = after;
  const value = first?.type === 'comment' ? labelled.exec(first.line.text)?.[1] : undefined;
  if (first === undefined || value === undefined || second?.type === 'comment' || !printsContent(text)) return null;
  if (isSentence(value) || !/\w/.test(value) || /[가-힣ぁ-んァ-ン一-龥]/u.test(value)) return null;
  const start = first.line.range.start + first.line.text.lastIndexOf(value);
  const line = { text: value, line: first.line.line, range: { start, end: start + value.length } };
  return { form: 'comment', lines: [line], text: value, line: line.line, partial: false, block };
}

const short = new Set('curl wget cat echo hostname whoami pwd printenv date uname'.split(' '));

/** The command prints what it was told to, or what it was told to fetch. */
export function printsContent(text: string): boolean {
  const last = understand(text).calls.findLast(({ substituted }) => !substituted);
  if (last === undefined || effectsOf(text).writesFiles.length > 0) return false;
  const program = last.docker?.verb === 'container exec' ? (last.docker.argv[0] ?? '') : last.program;
  return short.has(program);
}
