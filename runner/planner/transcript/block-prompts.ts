import { understand } from '../../command/index.ts';
import type { SourceLine } from '../../core/source.ts';
import { type Prompt, promptOf } from '../prompts/index.ts';
import { moreMark } from './mark-console.ts';
import { clientOf, replOpenedBy } from './repl.ts';

/** Clients that ask for the rest of a statement with dots. */
const dotted = /^(?:python|node|mongosh)$/;
const dots = /^\s*\.{3,}(?: |$)/;
/** A statement of which more must come: a suite, or a bracket that is open. */
const unfinished = /(?:[:([{,\\]|=>)\s*$/;

/**
 * The prompts of the lines of a block.
 *
 * @param client the client that is open before the block, or null.
 * @param verify whether a prompt is one, with the client that is open at its line.
 */
export function blockPrompts(
  lines: readonly SourceLine[],
  client: string | null,
  verify: (text: string, prompt: Prompt | null, client: string | null) => Prompt | null,
): (Prompt | null)[] {
  let open = client;
  let more = false;
  let written = 0;
  return lines.map(({ text }, at) => {
    if (at < written && moreMark(text) === 0) return null;
    if (text.includes('<<')) written = Math.max(written, heredocEnd(lines, at, promptOf(text)?.length ?? 0));
    const dot = more && open !== null && dotted.test(open) ? dots.exec(text)?.[0] : undefined;
    if (dot !== undefined) {
      // An empty line ends a suite; the dots after it would be an elision.
      more = text.slice(dot.length).trim() !== '';
      return continuation(dot.length, open);
    }
    const prompt = verify(text, promptOf(text), open);
    if (prompt === null) {
      more = false;
      return null;
    }
    const body = text.slice(prompt.length);
    more = prompt.side === 'repl' && unfinished.test(body);
    open = prompt.side === 'repl' ? replOpenedBy(body, open ?? prompt.program) : clientOf(body);
    return prompt;
  });
}

/** Behind the last line of what the heredocs of a line write; 0 where they are not closed in this block. */
function heredocEnd(lines: readonly SourceLine[], at: number, promptLength: number): number {
  const { calls } = understand((lines[at]?.text ?? '').slice(promptLength));
  const redirects = calls.flatMap(({ command }) => command.redirects);
  const ends = redirects.filter(({ operator }) => operator.startsWith('<<') && operator !== '<<<');
  let end = at;
  for (const { target } of ends) {
    end = lines.findIndex(({ text }, index) => index > end && text.slice(moreMark(text)).trim() === target);
    if (end < 0) return 0;
  }
  return end;
}

function continuation(length: number, program: string | null): Prompt {
  return { form: 'dots', length, side: 'repl', weak: false, program, system: 'any', continues: true, host: null };
}
