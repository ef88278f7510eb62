import type { Place } from './place.ts';
import type { TerminalEvent } from './terminal-event.ts';

/**
 * Waits for a prompt to come back: a marked one, or one known by its text.
 *
 * @returns null where none came within `ms`.
 */
export async function prompted({ terminal, programs }: Place, ms: number): Promise<TerminalEvent | null> {
  const deadline = performance.now() + ms;
  while (performance.now() < deadline) {
    const event = await terminal.next(Math.max(1, Math.min(100, deadline - performance.now())));
    if (event.kind === 'continuation' || event.kind === 'state' || (event.kind === 'prompt' && event.redrawn)) continue;
    if (event.kind !== 'pause') return event;
    await terminal.capture.shown();
    const line = terminal.capture.tail();
    const known = terminal.newlineSeen ? programs.withPrompt(line) : null;
    if (known === null) continue;
    known.prompt = line;
    return { kind: 'prompt', program: known.id, status: null, cwd: '' };
  }
  return null;
}
