import { beginsWithDocker, namesDocker, placeholdersIn } from '../../command/index.ts';
import { inlineCodeIn } from '../../core/inline-code.ts';
import { because } from '../../core/message.ts';
import { dockerfileLook } from '../blocks/looks.ts';
import { commandness } from '../lines/commandness.ts';
import { outputness } from '../lines/outputness.ts';
import type { Cue } from '../prose/cues.ts';
import { type Case, type Evidence, speaks, type Witness } from './evidence.ts';
import { isMade } from './made.ts';

/** What the words above the block announce. */
export const proseWitness: Witness = (about) => {
  const { view, placed, past } = about;
  const has = (cue: Cue) => view.cues.has(cue) || view.headingCues.has(cue);
  const found: Evidence[] = [];
  const prompted = placed.some(({ entry }) => entry.prompt !== null);
  const said = view.label === '' ? (view.headings[0]?.title ?? '') : view.label;
  const label = said.length > 40 ? `${said.slice(0, 40)}…` : said;
  const compares = view.introduced && (view.cues.has('comparison') || view.cues.has('good'));
  if (has('output') && placed.length === 0)
    found.push(speaks('expected-output', 3, because('plan-announced-output', { label })));
  if (has('output') && placed.length > 0) found.push(...printedAnyway(about, prompted, label));
  if (past.awaitsOutput && placed.length === 0 && view.label === '')
    found.push(speaks('expected-output', 4, because('plan-follows-directly')));
  if (past.awaitsOutput && placed.length === 0 && isLikelyPrinted(about))
    found.push(speaks('expected-output', 2, because('plan-printed')));
  if (past.kindBefore === 'expected-output' && placed.length === 0)
    found.push(speaks('expected-output', 2.5, because('plan-goes-on-output')));
  const forms = placed.length > 0 ? placed.map(({ entry }) => entry.text).join('\n') : view.text;
  if (has('syntax') && placeholdersIn(forms).length > 0)
    found.push(speaks('synopsis', 4, because('plan-announced-form', { label })));
  if ((view.announced.has('bad') || view.headingCues.has('bad')) && !isMade(about))
    found.push(speaks('illustration', 10, because('plan-counter-example', { label })));
  if (compares)
    found.push(
      speaks('illustration', placed.length > 0 || past.builtNext ? 2 : 8, because('plan-comparison', { label })),
    );
  if (past.replacedNext && placed.length === 0)
    found.push(speaks('illustration', 8, because('plan-to-be-replaced', { label })));
  if (
    compares &&
    view.cues.has('good') &&
    past.counterBefore &&
    !past.builtNext &&
    (placed.length === 0 || dockerfileLook(view.text).complete)
  )
    found.push(speaks('illustration', 8, because('plan-better-of-two', { label })));
  if ((view.announced.has('hypothetical') || view.headingCues.has('hypothetical')) && placed.length > 0)
    found.push(speaks('illustration', 8, because('plan-imagined', { label })));
  if (has('structure') && placed.length === 0)
    found.push(speaks('illustration', 3, because('plan-structure', { label })));
  return found;
};

/** Whatever the sentence above it says, text without a language that looks printed answers the command before it. */
function isLikelyPrinted({ view }: Case): boolean {
  if (view.label === '' || !['none', 'plain', 'output'].includes(view.language) || view.paragraphCues.has('file'))
    return false;
  const lines = view.text.split('\n').filter((line) => line.trim() !== '');
  return lines.filter((line) => outputness(line.trim()) >= 0.6).length > lines.length / 2;
}

/** Announced as output, with lines in it that could be typed: the less sure they are, the more it is output. */
function printedAnyway({ view, placed, entries }: Case, prompted: boolean, label: string): Evidence[] {
  const sure = Math.max(...placed.map(({ entry }) => commandness(entry.text.split('\n')[0] ?? '')));
  const printed = entries.filter(({ type }) => type === 'output').length;
  const inlined =
    inlineCodeIn(view.label).some((code) => beginsWithDocker(code.text)) &&
    !placed.some(({ entry }) => namesDocker(entry.text));
  if (sure < 0.5 || inlined)
    return [speaks('expected-output', prompted ? 7 : 5, because('plan-announced-output', { label }))];
  if (!prompted && sure < 0.9 && printed > 2 * placed.length)
    return [speaks('expected-output', 6, because('plan-announced-output', { label }))];
  return !prompted && printed > placed.length
    ? [speaks('expected-output', 1.5, because('plan-announced-output', { label }))]
    : [];
}
