import { effectsOf } from '../../command/index.ts';
import { because } from '../../core/message.ts';
import type { SourceLine } from '../../core/source.ts';
import { isDrawing } from '../blocks/looks.ts';
import { type Draft, type DraftCommand, likeness } from '../draft.ts';
import { promptOf } from '../prompts/index.ts';
import { expectedOf, isExcerpt } from './inline.ts';
import { begins, type Owned, ownerOf } from './owner.ts';

/** Gives every block of expected output to the command that prints it; one that no command prints is an illustration. */
export function tieOutputs(drafts: Draft[]): void {
  for (const [at, draft] of drafts.entries()) {
    if (draft.kind !== 'expected-output') continue;
    const before = drafts.slice(0, at);
    const [shown] = draft.shows;
    const twin = shown === undefined ? null : repeated(shown.text, before);
    const again = twin === null ? undefined : shown;
    const owner = twin ?? ownerOf(draft, before);
    if (owner === null) {
      draft.kind = 'illustration';
      draft.reason = isDrawing(draft.view.text) ? because('plan-drawing') : because('plan-unasked-output');
      continue;
    }
    if (isOneColumn(draft, owner)) {
      draft.kind = 'illustration';
      draft.reason = because('plan-one-column');
      continue;
    }
    draft.owner = owner.draft.view.block.index;
    if (owner.command.expected !== null || isBarePrompt(draft)) continue;
    if (again?.expected != null) {
      owner.command.expected = again.expected;
      continue;
    }
    for (const { command, lines } of sharesOf(contentLines(draft), owner))
      command.expected = expectedOf(lines, 'block', draft.view.block.index, isExcerpt(draft.view.label));
  }
}

interface Share {
  readonly command: DraftCommand;
  readonly lines: readonly SourceLine[];
}

/** What several commands of one block print may stand in one block: each has what begins in its own form. */
function sharesOf(lines: readonly SourceLine[], { draft, command }: Owned): readonly Share[] {
  const shares: Share[] = [];
  let [current, from] = [command, 0];
  for (const next of draft.commands.slice(draft.commands.indexOf(command) + 1)) {
    if (next.expected !== null || next.skip !== null) continue;
    const at = lines.findIndex(
      ({ text }, index) => index > from && begins(text, next.text) && !begins(text, current.text),
    );
    if (at < 0) continue;
    shares.push({ command: current, lines: lines.slice(from, at) });
    [current, from] = [next, at];
  }
  return [...shares, { command: current, lines: lines.slice(from) }];
}

/** `You should see a PORTS column showing:` and nothing of the table but the cell. */
function isOneColumn({ view }: Draft, { command }: Owned): boolean {
  const { output } = effectsOf(command.text);
  const cells = view.text.split('\n').every((line) => !/\S\s{2,}\S/.test(line));
  return output?.form === 'table' && output.format === null && !output.quiet && cells && column.test(view.label);
}

/** What the reader sees when the command has opened something: its prompt, and nothing printed. */
function isBarePrompt({ view }: Draft): boolean {
  return view.text.split('\n').every((line) => {
    const prompt = promptOf(line);
    return prompt !== null && !prompt.weak && line.slice(prompt.length).trim() === '';
  });
}

const column = /\bcolumns?\b|컬럼|칼럼|(?:^|\s)열(?:은|이|을|에)|列/iu;

function repeated(text: string, before: readonly Draft[]): Owned | null {
  for (const draft of [...before].reverse()) {
    const command = draft.commands.find((one: DraftCommand) => likeness(one.text) === likeness(text));
    if (command !== undefined) return { draft, command };
  }
  return null;
}

function contentLines({ view }: Draft): readonly SourceLine[] {
  const { lines } = view.block;
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  const last = lines.findLastIndex(({ text }) => text.trim() !== '');
  return lines.slice(Math.max(0, first), last + 1);
}
