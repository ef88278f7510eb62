import { because } from '../../core/message.ts';
import { placedLikeness } from '../draft.ts';
import { speaks, type Witness } from './evidence.ts';

const takenName = /\b(?:is )?already (?:in use|exists|allocated)\b/;

/** A block that shows a command again, this time with its output: 実行例, "the result looks like this". */
export const repeatWitness: Witness = ({ placed, entries, edited, past }) => {
  // The log of a shell holds its prompts: what stands there was typed long before.
  if (past.showsLog && placed.length > 0 && placed.every(({ entry }) => entry.prompt?.side === 'container'))
    return [speaks('expected-output', 10, because('plan-printed'))];
  const [only] = placed;
  const printed = entries.some(({ type }) => type === 'output');
  if (only === undefined || placed.length !== 1 || !printed || edited.length > 0) return [];
  // The second time it fails because of the first: it is typed twice.
  if (entries.some((entry) => entry.type === 'output' && takenName.test(entry.line.text))) return [];
  const again = past.unanswered.has(placedLikeness({ text: only.entry.text, into: only.into }));
  return again ? [speaks('expected-output', 10, because('plan-repeats'))] : [];
};
