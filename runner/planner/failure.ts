import type { CommandStep } from '../core/plan.ts';
import { isError } from '../printed/index.ts';
import type { Draft, DraftCommand } from './draft.ts';
import { type Cue, cuesIn } from './prose/cues.ts';
import { endsInColon, sentences } from './prose/sentences.ts';
import { remarksAbove, turnOf } from './transcript/turns.ts';

/** What speaks of a failure and says of nobody's command that it fails. */
const noPromise: readonly Cue[] = ['inCase', 'repair', 'whyFails'];

/** The chapter says that the command fails, or shows how it does. */
export function isMeantToFail(draft: Draft, command: DraftCommand): boolean {
  if (command.expected !== null) return command.expected.text.split('\n').some(isError);
  if (command.text.includes('||')) return false;
  if (showsStatus(draft.commands[draft.commands.indexOf(command) + 1])) return true;
  const trailing = command.entry.trailing?.text.trim() ?? '';
  if (cuesIn(trailing).has('failure')) return true;
  const comments = [trailing, remarksAbove(turnOf(draft.entries, command.entry))].map(cuesIn);
  if (comments.some((said) => !said.has('inCase') && (said.has('fails') || said.has('doesNotWork')))) return true;
  if (command !== draft.commands.at(-1)) return false;
  const { below, before } = draft.view;
  const label = labelOf(draft.view);
  // What stands before the sentence that says so is no condition of it.
  const sentences = label.split(/(?<=[.!?。])\s+/u);
  const said = cuesIn(sentences.findLast((sentence) => cuesIn(sentence).has('fails')) ?? label);
  const above =
    said.has('fails') &&
    !noPromise.some((cue) => said.has(cue)) &&
    !(before !== null && cuesIn(label).has('hasFailed'));
  const [told = ''] = below.split('\n');
  // What ends in a colon leads to the next block.
  return above || (!endsInColon(told) && (cuesIn(told).has('hasFailed') || quotesError(told)));
}

/** The line above; of a button that has a paragraph of its own, the last line above that. */
function labelOf({ label, between }: Draft['view']): string {
  const isButton = (text: string) => text.replace(/`[^`]*`|\{\{[^}]*\}\}/g, '').trim() === '';
  if (label === '' || !isButton(label)) return label;
  const above = between.findLast(({ kind, text }) => kind !== 'html' && !isButton(text));
  return above?.kind === 'heading' ? '' : (above?.text.split('\n').at(-1) ?? '');
}

/**
 * The first sentence below a command tells that something is not there. No promise that the command fails, as `ls` shows
 * the same with status 0; but where it fails for that, it does what the page says.
 */
export function missingAsTold({ commands, view }: Draft, command: DraftCommand): CommandStep['toldMissing'] {
  if (command !== commands.at(-1) || command.expected !== null) return undefined;
  const [line = ''] = view.below.split('\n');
  const [sentence = ''] = sentences(line);
  // What ends in a colon leads to the next block.
  const said = endsInColon(sentence) ? new Set<Cue>() : cuesIn(sentence);
  if (said.has('inCase')) return undefined;
  return said.has('noSuchImage') ? 'image' : said.has('isMissing') ? 'thing' : undefined;
}

/** Below a command: `It won't work: you will get "curl: (7) …"`. */
function quotesError(sentence: string): boolean {
  const said = cuesIn(sentence);
  const quoted = [...sentence.matchAll(/`([^`]+)`/g)].some(
    ([, text = '']) => isError(text) || cuesIn(text).has('failure'),
  );
  return quoted && said.has('doesNotWork') && !said.has('inCase');
}

/** `echo $?` with `1` below: the command before it has failed. */
function showsStatus(next: DraftCommand | undefined): boolean {
  const status = next?.text.trim();
  return (status === 'echo $?' || status === 'echo "$?"') && /^[1-9]\d*$/.test(next?.expected?.text.trim() ?? '');
}
