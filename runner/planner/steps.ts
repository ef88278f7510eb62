import { posix } from 'node:path';
import { effectsOf } from '../command/index.ts';
import type { Chapter } from '../core/chapter.ts';
import type { CourseScript } from '../core/course.ts';
import { withoutEnd } from '../core/lines.ts';
import type { CommandStep, FileStep, PageOfCourse, Step } from '../core/plan.ts';
import type { SourceLine } from '../core/source.ts';
import { answersTo, typedAtQuestion } from './answers.ts';
import { type Draft, type DraftCommand, likeness } from './draft.ts';
import { markMortal } from './ended.ts';
import { withoutDrawing } from './expected/drawing.ts';
import { tableAfter } from './expected/markdown-table.ts';
import { isMeantToFail, missingAsTold } from './failure.ts';
import { actionOf } from './files/action.ts';
import { type Editor, tieEditors } from './files/editors.ts';
import { Folders, nameIn } from './files/folder.ts';
import { lastPart } from './files/written.ts';
import { type PlacedScript, placedScripts } from './links.ts';
import { backFromAccounts } from './places/accounts.ts';
import { isDetachedBefore } from './places/detach.ts';
import { removalBefore } from './removals.ts';
import { serviceLinks } from './services.ts';
import type { TypedEntry } from './transcript/entry.ts';
import { turnOf } from './transcript/turns.ts';

/**
 * The plan's steps in the order of the chapter.
 *
 * @param page what the chapter's course adds to it; null where it is none of a course
 */
export function stepsOf(chapter: Chapter, drafts: readonly Draft[], page: PageOfCourse | null = null): readonly Step[] {
  const steps = new StepList();
  const scripts = terminalFirst(page?.scripts ?? []);
  for (const script of scripts) if (script.role !== 'check') steps.push(scriptStep(chapter, script, steps));
  const links =
    page === null
      ? []
      : [...placedScripts(chapter, page.tests), ...shownBeside(chapter, drafts, page)].sort((a, b) => a.line - b.line);
  const follow = (line: number) => {
    for (let [next] = links; next !== undefined && next.line < line; [next] = links) {
      links.shift();
      steps.push({ ...scriptStep(chapter, next, steps), section: sectionAt(chapter, next.line), line: next.line });
    }
  };
  const openers = new Map<TypedEntry, number>();
  const editors: Editor[] = [];
  const folders = new Folders();
  const back = backFromAccounts(drafts);
  for (const [number, draft] of drafts.entries()) {
    follow(draft.view.block.line);
    for (const command of draft.editor === null ? draft.commands : [draft.editor]) {
      const here = folders.enter(command);
      const above = draft.edited.find(({ entry, by }) => by === 'above' && entry === command.entry);
      if (above !== undefined && command.skip === null)
        steps.push(fileStep(draft, nameIn(here, above.path), above.lines, steps));
      const opener = openers.get(command.stack.at(-1)?.opener ?? command.entry);
      openers.set(command.entry, steps.doneBefore(command) ?? steps.all.length);
      steps.push({
        ...commandStep(chapter, draft, command, steps.all.length),
        ...(opener !== undefined && { opener }),
        ...(back.has(command.entry) && { backHome: true as const }),
        ...answerBelow(draft, command, drafts[number + 1]),
      });
      const { edits } = effectsOf(command.text);
      if (edits !== null && command.into === 'shell')
        editors.push({ index: steps.all.length - 1, path: nameIn(here, edits) });
      folders.follow(command);
      const edited = draft.edited.find(({ entry, by }) => by === 'editor' && entry === command.entry);
      if (edited !== undefined && draft.editor === null && command.into === 'shell')
        steps.push(fileStep(draft, nameIn(here, edited.path), edited.lines, steps));
    }
    const content = contentOf(draft);
    if (draft.file !== null && content !== null) steps.push(fileStep(draft, draft.file, content, steps));
  }
  follow(Number.POSITIVE_INFINITY);
  for (const script of scripts) if (script.role === 'check') steps.push(scriptStep(chapter, script, steps));
  return tieEditors(markMortal(markRunning(steps.all, page !== null), chapter), editors);
}

/** What a platform types into the terminal is begun together with what runs beside it, and that is awaited then. */
function terminalFirst(scripts: readonly CourseScript[]): readonly CourseScript[] {
  const inTerminal = ({ role, everyTerminal }: CourseScript) => role === 'foreground' && everyTerminal !== true;
  return [...scripts.filter(inTerminal), ...scripts.filter((one) => !inTerminal(one))];
}

function shownBeside(chapter: Chapter, drafts: readonly Draft[], page: PageOfCourse): readonly PlacedScript[] {
  return page.services.length === 0
    ? []
    : serviceLinks(chapter, stepsOf(chapter, drafts, { ...page, services: [] }), page);
}

function answerBelow(
  { commands }: Draft,
  command: DraftCommand,
  next: Draft | undefined,
): Pick<Partial<CommandStep>, 'answers'> {
  const answer = commands.at(-1) === command ? typedAtQuestion(command, next) : null;
  return answer === null ? {} : { answers: [answer] };
}

/** Index of the section in which a line stands. */
function sectionAt({ sections }: Chapter, line: number): number {
  return sections.findLast((section) => section.line <= line)?.index ?? 0;
}

/** What a terminal is called that nobody types into. */
const noTerminal = 0;

/** A script stands where its page begins, or where it ends. */
export function scriptStep(
  { source, sections }: Chapter,
  { role, name, everyTerminal, content }: CourseScript,
  { all }: { readonly all: readonly Step[] },
): CommandStep {
  const check = role === 'check';
  const end = withoutEnd(source).split('\n').length;
  return {
    type: 'command',
    index: all.length,
    block: -1,
    section: check ? (sections.at(-1)?.index ?? 0) : 0,
    line: check ? Math.max(end, (all.at(-1)?.line ?? 0) + 1) : 1,
    column: 1,
    text: content,
    range: check ? { start: source.length, end: source.length } : { start: 0, end: 0 },
    into: 'shell',
    terminal: role === 'foreground' ? 1 : noTerminal,
    skip: null,
    expected: null,
    answers: [],
    failureExpected: false,
    annotation: {},
    script: { role, name, ...(everyTerminal && { everyTerminal }) },
  };
}

/** What goes on while the next step is typed into another terminal, or on the next page of a course. */
function markRunning(steps: readonly Step[], ofCourse: boolean): readonly Step[] {
  return steps.map((step, at) => {
    if (step.type !== 'command' || step.skip !== null || step.script !== undefined) return step;
    const { ends, opens } = effectsOf(step.text);
    if (ends.how === 'ends' || opens !== null) return step;
    const next = steps.slice(at + 1).find((one) => one.type === 'command' && one.skip === null);
    if (next === undefined && ofCourse) return { ...step, staysOn: true };
    return next?.type === 'command' && next.terminal !== step.terminal ? { ...step, staysOn: true } : step;
  });
}

/** Steps in their order, and what they have written into files so far. */
class StepList {
  readonly all: Step[] = [];
  readonly #contents = new Map<string, string | null>();

  push(step: Step): void {
    this.all.push(step);
    if (step.type === 'file') this.#contents.set(lastPart(step.path), step.action === 'write' ? step.content : null);
    else
      for (const { path, content } of effectsOf(step.text).writesContent) this.#contents.set(lastPart(path), content);
  }

  /** The step that has typed this already, of a command that is left out for that; null of any other. */
  doneBefore({ skip, text }: DraftCommand): number | null {
    if (skip?.code !== 'repeated') return null;
    const same = (one: Step) => one.type === 'command' && one.skip === null && likeness(one.text) === likeness(text);
    return this.all.findLast(same)?.index ?? null;
  }

  /** Null where it is not known. */
  contentOf(path: string): string | null {
    return this.#contents.get(lastPart(path)) ?? null;
  }
}

/** A command of a block as a step, at a place in the plan. */
export function commandStep(chapter: Chapter, draft: Draft, command: DraftCommand, index: number): CommandStep {
  const { start, end, lines } = command.entry;
  const { block } = draft.view;
  const failureExpected = isMeantToFail(draft, command);
  const toldMissing = failureExpected ? undefined : missingAsTold(draft, command);
  const isLast = draft.commands.at(-1) === command;
  const promptId = containerIdIn(command.entry);
  return {
    type: 'command',
    index,
    block: block.index,
    section: block.section,
    line: lines[0]?.line ?? block.line,
    column: columnOf(chapter.source, start),
    text: command.text,
    ...(command.text !== command.entry.text && { written: command.entry.text }),
    range: { start, end },
    into: command.into,
    terminal: command.terminal,
    ...(promptId === null ? {} : { promptId }),
    ...(command.entry.broken === null ? {} : { broken: command.entry.broken }),
    skip: command.skip,
    expected: withoutDrawing(command.expected) ?? (isLast ? tableAfter(chapter, draft.view, command.text) : null),
    answers: answersTo(
      command,
      chapter.source.slice(0, start),
      turnOf(draft.entries, command.entry).below.map(({ line }) => line.text),
    ),
    failureExpected,
    ...(toldMissing === undefined ? {} : { toldMissing }),
    annotation: block.annotation?.keys ?? {},
    ...(isDetachedBefore(draft, command) ? { detachFirst: true } : {}),
    ...(block.within.includes('details') ? { solves: true } : {}),
    ...removalBefore(chapter, block.range.start),
  };
}

/** `root@5e4f3a2b1c0d:/#`: Docker calls a container's host by its ID. */
function containerIdIn({ prompt }: TypedEntry): string | null {
  return prompt?.side === 'container' ? (/[0-9a-f]{12}$/.exec(prompt.host ?? '')?.[0] ?? null) : null;
}

/** Column from 1 of an offset in its line. */
function columnOf(source: string, offset: number): number {
  let start = offset;
  while (start > 0 && source[start - 1] !== '\n' && source[start - 1] !== '\r') start--;
  return offset - start + 1;
}

/** The lines of the file that the block is, or that `cat` shows in it. */
function contentOf({ kind, view, edited, file }: Draft): readonly SourceLine[] | null {
  if (kind !== 'dockerfile' && kind !== 'file') return null;
  const [shown] = edited;
  const lines = shown === undefined ? withoutCaption(view.block.lines, file ?? '') : shown.lines;
  // No builder reads a remark of HTML: the author took the page's language for the file's.
  return kind === 'dockerfile' ? lines.filter(({ text }) => !/^\s*<!--.*-->\s*$/.test(text)) : lines;
}

/** A first line that is nothing but the file's name came along when the author copied the block from a page. */
function withoutCaption(lines: readonly SourceLine[], file: string): readonly SourceLine[] {
  const caption =
    lines[0]?.text
      .trim()
      .replace(/^\p{Extended_Pictographic}\ufe0f?\s*|:$/gu, '')
      .toLowerCase() ?? '';
  const names = [file, posix.basename(file)].map((name) => name.toLowerCase());
  if (caption === '' || !names.includes(caption)) return lines;
  const start = lines.findIndex(({ text }, index) => index > 0 && text.trim() !== '');
  return start === -1 ? lines : lines.slice(start);
}

function fileStep({ view, part }: Draft, path: string, lines: readonly SourceLine[], before: StepList): FileStep {
  const { block } = view;
  return {
    type: 'file',
    index: before.all.length,
    block: block.index,
    section: block.section,
    line: lines[0]?.line ?? block.line,
    column: 1,
    path,
    content: `${lines.map(({ text }) => text).join('\n')}\n`,
    action: part === 'more' ? 'append' : actionOf(view, path, before.contentOf(path)),
    ...(block.click?.edit === undefined ? {} : { edit: block.click.edit }),
    skip: null,
    annotation: block.annotation?.keys ?? {},
    ...(block.within.includes('details') ? { solves: true } : {}),
  };
}
