import type { MessageCode } from '../core/messages/index.ts';
import { keys, keysOf } from './keys.ts';
import type { Program, Programs } from './programs.ts';
import type { StepRequest } from './types.ts';

/** How a step comes to the program that it is meant for. */
export type Way =
  /** It is meant for what is open innermost. */
  | { readonly how: 'type' }
  /** First, all but so many of the open programs are left. */
  | { readonly how: 'leave'; readonly keep: number }
  /** What it is meant for is not open. */
  | { readonly how: 'refuse'; readonly code: MessageCode };

const goodbye = /^\s*(?:exit|logout|quit)(?:\s+\d+)?\s*$/;

/** Never into the wrong program: `exit` and keys are meant for whatever is open, every other line for its own kind. */
export function wayTo({ into, text, depth }: Pick<StepRequest, 'into' | 'text' | 'depth'>, programs: Programs): Way {
  const { all, top } = programs;
  if (depth !== undefined) {
    if (all.length < depth)
      return { how: 'refuse', code: into === 'repl' ? 'session-no-program' : 'session-no-container' };
    return all.length > depth ? { how: 'leave', keep: depth } : { how: 'type' };
  }
  const pressed = keysOf(text);
  const leaves = pressed !== null || goodbye.test(text);
  switch (into) {
    case 'shell':
      if (all.length === 1 && pressed === keys.endOfFile) return { how: 'refuse', code: 'session-no-program' };
      return leaves || top.kind === 'shell' ? { how: 'type' } : { how: 'leave', keep: lastOf(all, 'shell') };
    case 'container':
      if (all.length === 1) return { how: 'refuse', code: 'session-no-container' };
      if (leaves || top.kind !== 'repl' || lastOf(all, 'container') === 0) return { how: 'type' };
      return { how: 'leave', keep: lastOf(all, 'container') };
    case 'repl':
      if (all.length === 1 || (!leaves && isShell(top))) return { how: 'refuse', code: 'session-no-program' };
      return { how: 'type' };
  }
}

/** Number of open programs up to the innermost one of a kind; 0 where none is open. */
function lastOf(all: readonly Program[], kind: Program['kind']): number {
  return all.findLastIndex((program) => program.kind === kind) + 1;
}

function isShell({ kind, style, shellLike }: Program): boolean {
  return kind !== 'repl' && (shellLike === true || style !== 'text');
}
