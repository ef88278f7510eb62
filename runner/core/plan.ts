import type { AnnotationKeys, Block, Chapter, FileEdit } from './chapter.ts';
import type { Course, CourseScript } from './course.ts';
import type { Message, Told } from './message.ts';
import type { Range, SourceLine } from './source.ts';

/** What the author means a block to be. */
export type BlockKind =
  | 'run'
  | 'in-container'
  | 'expected-output'
  | 'dockerfile'
  | 'file'
  | 'synopsis'
  | 'illustration'
  | 'other';

/** Into what a command is typed. */
export type Into = 'shell' | 'container' | 'repl';

/** Why a command that the author means to be typed is not typed by tutor. */
export type SkipCode =
  | 'annotation'
  | 'other-system'
  | 'alternative'
  | 'editor'
  | 'repeated'
  | 'never-made'
  | 'placeholder'
  | 'destructive'
  | 'condition';

export interface Skip {
  readonly code: SkipCode;
  readonly reason: Told;
}

/** The chapter's promise about a command's output. */
export interface Expected {
  /**
   * Where it stands: in a block of its own, after the command in the same block, as comment lines, as a trailing
   * comment, as a Markdown table.
   */
  readonly form: 'block' | 'inline' | 'comment' | 'trailing-comment' | 'table';
  /** Text of each line without comment marks, and where that text stands: an edit replaces exactly this range. */
  readonly lines: readonly SourceLine[];
  /** The lines joined by newlines. */
  readonly text: string;
  readonly line: number;
  /** The author announced an excerpt: further actual lines do not count. */
  readonly partial: boolean;
  /** Index of the block it stands in. */
  readonly block: number;
}

/** A line of a command behind which bash takes the command to be whole, though the author goes on below. */
export interface BrokenLine {
  readonly line: number;
  /** Its backslash is missing, or a blank stands behind it. */
  readonly how: 'lost' | 'blank';
}

/** A script of the course, as a step knows it. */
export type ScriptOfStep = Pick<CourseScript, 'role' | 'name' | 'everyTerminal'>;

export interface CommandStep {
  readonly type: 'command';
  /** Position in the plan, from 0. */
  readonly index: number;
  /** Index of the block it was written in. */
  readonly block: number;
  readonly section: number;
  readonly line: number;
  readonly column: number;
  /** What a reader types; continuation lines and heredoc bodies included, joined by newlines; prompts removed. */
  readonly text: string;
  /** As the chapter writes it, where values of variables have been put into `text`. */
  readonly written?: string;
  /** From the first to the last character of the command in the source, prompts of continuation lines included. */
  readonly range: Range;
  readonly into: Into;
  /** Index of the step that opens the program it is typed into; absent for the terminal's own shell, and where none does. */
  readonly opener?: number;
  /** ID of the container in whose shell it is typed, where the prompt before it shows one. */
  readonly promptId?: string;
  /** 1 for the chapter's first terminal. */
  readonly terminal: number;
  readonly skip: Skip | null;
  readonly expected: Expected | null;
  /** Answers that the chapter shows to questions of this command, in order. */
  readonly answers: readonly string[];
  /** The chapter says that this command fails. */
  readonly failureExpected: boolean;
  /** Line at which the page last asks its reader, in words alone, to stop or remove what was made before. */
  readonly removalAsked?: number;
  /** The page tells below it that something is not there: a failure for that is what it shows. */
  readonly toldMissing?: 'image' | 'thing' | undefined;
  readonly annotation: AnnotationKeys;
  /** Opens an editor: index of the file step that writes what the reader would type into it. */
  readonly writes?: number;
  /** It goes on, and the reader, too: in another terminal. */
  readonly staysOn?: true;
  /** What it starts may end by itself: the page speaks of that, or shows it. */
  readonly mayEnd?: true;
  /** Its text is what the author means; copied as it stands it would end at this line. */
  readonly broken?: BrokenLine;
  /** Before it the reader lets go of the container that is open in the terminal, which runs on. */
  readonly detachFirst?: true;
  /** It is typed into the terminal's own shell: what was opened in it is left first. */
  readonly backHome?: true;
  /** It is a script of the course, which `text` holds: nobody types it, and it stands in no block. */
  readonly script?: ScriptOfStep;
  /** It stands where the page shows how its task is done. */
  readonly solves?: true;
}

/** A file that the reader is told to write. */
export interface FileStep {
  readonly type: 'file';
  readonly index: number;
  readonly block: number;
  readonly section: number;
  readonly line: number;
  readonly column: number;
  /** As a reader would name it, from the folder in which the chapter starts; `~` stands for HOME. */
  readonly path: string;
  readonly content: string;
  readonly action: 'write' | 'append' | 'patch';
  /** Where a change puts `content`, as the author's button says. */
  readonly edit?: FileEdit;
  readonly skip: Skip | null;
  readonly annotation: AnnotationKeys;
  /** It stands where the page shows how its task is done. */
  readonly solves?: true;
}

export type Step = CommandStep | FileStep;

/** What a course adds to one of its pages. */
export interface PageOfCourse {
  readonly scripts: readonly CourseScript[];
  /** As the course's. */
  readonly tests: Readonly<Record<string, string>>;
  /** As the course's. */
  readonly services: readonly string[];
  /** Files of the course that its reader has, as the course's. */
  readonly documents: Course['documents'];
  /** Why nothing of the course is typed; null where it is for a machine like this one. */
  readonly elsewhere: Told | null;
}

/**
 * What a report says of a step: its whole command, the path of its file, the name of its script.
 *
 * @param signs whether a sign tells a script from a command
 */
export function textOf(step: Step, signs = true): string {
  if (step.type === 'file') return step.path;
  if (step.script === undefined) return step.text;
  return signs ? `⚙ ${step.script.name}` : step.script.name;
}

/**
 * What a step is called on one line.
 *
 * @param signs whether signs tell files and scripts from commands
 */
export function titleOf(step: Step, signs = true): string {
  const [first = ''] = textOf(step, signs).split('\n');
  return step.type === 'file' && signs ? `✎ ${first}` : first;
}

/** A script of the course that gets ready what its page needs. */
export function prepares(step: Step): boolean {
  return step.type === 'command' && step.script !== undefined && !['check', 'link'].includes(step.script.role);
}

/** A script of the course that says whether the reader has done what its page asks for. */
export function isCheck(step: Step): boolean {
  return step.type === 'command' && step.script?.role === 'check';
}

/** Whether nothing is done at a step: it is not typed, and no file is written in its place. */
export function isLeftOut(step: Step): boolean {
  return step.skip !== null && (step.type === 'file' || step.writes === undefined);
}

/** Something that speaks for (or, with a negative weight, against) a reading of a block. */
export interface Evidence {
  readonly kind: BlockKind;
  readonly weight: number;
  /** Null where it only weakens or supports another reading. */
  readonly reason: Told | null;
}

/** What was asked about a block; `nobody` speaks where nothing says more. */
export type Witness =
  | 'nobody'
  | 'annotation'
  | 'marks'
  | 'language'
  | 'content'
  | 'typing'
  | 'placeholders'
  | 'prose'
  | 'files'
  | 'repeats';

/** A block with what was decided about it. */
export interface PlannedBlock {
  readonly block: Block;
  readonly kind: BlockKind;
  /** Why it is read so, for `tutor plan`. */
  readonly reason: Told;
  /** What spoke for each kind when the block was read, for `tutor plan --why`. */
  readonly evidence: readonly (Evidence & { readonly by: Witness })[];
  /** Path of a `dockerfile` or `file` block, as a reader would name it. */
  readonly file: string | null;
  /** Expected output: the index of the block that holds its command. */
  readonly for: number | null;
  /** Commands of a part that the page shows to other readers: no steps, nothing hangs on them. Absent where all see it. */
  readonly unseen?: readonly CommandStep[];
}

/** A chapter and those it builds on: they are run first, on the same engine. */
export interface Itinerary {
  /** In the order in which they are run, each before what builds on it. */
  readonly before: readonly Plan[];
  readonly plan: Plan;
  /** They are pages of this course: one terminal, and one folder after the other. Absent for chapters. */
  readonly course?: Course;
}

export interface Plan {
  readonly chapter: Chapter;
  /** One for every block of the chapter, in order. */
  readonly blocks: readonly PlannedBlock[];
  readonly steps: readonly Step[];
  /** What a course leaves to its reader and the steps need. */
  readonly variables: readonly Variable[];
  /** Commands in the running text that no step types. */
  readonly unread: readonly UnreadCommand[];
  readonly messages: readonly Message[];
}

/** A placeholder with a name, the same throughout a course: `$$team$$`. */
export interface Variable {
  readonly name: string;
  /** As the chapter writes it. */
  readonly text: string;
  /** Lines of the steps that need it, from 1. */
  readonly lines: readonly number[];
  /** What the author asks for it; null where the page does not. */
  readonly prompt: string | null;
  /** Null where nobody gives one: what needs it is left out. */
  readonly value: string | null;
  /** The value comes from the reader, not from the author. */
  readonly isGiven: boolean;
}

/** A command that was found in the running text and is not typed. */
export interface UnreadCommand {
  /** Line at which its paragraph begins, from 1. */
  readonly line: number;
  readonly text: string;
}
