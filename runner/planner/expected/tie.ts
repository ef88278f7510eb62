import type { Draft } from '../draft.ts';
import { expectedOf } from './inline.ts';
import { ownerOf } from './owner.ts';

/** Gives every block of expected output to the command that prints it; one that no command prints is an illustration. */
export function tieOutputs(drafts: Draft[]): void {
  for (const [at, draft] of drafts.entries()) {
    if (draft.kind !== 'expected-output') continue;
    const owner = ownerOf(draft.view.text, drafts.slice(0, at), true);
    if (owner === null) {
      draft.kind = 'illustration';
      draft.reason = 'output of a command that the chapter does not ask for';
      continue;
    }
    draft.owner = owner.draft.view.block.index;
    if (owner.command.expected !== null) continue;
    owner.command.expected = expectedOf(contentLines(draft), 'block', draft.view.block.index);
  }
}

function contentLines({ view }: Draft) {
  const { lines } = view.block;
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  const last = lines.findLastIndex(({ text }) => text.trim() !== '');
  return lines.slice(Math.max(0, first), last + 1);
}
