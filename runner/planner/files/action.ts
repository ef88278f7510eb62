import { isElision } from '../../core/elision.ts';
import type { FileStep } from '../../core/plan.ts';
import { fragmentOfCompose } from '../blocks/compose.ts';
import { isReplacement } from '../blocks/replacement.ts';
import type { View } from '../blocks/view.ts';
import { isShellSettings } from '../lines/shell-settings.ts';
import { atTheEnd } from '../prose/cues.ts';

/** The sentence gives the file's whole content anew. */
const anew =
  /(?:전체|모든)\s*(?:내용|코드)|(?:내용|코드)[을를]?\s*(?:다음|아래|이렇게)|\blooks? like\b|\b(?:entire|whole|full|complete|final) (?:contents?|file|code|version)\b|\breplace the (?:contents?|code)\b|全体|(?:内容|コード)を(?:次|以下)の(?:よう|通り)|完整|全部|内容(?:替换|修改|改)[为成]/iu;

/**
 * What becomes of a file that may be there already. A diff, or a few lines announced as an addition or a change, is no
 * whole file: only what is whole is written over it.
 *
 * @param known its content as far as the chapter has written it, or null
 */
export function actionOf(view: View, path: string, known: string | null): FileStep['action'] {
  const { language, cues, text, label, block } = view;
  if (isShellSettings(path)) return 'append';
  if (isReplacement(view) || language === 'diff' || block.lang === 'diff') return 'patch';
  const lines = text.split('\n');
  if (known !== null && (lines.some(isElision) || fragmentOfCompose(view) !== null)) return 'patch';
  const whole =
    /^\s*(?:FROM\s|version\s*:|services\s*:|#!|<!DOCTYPE|package\s|import\s)/im.test(text) || lines.length > 25;
  if (whole || takesPlaceOf(known, view)) return 'write';
  if (cues.has('append') && !cues.has('change')) return atTheEnd.test(label) ? 'append' : 'patch';
  return cues.has('change') ? 'patch' : 'write';
}

/** It begins and ends as the file does, or is announced as its whole content and about as long. */
function takesPlaceOf(known: string | null, { label, text }: View): boolean {
  if (known === null) return anew.test(label);
  const [before, now] = [linesOf(known), linesOf(text)];
  if (now.length < before.length * 0.6) return false;
  return anew.test(label) || (before[0] === now[0] && before.at(-1) === now.at(-1));
}

function linesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}
