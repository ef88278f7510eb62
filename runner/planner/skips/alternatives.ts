import { effectsOf } from '../../command/index.ts';
import { because } from '../../core/message.ts';
import { type Draft, type DraftCommand, likeness, verbOf } from '../draft.ts';
import { cuesIn } from '../prose/cues.ts';
import { turnOf } from '../transcript/turns.ts';
import { leftOut, type SkipRule } from './rule.ts';

/** `# 또는` between two commands that do the same, `OR` between two blocks: the first one has done it. */
export const alternatives: SkipRule = {
  code: 'alternative',
  *find(drafts) {
    for (const [number, draft] of drafts.entries()) {
      const [first] = drafts[number - 1]?.commands ?? [];
      if (first !== undefined && (isSecondWay(draft) || isWishedFor(draft, first))) {
        const reason = because('plan-done-already', { command: first.text.split('\n')[0] ?? '' });
        for (const command of draft.commands) yield leftOut(draft, command, reason);
      }
      for (const [at, command] of draft.commands.entries()) {
        const before = draft.commands[at - 1];
        if (before === undefined || !saysOr(draft, command) || !doesTheSame(before, command)) continue;
        yield leftOut(draft, command, because('plan-done-already', { command: before.text.split('\n')[0] ?? '' }));
      }
    }
  },
};

/** Below a transcript, `docker ps`{{exec}} is the button for what the transcript has typed. */
export const clicks: SkipRule = {
  code: 'repeated',
  *find(drafts) {
    let above: Draft | undefined;
    for (const draft of drafts) {
      if (!isButton(draft.view)) {
        above = draft;
        continue;
      }
      if (above === undefined || above.view.block.section !== draft.view.block.section) continue;
      for (const command of draft.commands) {
        const twin = above.commands.find(
          ({ text, entry }) => entry.prompt !== null && likeness(text) === likeness(command.text),
        );
        if (twin === undefined) continue;
        yield leftOut(draft, command, because('plan-done-already', { command: twin.text.split('\n')[0] ?? '' }));
      }
    }
  },
};

/** A transcript that begins with what opened the shell or the client in which it goes on: that was typed above. */
export const transcripts: SkipRule = {
  code: 'repeated',
  *find(drafts) {
    for (const [number, draft] of drafts.entries()) {
      const [first, ...more] = draft.commands;
      const above = drafts[number - 1]?.commands.at(-1);
      if (first === undefined || above === undefined || above.expected !== null || above.skip !== null) continue;
      const goesOn = more.some(({ stack }) => stack.at(-1)?.opener === first.entry);
      if (!goesOn || first.entry.prompt === null || first.into !== above.into) continue;
      if (above.entry.prompt !== null && !saysNothingOrOutput(draft.view)) continue;
      if (draft.view.block.section !== drafts[number - 1]?.view.block.section) continue;
      if (likeness(first.text) === likeness(above.text))
        yield leftOut(draft, first, because('plan-done-already', { command: above.text.split('\n')[0] ?? '' }));
    }
  },
};

/** No sentence between the two blocks tells to do it again. */
function saysNothingOrOutput({ label, cues }: Draft['view']): boolean {
  return label === '' || cues.has('output');
}

/** Around the click stands nothing but a label: no sentence tells the reader to do it again. */
function isButton({ block, between }: Draft['view']): boolean {
  const [own = ''] = block.lines.map(({ text }) => text);
  if ((block.form !== 'inline' || block.meta === null) && !/^\{\{\s*exec/.test(block.meta ?? '')) return false;
  return between.every(({ kind, text }) => kind !== 'heading' && linesWith(own, text).every(isLabel));
}

/** The lines of a paragraph that hold a click; all of them where none does. */
function linesWith(click: string, paragraph: string): readonly string[] {
  const lines = paragraph.split('\n');
  const own = lines.filter((line) => line.includes(`\`${click}\``));
  return own.length > 0 ? own : lines;
}

function isLabel(line: string): boolean {
  const words = line.replace(/`[^`]*`?|\{\{[^}]*\}\}/g, '').replace(/[^\p{L}\s]/gu, '');
  return words.trim().length <= 24;
}

/** Nothing stands between the block and the one before it but this word. */
function isSecondWay({ view: { block, between } }: Draft): boolean {
  const said = between.filter(({ kind, text }) => kind !== 'html' && text.trim() !== '');
  const [only, ...more] = said;
  if (only === undefined || more.length > 0 || only.kind === 'heading') return false;
  const word = only.text.replace(/[^\p{L}]/gu, '');
  return only.section === block.section && word.length <= 5 && cuesIn(word.toLowerCase()).has('or');
}

/** `Or, to take the files that are there, run:` before what makes the same thing. */
function isWishedFor({ view: { between, block }, commands }: Draft, first: DraftCommand): boolean {
  // The button's own paragraph may hold nothing else.
  const said = between.filter(
    ({ kind, text }) => kind !== 'html' && text.replace(/`[^`]*`|\{\{[^}]*\}\}/g, '').trim() !== '',
  );
  const [only, ...more] = said;
  if (only === undefined || more.length > 0 || only.section !== block.section) return false;
  const made = (command: DraftCommand) => effectsOf(command.text).makes.flatMap(({ name }) => name ?? []);
  return (
    cuesIn(only.text.split('\n')[0] ?? '').has('or') &&
    commands.every((one) => doesTheSame(first, one) && made(one).some((name) => made(first).includes(name)))
  );
}

function saysOr({ entries }: Draft, command: DraftCommand): boolean {
  const above = turnOf(entries, command.entry).above.findLast(({ type }) => type !== 'blank');
  return above?.type === 'comment' && cuesIn(above.line.text).has('or');
}

/** The same verb, and something that can be done only once. */
function doesTheSame(before: DraftCommand, command: DraftCommand): boolean {
  const [a, b] = [verbOf(before.text), verbOf(command.text)];
  const { makes, destroys, stops } = effectsOf(command.text);
  return a === b && a !== '' && makes.length + destroys.length + stops.length > 0;
}
