import { understand } from '../understand.ts';
import type { Likeness } from './likeness.ts';

/** Weighs how much a line looks like something typed at a shell. The line comes without its prompt. */
export function looksLikeCommand(line: string): Likeness {
  const [call] = understand(line).calls;
  if (line.trim() === '') return { score: 0, looksLike: 'blank', reasons: ['an empty line'] };
  if (call?.docker?.known)
    return { score: 0.97, looksLike: 'docker', reasons: [`${call.program} ${call.docker.verb}`] };
  return { score: 0.3, looksLike: 'unknown', reasons: [] };
}
