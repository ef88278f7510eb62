import { beginsWithDocker, effectsOf, understand } from '../../command/index.ts';
import type { SourceLine } from '../../core/source.ts';
import { isProgram } from '../lines/commandness.ts';
import { roleOf } from './bare-roles.ts';
import { extentOf, statementExtent } from './extent.ts';
import { continuation, moreMark } from './mark-console.ts';
import type { Marked, Setting } from './marked.ts';
import { looksTyped, replOpenedBy } from './repl.ts';

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
