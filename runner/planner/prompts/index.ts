import { beginsWithDocker } from '../../command/index.ts';
import { remembering } from '../../core/remember.ts';
import { commandness } from '../lines/commandness.ts';
import { containerPrompts } from './container.ts';
import { hostPrompts } from './host.ts';
import type { Prompt } from './prompt.ts';
import { replPrompts } from './repl.ts';
import { windowsPrompts } from './windows.ts';

export type { Prompt, Side } from './prompt.ts';

/** The most telling forms come first: `root@5e4f3a2b1c0d:/#` is a user's prompt, too. */
const forms = [...containerPrompts, ...replPrompts, ...windowsPrompts, ...hostPrompts];

/** Every form has one of these; nearly every line of an output is done with that. */
const sign = /[#$%>@~»›➜❯▶⇒λ⚡✗✘╰\ue0b0]|In \[|^\s*\d{1,2}[.)]\s/;

/** The prompt that a line begins with, or null. A weak one may be nothing of the kind. */
export const promptOf = remembering((line): Prompt | null => (sign.test(line) ? read(line) : null));

/** How long the same prompt is where it was copied once more: `$ $ docker ps`. */
function copiedTwice(pattern: RegExp, rest: string): number {
  const again = pattern.exec(rest)?.[0].length ?? 0;
  return again < rest.length ? again : 0;
}

/** A program and what it is given: `$file` alone is a variable. */
function isCall(rest: string): boolean {
  return commandness(rest) >= (/\S\s+\S/.test(rest) ? 0.8 : 0.9);
}

function read(line: string): Prompt | null {
  for (const { form, side, pattern, weak, glued, nameless, program, system, continues } of forms) {
    const match = pattern.exec(line);
    if (match === null || match[0] === '') continue;
    if (nameless && beginsWithDocker(line.slice(match[0].length))) continue;
    if (glued && !isCall(line.slice(match[0].length))) continue;
    return {
      form,
      side,
      length: match[0].length + (weak ? 0 : copiedTwice(pattern, line.slice(match[0].length))),
      weak: weak ?? false,
      program: program ?? null,
      system: system ?? 'any',
      continues: continues ?? false,
      host: match.groups?.host ?? null,
    };
  }
  return null;
}
