import { beginsWithDocker, effectsOf, isOf, printersOf } from '../../command/index.ts';
import { isElision } from '../../core/elision.ts';
import { indentOf } from '../../core/lines.ts';
import { commandness, isSentence, isWords } from '../lines/commandness.ts';
import { isVariable, printsEnvironment } from '../lines/environment.ts';
import { hasColumns, outputness } from '../lines/outputness.ts';
import { isShellSetting, isShellSettings } from '../lines/shell-settings.ts';
import { roleOfKeys } from './keys.ts';
import { type Marked, remark, type Setting } from './marked.ts';
import { looksTyped } from './repl.ts';

/** A line without a prompt, and what is known where it stands. */
interface Line {
  readonly text: string;
  readonly setting: Setting;
  /** The client that is open, or null. */
  readonly client: string | null;
  /** A container's shell is open. */
  readonly inside: boolean;
  /** The last line above that is typed; empty where there is none. */
  readonly typed: string;
  /** The last line above that is typed or printed. */
  readonly before: Marked | undefined;
  /** The line directly above. */
  readonly above: Marked | undefined;
}

type Role = Marked['role'];
type Question = readonly [is: Role, where: (line: Line) => boolean];

const editor = /^\s*(?:sudo\s+)?(?:vi|vim|nano|notepad|emacs|code)\s/;
const instruction =
  /^(?:FROM|ENV|RUN|CMD|EXPOSE|WORKDIR|ENTRYPOINT|COPY|ADD|ARG|VOLUME|USER|HEALTHCHECK|ONBUILD|LABEL|MAINTAINER|STOPSIGNAL|SHELL)\s+\S/;
/** What prints the text of files and programs, which may be of any form. */
const texts = 'cat|curl|echo|printf|head|tail|docker container run|docker container exec|docker container logs'.split(
  '|',
);

/** Whatever stands above it. */
const byItself: readonly Question[] = [
  ['blank', ({ text }) => text.trim() === ''],
  ['comment', ({ text, setting }) => setting.sql && /^\s*--\s/.test(text)],
  ['output', ({ text, typed }) => instruction.test(text) && editor.test(typed)],
  ['comment', ({ text }) => instruction.test(text)],
  // An address to open: docker prints none.
  ['comment', ({ text, typed }) => /^\s*https?:\/\/\S+\s*$/.test(text) && beginsWithDocker(typed)],
  ['comment', ({ text, typed }) => typed !== '' && isNativeItem(text) && !isOf(printersOf(typed), ...texts)],
  ['comment', ({ text }) => remark.test(text) || roleOfKeys(text) === 'comment'],
  ['typed', ({ setting }) => setting.clicked],
  ['output', ({ text, typed }) => isShellSetting(text) && isShellSettings(effectsOf(typed).edits ?? '')],
  ['typed', ({ text, client }) => client !== null && looksTyped(text, client)],
  ['typed', ({ text, setting }) => setting.own.has(/^\s*(\S+)/.exec(text)?.[1] ?? '')],
  ['comment', ({ text, typed }) => isStroke(text) && printsOtherwise(typed)],
  ['output', ({ text }) => outputness(text) === 1 && commandness(text) < 0.98],
  ['comment', ({ text, typed }) => isToldAfter(text, typed)],
];

/** In a list of headings and what they lead to, each set in below its own. */
const inOutline: readonly Question[] = [
  ['comment', (line) => isNative(line.text) && indentOf(line.text) < indentOf(line.typed)],
  [
    'comment',
    ({ text, above }) =>
      isNative(text) &&
      above?.role === 'comment' &&
      isNative(above.line.text) &&
      indentOf(above.line.text) < indentOf(text),
  ],
];

/** The first line that says anything. */
const atFirst: readonly Question[] = [
  ['typed', ({ text }) => commandness(text) >= 0.45],
  [
    'typed',
    ({ text, setting, inside }) =>
      setting.shell &&
      commandness(text) >= 0.2 &&
      (inside || setting.told || /\S\s+\S/.test(text)) &&
      !isSentence(text) &&
      !isField(text),
  ],
  ['output', () => true],
];

const belowOutput: readonly Question[] = [
  ['output', ({ text, before }) => isVariable(text) && isVariable(before?.line.text ?? '')],
  // A row whose first word happens to be a program: `nginx   Official build …`.
  ['output', ({ text, before }) => hasColumns(text) && hasColumns(before?.line.text ?? '')],
  ['typed', (line) => commandness(line.text) >= (standsApart(line) ? 0.8 : 0.92)],
  ['output', () => true],
];

const belowTyped: readonly Question[] = [
  ['output', ({ text, before }) => isVariable(text) && printsEnvironment(before?.line.text ?? '')],
  ['output', ({ text }) => isElision(text)],
  // Below an editor stands what is typed into it.
  ['output', ({ text, before }) => editor.test(before?.line.text ?? '') && commandness(text) < 0.9],
  ['typed', (line) => mayBeTyped(line) && /^\w\S* \S/.test(line.text) && isIntroduced(line)],
  ['typed', (line) => mayBeTyped(line) && effectsOf(line.before?.line.text ?? '').silent],
  // Nothing is printed between the command that opens a shell and the first line typed into it.
  ['typed', (line) => mayBeTyped(line) && line.inside],
  ['typed', ({ text, setting }) => commandness(text) >= (setting.shell ? 0.45 : 0.55)],
  ['output', () => true],
];

/**
 * The role of a line without a prompt: the first question that holds for it tells.
 *
 * @param marked the lines above it
 */
export function roleOf(
  text: string,
  marked: readonly Marked[],
  setting: Setting,
  client: string | null,
  inside: boolean,
): Role {
  const typed = marked.findLast(({ role }) => role === 'typed')?.line.text ?? '';
  const before = marked.findLast(({ role }) => role !== 'blank' && role !== 'comment');
  const line: Line = { text, setting, client, inside, typed, before, above: marked.at(-1) };
  const below = before === undefined ? atFirst : before.role === 'output' ? belowOutput : belowTyped;
  const asked = [byItself, ...(typed === '' ? [] : [inOutline])].flat();
  return (asked.find(holdsFor(line)) ?? below.find(holdsFor(line)))?.[0] ?? 'output';
}

/** Words of a language that no command is written in. */
function isNative(text: string): boolean {
  return (
    /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) && commandness(text) < 0.45
  );
}

/** An author's own words, or an address among them. */
function isSaid(text: string): boolean {
  const bare = text.replace(/\s#.*$/, '').trim();
  if (hasColumns(bare) || !/^[\p{L}\d(]/u.test(bare) || commandness(bare) >= 0.45) return false;
  return isWords(bare, 3) || isNative(bare) || /\shttps?:\/\/\S+/.test(bare);
}

/** Words of the author's below a command that prints nothing, or nothing in words. */
export function isToldAfter(text: string, typed: string): boolean {
  return (isSaid(text) && printsOtherwise(typed)) || (isNative(text.replace(/\s#.*$/, '')) && effectsOf(typed).silent);
}

/** An author draws one above and below a title. */
function isStroke(text: string): boolean {
  return /^\s*([-=*#~_])\1{3,}\s*$/.test(text);
}

/** Its output is of a kind that has no words in a row: a list, a document, names, a shell's prompt. */
function printsOtherwise(typed: string): boolean {
  const { output, opens } = effectsOf(typed);
  if (opens?.shellLike === true) return true;
  return output !== null && output.form !== 'log' && !(output.form === 'table' && output.format !== null);
}

function holdsFor(line: Line): (question: Question) => boolean {
  return ([, where]) => where(line);
}

/** An item of a list in Korean. */
function isNativeItem(text: string): boolean {
  return /^\s*[-*•]\s+\S.*\p{Script=Hangul}/u.test(text);
}

/** Something stands between it and what was typed or printed last. */
function standsApart({ above }: Line): boolean {
  return above?.role !== 'output' && above?.role !== 'typed';
}

/** A line of a shell's block that is no sentence and looks hardly printed. */
function mayBeTyped({ text, setting }: Line): boolean {
  return setting.shell && commandness(text) >= 0.2 && outputness(text) < 0.6 && !isSentence(text);
}

/** A remark leads to it that does not announce an output, or it is explained as the line above is. */
function isIntroduced({ text, above, before }: Line): boolean {
  if (above?.role === 'comment' && !/출력|결과|output|result|出力|結果|输出/iu.test(above.line.text)) return true;
  return / # \S/.test(text) && / # \S/.test(before?.line.text ?? '');
}

/** `Host Name : 10.0.0.1`: a field of a form and its value. */
function isField(text: string): boolean {
  return /^\s*[A-Z][\w ]*\s:\s+\S/.test(text);
}
