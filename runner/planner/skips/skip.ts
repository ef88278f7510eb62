import type { Draft, DraftCommand } from '../draft.ts';

/** Leaves a command out unless something already does, or the author insists on it. */
export function skip({ view }: Draft, command: DraftCommand, reason: NonNullable<DraftCommand['skip']>): void {
  if (view.block.annotation?.keys.run === true) return;
  command.skip ??= reason;
}
