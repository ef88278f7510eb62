import type { Opens } from '../../command/index.ts';
import type { Prompt } from '../prompts/index.ts';
import type { TypedEntry } from '../transcript/entry.ts';

/** A program that the reader is in. */
export interface Open {
  readonly into: 'container' | 'repl';
  /** The command that opened it; null where only the prompt of later lines shows that something is open. */
  readonly opener: TypedEntry | null;
  /** `bash`, `mysql`, …; `unknown` where the image decides. */
  readonly program: string;
  /** Block whose command opened it; null where only the prompt of later lines shows that something is open. */
  readonly block: number | null;
  /** Section in which something was typed into it last. */
  readonly section: number;
  /** The author went on in it in a section after the one that opened it. */
  readonly carried: boolean;
  /** Prompt in front of the command that opened it. */
  readonly openerPrompt: Prompt | null;
  /** Prompt seen inside so far. */
  readonly ownPrompt: Prompt | null;
  /** The image decides whether there is a shell at all. */
  readonly certain: boolean;
}

/** What a command opens that is typed into, or null: editors and pagers are left by their own keys. */
export function openOf(
  opens: Opens | null,
  opener: TypedEntry,
  place: { block: number; section: number },
): Open | null {
  if (opens === null || (opens.into !== 'container' && opens.into !== 'repl')) return null;
  const shell = opens.shellLike !== false || ['powershell', 'pwsh', 'cmd'].includes(opens.program);
  const into = shell && opens.into !== 'repl' ? 'container' : 'repl';
  const certain = opens.shellLike !== null;
  return {
    into,
    program: opens.program,
    ...place,
    opener,
    openerPrompt: opener.prompt,
    ownPrompt: null,
    certain,
    carried: false,
  };
}
