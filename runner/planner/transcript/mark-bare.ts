import { beginsWithDocker, effectsOf, isOf, printersOf, understand } from '../../command/index.ts';
import { isElision } from '../../core/elision.ts';
import type { SourceLine } from '../../core/source.ts';
import { commandness, isProgram, isSentence } from '../lines/commandness.ts';
import { isVariable, printsEnvironment } from '../lines/environment.ts';
import { outputness } from '../lines/outputness.ts';
import { isShellSetting, isShellSettings } from '../lines/shell-settings.ts';
import { extentOf, statementExtent } from './extent.ts';
import { continuation, moreMark } from './mark-console.ts';
import { type Marked, remark, type Setting } from './marked.ts';
import { looksTyped, replOpenedBy } from './repl.ts';

const editor = /^\s*(?:sudo\s+)?(?:vi|vim|nano|notepad|emacs|code)\s/;
const instruction =
  /^(?:FROM|ENV|RUN|CMD|EXPOSE|WORKDIR|ENTRYPOINT|COPY|ADD|ARG|VOLUME|USER|HEALTHCHECK|ONBUILD|LABEL|MAINTAINER|STOPSIGNAL|SHELL)\s+\S/;
/** What prints the text of files and programs, which may be of any form. */
const texts = 'cat|curl|echo|printf|head|tail|docker container run|docker container exec|docker container logs'.split(
  '|',
);

/** The roles of the lines of a block without any prompt. */
export function markBare(lines: readonly SourceLine[], setting: Setting): Marked[] {
  const marked: Marked[] = [];
  let [client, inside] = [setting.client, setting.insideContainer];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as SourceLine;
    const rest = lines.slice(at, at + 200).map(({ text }) => text);
    const role = byGrammar(
      roleOf(line.text, marked, setting, client, inside),
      rest,
      client !== null || setting.windows,
    );
    marked.push({ line, prompt: null, role, joined: false });
    // What is no statement of the open client is the shell's: the client was left.
    const ofShell = client === null || !looksTyped(line.text, client);
    const asked = role === 'typed' && ofShell ? askedFor(rest, setting) : 1;
    const own = role !== 'typed' ? 1 : ofShell ? extentOf(rest, setting.windows) : statementExtent(rest);
    const count = Math.max(asked, own);
    for (const next of lines.slice(at + 1, at + count))
      marked.push(asked > 1 ? continuation(next, null) : { line: next, prompt: null, role: 'typed', joined: true });
    if (role === 'typed') {
      client = replOpenedBy(line.text, client);
      const { opens } = effectsOf(rest.slice(0, count).join('\n'));
      inside =
        opens?.into === 'container' && opens.shellLike !== false
          ? true
          : inside && !/^\s*(?:exit|logout)\b/.test(line.text);
    }
    at += count;
  }
  return marked;
}

/** Begins a statement of several lines: a group, a subshell, a function, a loop; `upstream front {` looks like one. */
const compound = /^\s*(?:[({](?:\s|$|\w)|(?:for|while|until|if|case|function)\b|[\w-]+\s*\(\)\s*\{?\s*$)|\{\s*$/;

/** What begins a statement is shell where a shell's grammar reads it to its end and a program is called in it. */
function byGrammar(role: Marked['role'], rest: readonly string[], foreign: boolean): Marked['role'] {
  const [first = ''] = rest;
  if (foreign || !compound.test(first) || (role !== 'typed' && role !== 'output')) return role;
  const settings = /^\s*([\w-]+)(?:\s+[\w./*~-]+)*\s*\{\s*$/.exec(first)?.[1];
  if (settings !== undefined && !isProgram(settings) && rest.some((line) => /^\s*\};?\s*$/.test(line))) return 'output';
  const { script, calls } = understand(rest.slice(0, extentOf(rest, false)).join('\n'));
  if (script.valid && calls.some(({ program }) => isProgram(program))) return 'typed';
  return role === 'typed' && !script.valid && !beginsWithDocker(first) ? 'output' : role;
}

/**
 * How many lines a command takes whose continuations were copied with the shell's own `> `: as many as it asks for. 1
 * where the mark is a redirection of the author's.
 */
function askedFor(rest: readonly string[], { windows }: Setting): number {
  if (moreMark(rest[1] ?? '') === 0) return 1;
  const end = rest.findIndex((line, index) => index > 0 && moreMark(line) === 0);
  const marked = rest.slice(0, end < 0 ? undefined : end);
  const plain = marked.map((line, index) => (index === 0 ? line : line.slice(moreMark(line))));
  const count = extentOf(plain, windows);
  return count === 2 && /^[\w./~-]+\.\w+\s*$/.test(plain[1] ?? '') ? 1 : count;
}

function roleOf(
  text: string,
  marked: readonly Marked[],
  setting: Setting,
  client: string | null,
  inside: boolean,
): Marked['role'] {
  if (text.trim() === '') return 'blank';
  if (setting.sql && /^\s*--\s/.test(text)) return 'comment';
  const typed = marked.findLast(({ role }) => role === 'typed');
  if (instruction.test(text)) return typed !== undefined && editor.test(typed.line.text) ? 'output' : 'comment';
  // An address to open: docker prints none.
  if (/^\s*https?:\/\/\S+\s*$/.test(text) && typed !== undefined && beginsWithDocker(typed.line.text)) return 'comment';
  if (
    /^\s*[-*•]\s+\S.*\p{Script=Hangul}/u.test(text) &&
    typed !== undefined &&
    !isOf(printersOf(typed.line.text), ...texts)
  )
    return 'comment';
  if (remark.test(text)) return 'comment';
  if (setting.clicked) return 'typed';
  if (isShellSetting(text) && isShellSettings(effectsOf(typed?.line.text ?? '').edits ?? '')) return 'output';
  if (client !== null && looksTyped(text, client)) return 'typed';
  if (setting.own.has(/^\s*(\S+)/.exec(text)?.[1] ?? '')) return 'typed';
  const [likely, printed] = [commandness(text), outputness(text)];
  if (printed === 1 && likely < 0.98) return 'output';
  const before = marked.findLast(({ role }) => role !== 'blank' && role !== 'comment');
  const gap = marked.at(-1)?.role !== 'output' && marked.at(-1)?.role !== 'typed';
  if (before === undefined)
    return likely >= 0.45 ||
      (setting.shell &&
        likely >= 0.2 &&
        (inside || setting.told || /\S\s+\S/.test(text)) &&
        !isSentence(text) &&
        !isField(text))
      ? 'typed'
      : 'output';
  if (
    isVariable(text) &&
    (printsEnvironment(before.line.text) || (before.role === 'output' && isVariable(before.line.text)))
  )
    return 'output';
  // A row whose first word happens to be a program: `nginx   Official build …`.
  if (before.role === 'output' && hasColumns(text) && hasColumns(before.line.text)) return 'output';
  if (before.role === 'output') return likely >= (gap ? 0.8 : 0.92) ? 'typed' : 'output';
  if (isElision(text)) return 'output';
  // Below an editor stands what is typed into it.
  if (editor.test(before.line.text) && likely < 0.9) return 'output';
  const above = marked.at(-1);
  const introduced = above?.role === 'comment' && !/출력|결과|output|result|出力|結果|输出/iu.test(above.line.text);
  const remarked = / # \S/.test(text) && / # \S/.test(before.line.text);
  if (
    setting.shell &&
    (introduced || remarked) &&
    likely >= 0.2 &&
    /^\w\S* \S/.test(text) &&
    printed < 0.6 &&
    !isSentence(text)
  )
    return 'typed';
  // Nothing is printed between the command that opens a shell and the first line typed into it.
  if (inside && setting.shell && likely >= 0.2 && printed < 0.6 && !isSentence(text)) return 'typed';
  return likely >= (setting.shell ? 0.45 : 0.55) ? 'typed' : 'output';
}

/** `Host Name : 10.0.0.1`: a field of a form and its value. */
function isField(text: string): boolean {
  return /^\s*[A-Z][\w ]*\s:\s+\S/.test(text);
}

function hasColumns(text: string): boolean {
  return /\S {2,}\S.* {2,}\S/.test(text);
}
