/** `<container ID>` in the place of an ID, alone on its line. */
export const placeholder = /^\s*<[^<>]*(?:\b[Ii][Dd]|아이디|해시)>\s*$/;

/** What stands for characters left out of a line: `...`, `<snip>`, `(생략)`. */
export const inlineMark = String.raw`\.{3,}|…|⋯|[[(<](?:생략|중략|snip(?:ped)?|truncated|omitted)[\])>]`;
const hasMark = new RegExp(inlineMark, 'i');
const mark = new RegExp(String.raw`\s?[[(<]?(?:${inlineMark})[\])>]?\s?`, 'i');
const cutWord = new RegExp(String.raw`([^\s.…@=(/,"']{3,})(?:${inlineMark})`, 'gi');

/** Whether a line of the chapter holds `...` that may stand for characters left out. */
export function hasInlineElision(line: string): boolean {
  return placeholder.test(line) || hasMark.test(line);
}

/** Cuts a line at its elisions. */
export function splitAtElisions(line: string): readonly string[] {
  return line.split(mark);
}

/** The words of which an author wrote only the beginning (`--token SWMTKN-1-...`). */
export function cutWords(line: string): readonly string[] {
  return [...line.matchAll(cutWord)].map((match) => match[1] ?? '');
}
