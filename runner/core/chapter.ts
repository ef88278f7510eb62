import type { Message } from './message.ts';
import type { Range, SourceLine } from './source.ts';

/** One Markdown document, read without a decision about what its blocks mean. */
export interface Chapter {
  /** Short name on the command line: `ch03`, else the file name without its extension. */
  readonly id: string;
  /** Path as the user gave it or as the configuration found it. */
  readonly path: string;
  readonly title: string;
  /** The whole text, byte for byte (decoded as UTF-8, BOM and line ends kept). */
  readonly source: string;
  readonly frontMatter: Readonly<Record<string, unknown>>;
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
  /** Everything that stands between blocks, in order: what the planner weighs. */
  readonly prose: readonly Prose[];
  readonly annotations: readonly Annotation[];
  readonly messages: readonly Message[];
}

/** A heading and what follows it, up to the next heading of any depth. Index 0 is what stands before the first heading. */
export interface Section {
  readonly index: number;
  /** 1 to 6; 0 for what stands before the first heading. */
  readonly depth: number;
  readonly title: string;
  /** GitHub's anchor of the heading, without `#`. */
  readonly slug: string;
  readonly line: number;
  /** Index of the section that encloses this one, or null. */
  readonly parent: number | null;
}

/** `html`: a `<pre>`; the text of its lines is what a browser shows, their range what stands in the source. */
export type BlockForm = 'fence' | 'indented' | 'highlight' | 'inline' | 'html';

/** A code block as it stands in the source. */
export interface Block {
  readonly index: number;
  readonly form: BlockForm;
  /** The whole block, its fences included. */
  readonly range: Range;
  /** Line of the opening fence or of the first indented line, from 1. */
  readonly line: number;
  readonly endLine: number;
  readonly section: number;
  /** First word of the info string, as written; null where there is none. */
  readonly lang: string | null;
  /** The rest of the info string. */
  readonly meta: string | null;
  /** Content; containers' prefixes (indentation of a list, `> `) removed, nothing else. */
  readonly lines: readonly SourceLine[];
  /** False where the end of the document or of a container ended it. */
  readonly closed: boolean;
  /** Names of what it stands in, outermost first. */
  readonly within: readonly ('list' | 'quote' | 'details' | 'table' | 'tab' | 'comment')[];
  /** The tab it stands in, where the page offers several of which a reader follows one. */
  readonly tab?: Tab | null;
  /** What a click on it does, where the page's format makes it a button. */
  readonly click?: Click | null;
  /** The annotation that stands directly above it or in its info string. */
  readonly annotation: Annotation | null;
}

/** What a click on a block does with its lines. */
export interface Click {
  readonly does: 'types' | 'copies' | 'appends' | 'edits' | 'other';
  /** Path of the file that it is about; null where it is about none. */
  readonly file: string | null;
  /** Number of the terminal that it types into; null where it types nothing. */
  readonly terminal: number | null;
  /** Where in its file it puts its lines; absent where it edits none. */
  readonly edit?: FileEdit;
}

/** Where in a file an editor's button puts its text: before or behind a place, or instead of it. */
export interface FileEdit {
  readonly puts: 'before' | 'behind' | 'instead';
  readonly place:
    | { readonly of: 'file' }
    /** From 1; below 0 counted from the end. */
    | { readonly of: 'lines'; readonly from: number; readonly to: number }
    /**
     * The first place with this text, or the `group` of this pattern; with so many whole lines before and behind it, or as
     * it stands where `lines` is null.
     */
    | {
        readonly of: 'match';
        readonly text: string;
        readonly isPattern: boolean;
        readonly group: number;
        readonly lines: { readonly before: number; readonly behind: number } | null;
      };
}

/** One of several tabs. */
export interface Tab {
  /** As the page labels it: `Mac / Linux`, `PowerShell`. */
  readonly name: string;
  /** The same number for tabs that stand side by side. */
  readonly group: number;
}

/** A piece of prose: a paragraph, heading, list item, table or HTML, flattened to one string each. */
export interface Prose {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'table' | 'html';
  readonly line: number;
  readonly range: Range;
  /** Text as a reader sees it, markup removed, inline code kept in back-ticks. */
  readonly text: string;
  readonly section: number;
}

/** What an author said to tutor, in an HTML comment or an info string. */
export interface Annotation {
  readonly range: Range;
  readonly line: number;
  /** Index of the block it is about; null for `tutor:setup` and the like. */
  readonly block: number | null;
  readonly keys: AnnotationKeys;
}

/** Keys of an annotation (the manual's "Annotations" page lists them). All optional. */
export interface AnnotationKeys {
  readonly skip?: string;
  readonly run?: boolean;
  readonly file?: string;
  readonly expect?: 'none' | 'exact' | 'contains' | 'regex';
  readonly exit?: number;
  readonly timeoutMs?: number;
  readonly interruptAfterMs?: number;
  readonly waitFor?: string;
  readonly terminal?: number;
  readonly cwd?: string;
  readonly if?: string;
  readonly answer?: readonly string[];
  readonly loose?: readonly string[];
  readonly strict?: readonly string[];
  /** Commands of a hidden `tutor:setup` block. */
  readonly setup?: readonly SourceLine[];
}
