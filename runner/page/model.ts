import type { DiffLine } from '../core/match.ts';
import type { OutcomeStatus } from '../core/outcome.ts';
import type { BlockKind } from '../core/plan.ts';

/** What a page shows of a chapter: plain JSON, made by tutor, drawn by a browser. Texts are in the reader's language. */
export interface PageModel {
  readonly locale: 'en' | 'ko';
  readonly title: string;
  /** Path of the chapter, as reports name it. */
  readonly path: string;
  /** The engine that it runs on: `sandbox:29`. */
  readonly engine: string;
  /** The chapter's text, sanitised; an empty element with `data-block` stands for each block that has steps. */
  readonly html: string;
  readonly sections: readonly SectionModel[];
  /** Blocks with steps, by their number in the chapter. */
  readonly blocks: Readonly<Record<number, BlockModel>>;
  readonly steps: readonly StepModel[];
  /** Whoever looks at it may change the chapter. */
  readonly canWrite: boolean;
  /** What the page itself says. */
  readonly words: Readonly<Record<string, string>>;
}

export interface SectionModel {
  /** Name of its heading's element. */
  readonly id: string;
  /** 1 to 6. */
  readonly depth: number;
  readonly title: string;
}

/** A block with steps, cut at its commands. */
export interface BlockModel {
  readonly kind: BlockKind;
  readonly lang: string | null;
  /** Line of the chapter, from 1. */
  readonly line: number;
  readonly pieces: readonly BlockPiece[];
  /** Why it is read as it is, and what spoke for each reading. */
  readonly why: readonly string[];
}

/** A step of a block, or lines that are shown and not typed: output, remarks. */
export type BlockPiece = { readonly step: number } | { readonly text: string };

/** A step as the chapter has it. */
export interface StepModel {
  readonly index: number;
  readonly line: number;
  readonly type: 'command' | 'file';
  /** The command as it is typed, or the content of the file. */
  readonly text: string;
  /** The command or the file's content, highlighted. */
  readonly html: string;
  /** Path of the file; null for a command. */
  readonly file: string | null;
  /** Number of the terminal that it is typed into, from 1. */
  readonly terminal: number;
  /** What stands before it; nothing before a course's script, which nobody types. */
  readonly prompt: '$' | '>' | '';
  /** Why it is neither typed nor written; null where it is. */
  readonly skip: string | null;
  /** Line at which its expected output begins. */
  readonly expectedLine: number | null;
}

/** Where a step is on the way. */
export type Stage = 'waiting' | 'ready' | 'running' | OutcomeStatus;

/** What has become of a step. */
export interface StepState {
  readonly index: number;
  readonly stage: Stage;
  /** Sentences about its outcome. */
  readonly told: readonly string[];
  /** What it printed; null where nothing was typed. */
  readonly output: string | null;
  readonly ms: number | null;
  /** What was typed in place of the chapter's command. */
  readonly typed: string | null;
  /** The chapter's output beside the real one; empty where they were not compared. */
  readonly diff: readonly DiffLine[];
  /** Differences that do not count. */
  readonly tolerated: readonly { readonly line: number; readonly name: string }[];
  /** What an update would write, as a diff; null where nobody asked. */
  readonly patch: string | null;
}

/** A port that a step has published, and where the browser reaches it. */
export interface Service {
  readonly port: number;
  readonly url: string;
}

/** What the page is told. */
export type ToPage =
  /** There is no chapter yet: what is going on. */
  | { readonly type: 'before'; readonly text: string }
  /** The chapters of the lesson, in their order, and the one that is gone through. */
  | {
      readonly type: 'pages';
      /** Of the course; null for a chapter by itself. */
      readonly title: string | null;
      readonly models: readonly PageModel[];
      readonly current: number;
    }
  | { readonly type: 'current'; readonly page: number }
  | { readonly type: 'states'; readonly page: number; readonly states: readonly StepState[] }
  | { readonly type: 'engine'; readonly engine: 'starting' | 'ready' | 'running' | 'stopped'; readonly why?: string }
  | { readonly type: 'terminal'; readonly terminal: number; readonly data: string; readonly anew?: true }
  | { readonly type: 'services'; readonly services: readonly Service[] }
  /** So many steps were gone through at an earlier time and can be made again. */
  | { readonly type: 'resumable'; readonly count: number }
  | { readonly type: 'notice'; readonly text: string };

/** What the page asks for. */
export type FromPage =
  /** Runs the steps that are left up to this one, this one included. */
  | { readonly type: 'run'; readonly upTo: number }
  /** Runs the step that was judged last once more. */
  | { readonly type: 'again' }
  /** Leaves out the step that is ready. */
  | { readonly type: 'skip' }
  /** Makes again what was gone through at an earlier time. */
  | { readonly type: 'resume' }
  /** Shows what an update would write for a step. */
  | { readonly type: 'propose'; readonly step: number }
  /** Writes that to the chapter. */
  | { readonly type: 'write'; readonly step: number }
  /** Does what is left of this chapter and goes on to the next one of the course. */
  | { readonly type: 'onward' }
  /** A fresh engine and the chapter's beginning. */
  | { readonly type: 'reset' }
  /** The reader has typed a command that may be the step that is ready. */
  | { readonly type: 'attempt'; readonly text: string }
  | { readonly type: 'press'; readonly terminal: number; readonly keys: string }
  | { readonly type: 'resize'; readonly columns: number; readonly rows: number };
