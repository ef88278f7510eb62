import { because } from '../../core/message.ts';
import type { Understanding } from '../understanding.ts';
import type { Ends } from './effects.ts';

/** `while true; do …; done` without a way out, in the foreground. Null where there is none. */
export function endlessLoop(of: Understanding): Ends | null {
  const forever =
    /\b(?:while\s+(?:true|:|sleep\s+[\d.]+|\[\s*(?:1|true)\s*\])|until\s+false|for\s*\(\(\s*;\s*;\s*\)\))\s*;?\s*do\b/;
  if (!forever.test(of.text) || /\b(?:break|exit|head|timeout)\b/.test(of.text)) return null;
  const foreground = of.script.commands.some(({ within, background }) => within.includes('loop') && !background);
  return foreground ? { how: 'endless', reason: because('ends-loop') } : null;
}
