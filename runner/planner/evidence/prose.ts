import type { Cue } from '../prose/cues.ts';
import { placeholdersIn } from '../../command/index.ts';
import { type Case, type Evidence, speaks, type Witness } from './evidence.ts';

/** What the words above the block announce. */
export const proseWitness: Witness = (about) => {
  const { view, placed, past } = about;
  const has = (cue: Cue) => view.cues.has(cue) || view.headingCues.has(cue);
  const found: Evidence[] = [];
  const prompted = placed.some(({ entry }) => entry.prompt !== null);
  const label = view.label.length > 40 ? `${view.label.slice(0, 40)}…` : view.label;
  if (has('output') && placed.length === 0) found.push(speaks('expected-output', 3, `announced as output: “${label}”`));
  if (has('output') && !prompted && placed.length > 0 && about.entries.some(({ type }) => type === 'output')) found.push(speaks('expected-output', 1, ''));
  if (past.awaitsOutput && placed.length === 0 && view.label === '') found.push(speaks('expected-output', 3, 'it follows a command directly'));
  if (has('syntax') && placeholdersIn(view.text).length > 0) found.push(speaks('synopsis', 4, `announced as a form: “${label}”`));
  if (has('bad')) found.push(speaks('illustration', 6, `a counter-example: “${label}”`));
  if (view.cues.has('comparison') || view.cues.has('good')) found.push(speaks('illustration', placed.length > 0 ? 2 : 4, `a comparison: “${label}”`));
  if (has('hypothetical') && placed.length > 0) found.push(speaks('illustration', 5.5, `only imagined: “${label}”`));
  if (has('structure') && placed.length === 0) found.push(speaks('illustration', 3, `shows a structure: “${label}”`));
  return [...found, ...files(about)];
};

function files({ view, placed, past }: Case): Evidence[] {
  if (placed.length > 0 && view.language !== 'dockerfile') return [];
  const found: Evidence[] = [];
  if (view.cues.has('file') || view.paragraphCues.has('file') || view.headingCues.has('file')) {
    found.push(speaks('file', 1, 'the text says to write it'), speaks('dockerfile', 1.5, 'the text says to write it'));
  }
  if (past.buildFollows) found.push(speaks('dockerfile', 1.5, 'the next build needs it'));
  return found;
}
