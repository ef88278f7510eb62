import { beginsWithDocker, dockerVerbsIn, effectsOf, type Opens } from '../command/index.ts';
import { dockerfileSeries, type SeriesPart } from './blocks/fragments.ts';
import { dockerfileLook, isCompose } from './blocks/looks.ts';
import { hostOf } from './blocks/mark.ts';
import { isReplacement } from './blocks/replacement.ts';
import type { View } from './blocks/view.ts';
import { type Draft, type DraftCommand, verbOf } from './draft.ts';
import type { Past } from './evidence/evidence.ts';
import { withoutForms } from './evidence/forms.ts';
import { blanksIn } from './evidence/placeholders.ts';
import { inlineOutputs } from './expected/inline.ts';
import { openedBy } from './files/name-files.ts';
import { printsEnvironment } from './lines/environment.ts';
import { ownCommandsIn } from './lines/own-commands.ts';
import { addContainers } from './places/containers.ts';
import type { Place } from './places/open.ts';
import type { Placed } from './places/place.ts';
import { oneTerminal, placeIn, type Terminals, terminalFor, withPlace } from './places/terminals.ts';
import { promptOf } from './prompts/index.ts';
import { cuesIn } from './prose/cues.ts';
import { type Reading, readBlock } from './read-block.ts';
import { SoFar } from './so-far.ts';

/** Reads the blocks of a chapter in order, each in the light of those before it. */
export function draftBlocks(views: readonly View[]): Draft[] {
  const drafts: Draft[] = [];
  const soFar = new SoFar();
  const series = dockerfileSeries(views);
  const page = {
    formBlocks: views.filter(showsForm).length,
    ownCommands: ownCommandsIn(views),
    native: speaksNative(views),
    consolesPrint: consolesPrint(views),
  };
  let terminals: Terminals = oneTerminal;
  const containers = new Map<string, Opens | null>();
  for (const view of views) {
    const here = terminalFor(view, backHome(view, drafts.at(-1), terminals), isBusy(soFar, terminals));
    const past = { ...pastOf(drafts.at(-1), soFar, views, view, series), ...page };
    const reading = readBlock(view, leftInProse(view, placeIn(here)), past, containers);
    const draft = draftOf(reading, here.current, series.get(view.block.index) === 'more' ? 'more' : 'whole');
    drafts.push(draft);
    soFar.add(draft);
    for (const { text } of draft.commands) addContainers(containers, text);
    if (draft.commands.length > 0 && hostOf(view.block) === 1) terminals = withPlace(here, reading.place);
  }
  return drafts;
}

/** Something is open in the current terminal, or its last command goes on until it is stopped. */
function isBusy(soFar: SoFar, terminals: Terminals): boolean {
  if (placeIn(terminals).stack.length > 0) return true;
  const command = soFar.lastIn(terminals.current);
  return command !== undefined && effectsOf(command.text).ends.how !== 'ends';
}

/** Another part of the page begins: the reader is back at the first terminal. */
function backHome(view: View, before: Draft | undefined, terminals: Terminals): Terminals {
  const top = (of: View) => of.headings.findLast(({ depth }) => depth >= 2)?.index ?? 0;
  return before === undefined || top(view) === top(before.view) ? terminals : { ...terminals, current: 1 };
}

function draftOf({ about, verdict }: Reading, terminal: number, part: Draft['part']): Draft {
  const { view, entries, placed, edited } = about;
  const outputs = new Map(inlineOutputs(entries, view.block.index, about.past.native));
  if (cuesIn(view.label).has('excerpt'))
    for (const [entry, expected] of outputs) outputs.set(entry, { ...expected, partial: true });
  // What stands below an editor is typed into it, not printed.
  for (const { entry, by } of edited) if (by === 'editor') outputs.delete(entry);
  const isTyped = verdict.kind === 'run' || verdict.kind === 'in-container';
  const read = placed.map((one) => commandOf(one, terminal, outputs.get(one.entry) ?? null));
  const repeats = verdict.kind === 'expected-output' && !about.past.showsLog;
  const shows = repeats && read.some(({ expected }) => expected !== null) ? read : [];
  const { kind, reason, evidence } = verdict;
  const [first] = edited;
  const isFile = (kind === 'file' || kind === 'dockerfile') && first?.by === 'editor';
  return {
    view,
    kind,
    reason,
    evidence,
    entries,
    commands: isTyped ? withoutForms(read, about.past.formBlocks >= 3) : [],
    shows,
    edited,
    editor: isFile ? (read.find(({ entry }) => entry === first.entry) ?? null) : null,
    file: null,
    folder: '',
    part,
    owner: null,
  };
}

function commandOf({ entry, into, stack }: Placed, terminal: number, expected: DraftCommand['expected']): DraftCommand {
  return { entry, text: entry.text, into, stack, terminal, expected, skip: null };
}

/** The text between two blocks may tell the reader to leave what is open. */
function leftInProse(view: View, place: Place): Place {
  if (place.stack.length === 0) return place;
  const leaving = /`?\bexit\b`?|Ctrl\s*[+-]?\s*[`+]*\s*[DP]\b|빠져\s*나|나온\s*(?:후|뒤)|나와서|종료(?:한|하고)/iu;
  const typesIt = view.block.lines.some(({ text }) =>
    /^\W*(?:exit|logout|quit)\b/.test(text.slice(promptOf(text)?.length ?? 0)),
  );
  return view.between.some(({ text }) => leaving.test(text)) && !typesIt && view.exitAhead !== 'typed'
    ? { ...place, stack: place.stack.slice(0, -1) }
    : place;
}

function pastOf(
  before: Draft | undefined,
  soFar: SoFar,
  views: readonly View[],
  view: View,
  series: ReadonlyMap<number, SeriesPart>,
): Omit<Past, 'formBlocks' | 'ownCommands' | 'native' | 'consolesPrint'> {
  const last = before?.commands.at(-1);
  const isUnanswered = last !== undefined && last.expected === null;
  const isNext = view.before !== null || titlesOutput(view) || (before !== undefined && isSameTitle(view, before.view));
  return {
    awaitsOutput: isNext && isUnanswered,
    awaitsEnvironment: isUnanswered && printsEnvironment(last.text),
    awaitsYaml: isNext && isUnanswered && effectsOf(last.text).output?.form === 'yaml',
    opened: last === undefined || (before?.edited.length ?? 0) > 0 ? null : openedBy(last.text),
    openedInside: last !== undefined && last.into !== 'shell',
    unanswered: soFar.unansweredIn(view.block.section, titlesOutput(view)),
    written: soFar.written,
    kindBefore: view.before === null ? null : (before?.kind ?? null),
    counterBefore: view.before !== null && before?.kind === 'illustration' && before.view.announced.has('bad'),
    replacedNext: view.cues.has('change') && isReplacement(views[view.block.index + 1]),
    showsLog: view.before !== null && view.label === '' && printsLog(views[view.before]?.text ?? ''),
    builtNext: isBuilt(views[view.block.index + 1]),
    inSeries: series.has(view.block.index),
    buildFollows: buildsSoon(views, view) && !isReplaced(views, view),
    replaced: isReplaced(views, view),
  };
}

/** A build stands in one of the next blocks. */
function buildsSoon(views: readonly View[], view: View): boolean {
  return views.slice(view.block.index + 1, view.block.index + 5).some(builds);
}

/** Before anything is built another compose file takes the place of this one, or nothing is built any more. */
function isReplaced(views: readonly View[], view: View): boolean {
  if (!isCompose(view.text)) return false;
  const next = views.slice(view.block.index + 1).find((one) => isCompose(one.text) || builds(one));
  return next === undefined || isCompose(next.text);
}

/** The section is called `Expected result`: it belongs to the command above it. */
function titlesOutput({ headings, between }: View): boolean {
  const title = headings[0]?.title ?? '';
  return title.length <= 24 && cuesIn(title).has('output') && between.some(({ kind }) => kind === 'heading');
}

/** Slides repeat their title where what they show goes on. */
function isSameTitle(view: View, before: View): boolean {
  const [here, there] = [view.headings[0], before.headings[0]];
  return here !== undefined && here.title === there?.title && here.parent === there.parent;
}

/** The last line asks for a log, or is the form of such a command. */
function printsLog(text: string): boolean {
  return verbOf(text.split('\n').at(-1) ?? '') === 'container logs';
}

/** The very next block builds: what stands here is the file that it needs. */
function isBuilt(next: View | undefined): boolean {
  return next !== undefined && dockerfileLook(next.text).instructions.length === 0 && builds(next);
}

function builds({ text }: View): boolean {
  return dockerVerbsIn(text).some((verb) => verb.endsWith('build') || verb === 'compose up');
}

/** A docker command with placeholders, and without a prompt. */
function showsForm({ text }: View): boolean {
  return text.split('\n').some((line) => beginsWithDocker(line) && blanksIn(line).length > 0);
}

/** Nearly every block of a shell has a prompt, and nearly no block called a console. */
function consolesPrint(views: readonly View[]): boolean {
  const share = (language: View['language']) => {
    const all = views.filter((view) => view.language === language);
    return all.length < 2 ? null : all.filter(hasPrompt).length / all.length;
  };
  const [shells, consoles] = [share('shell'), share('console')];
  return shells !== null && consoles !== null && shells >= 0.7 && consoles <= 0.3;
}

function hasPrompt({ text }: View): boolean {
  return text.split('\n').some((line) => promptOf(line)?.weak === false);
}

/** The prose of the page is Korean, Japanese or Chinese. */
function speaksNative(views: readonly View[]): boolean {
  const pieces = views
    .flatMap(({ between }) => between.map(({ text }) => text))
    .filter((text) => /\p{L}{2}/u.test(text));
  return pieces.filter((text) => /[가-힣ぁ-んァ-ヶ一-龥]/.test(text)).length > pieces.length / 2;
}
