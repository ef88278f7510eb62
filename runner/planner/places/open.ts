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

/** Where the reader types in a terminal. */
export interface Place {
  /** What is open, from the outside in; empty at the host's shell. */
  readonly stack: readonly Open[];
  /** What was open when the reader went on elsewhere without leaving it, the last first: a later prompt may be its. */
  readonly left: readonly (readonly Open[])[];
}

/** At the host's shell, and nothing was opened before. */
export const atHome: Place = { stack: [], left: [] };

/** The container in which a stack ends, its clients left away; null where it holds none. */
export function containerIn(stack: readonly Open[]): Open | null {
  return stack.findLast(({ into }) => into === 'container') ?? null;
}

/** Whether this prompt of a container may be the open one's: its ID is the same, or its form, as far as they are known. */
export function mayBePromptOf({ ownPrompt }: Open, prompt: Prompt | null): boolean {
  if (prompt?.side !== 'container' || ownPrompt?.side !== 'container') return true;
  if (isId(prompt.host) && isId(ownPrompt.host)) return prompt.host?.slice(-12) === ownPrompt.host?.slice(-12);
  return prompt.form === ownPrompt.form;
}

/** The prompts seen in it name it by its ID. */
export function hasId(open: Open | null): boolean {
  return isId(open?.ownPrompt?.host ?? null);
}

function isId(host: string | null): boolean {
  return /(?:^|@)[0-9a-f]{12}$/.test(host ?? '');
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
