import { because } from '../../core/message.ts';
import { placedLikeness } from '../draft.ts';
import { speaks, type Witness } from './evidence.ts';

const takenName = /\b(?:is )?already (?:in use|exists|allocated)\b/;

/** A block that shows commands again, this time with its output: 実行例, "the result looks like this". */
export const repeatWitness: Witness = ({ placed, entries, edited, past }) => {
  // The log of a shell holds its prompts: what stands there was typed long before.
  if (past.showsLog && placed.length > 0 && placed.every(({ entry }) => entry.prompt?.side === 'container'))
    return [speaks('expected-output', 10, because('plan-printed'))];
  const printed = entries.some(({ type }) => type === 'output');
  const isTranscript = placed.length === 1 || placed.every(({ entry }) => entry.prompt !== null);
  if (placed.length === 0 || !isTranscript || !printed || edited.length > 0) return [];
  // The second time it fails because of the first: it is typed twice.
  if (entries.some((entry) => entry.type === 'output' && takenName.test(entry.line.text))) return [];
  const again = placed.every(({ entry, into }) => past.unanswered.has(placedLikeness({ text: entry.text, into })));
  return again ? [speaks('expected-output', 10, because('plan-repeats'))] : [];
};
