import { isElision } from '../../core/elision.ts';
import type { FileStep } from '../../core/plan.ts';
import { fragmentOfCompose, hangsOnOthers } from '../blocks/compose.ts';
import { isReplacement } from '../blocks/replacement.ts';
import type { View } from '../blocks/view.ts';
import { isShellSettings } from '../lines/shell-settings.ts';
import { cuesIn } from '../prose/cues.ts';
import { linesOf } from './written.ts';

/**
 * What becomes of a file that may be there already. A diff, or a few lines announced as an addition or a change, is no
 * whole file: only what is whole is written over it.
 *
 * @param known its content as far as the chapter has written it, or null
 */
export function actionOf(view: View, path: string, known: string | null): FileStep['action'] {
  const { language, cues, text, label, block } = view;
  if (block.click?.edit !== undefined)
    return block.click.edit.puts === 'instead' && block.click.edit.place.of === 'file' ? 'write' : 'patch';
  if (isShellSettings(path) || block.click?.does === 'appends') return 'append';
  if (isReplacement(view) || language === 'diff' || block.lang === 'diff') return 'patch';
  if (cues.has('append') && hangsOnOthers(text)) return 'patch';
  const lines = text.split('\n');
  if (known !== null && (lines.some(isElision) || fragmentOfCompose(view) !== null)) return 'patch';
  const whole =
    /^\s*(?:FROM\s|version\s*:|services\s*:|#!|<!DOCTYPE|package\s|import\s)/im.test(text) || lines.length > 25;
  if (whole || takesPlaceOf(known, view)) return 'write';
  if (known === null && !cues.has('change') && cuesIn(label).has('made')) return 'write';
  if (cues.has('append') && !cues.has('change')) return cuesIn(label).has('atTheEnd') ? 'append' : 'patch';
  return cues.has('change') ? 'patch' : 'write';
}

/** It begins and ends as the file does, or is announced as its whole content and about as long. */
function takesPlaceOf(known: string | null, { label, text }: View): boolean {
  if (known === null) return cuesIn(label).has('anew');
  const [before, now] = [linesOf(known), linesOf(text)];
  if (now.length < before.length * 0.6) return false;
  return cuesIn(label).has('anew') || (before[0] === now[0] && before.at(-1) === now.at(-1));
}
