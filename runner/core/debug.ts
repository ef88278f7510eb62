import { shown } from './terminal-text.ts';

/** The parts of the program that tell what they do. */
export type DebugArea = 'plan' | 'session' | 'engine' | 'match';

/** As `TUTOR_DEBUG=engine,session` names them; any other value (`1`) asks for the traces of errors alone. */
const wanted = new Set((process.env.TUTOR_DEBUG ?? '').split(','));

/**
 * Tells whoever works on tutor what it does, on standard error, with the milliseconds since it started. What is told is
 * made only where somebody asked for it.
 */
export function debug(area: DebugArea, tell: () => string): void {
  if (!wanted.has(area)) return;
  const at = performance.now().toFixed(0).padStart(7);
  process.stderr.write(`${at} ${area.padEnd(7)} ${shown(tell()).replaceAll('\n', `\n${' '.repeat(16)}`)}\n`);
}
