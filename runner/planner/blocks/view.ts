import { effectsOf } from '../../command/index.ts';
import type { Block, Chapter, Prose, Section } from '../../core/chapter.ts';
import { commandness } from '../lines/commandness.ts';
import { promptOf } from '../prompts/index.ts';
import { cuesIn, type TextCues } from '../prose/cues.ts';
import { sentences } from '../prose/sentences.ts';
import { type Language, languageOf } from './language.ts';
import { proseShare } from './looks.ts';
import { type Mark, marksOf, terminalsOf } from './mark.ts';

/** How a shell is left before docker is called again: typed in a block, or told in words; null where it is not. */
export type ExitAhead = 'typed' | 'told' | null;

/** A block with what surrounds it. */
export interface View {
  readonly block: Block;
  /** What the author's course format says of it. */
  readonly mark: Mark | null;
  /** The terminal that the mark of the course names; null where it names none. */
  readonly terminal: number | null;
  readonly language: Language;
  /** Content joined by newlines, empty lines at both ends removed. */
  readonly text: string;
  /** Prose between the block before and this one, in order. */
  readonly between: readonly Prose[];
  /** The last line of prose above it, in the same section: a label such as `Output:`; empty where the block follows another directly. */
  readonly label: string;
  /** The paragraph that holds the label. */
  readonly paragraph: string;
  /** Headings it stands under, innermost first. */
  readonly headings: readonly Section[];
  /** Prose directly below it, up to the next block. */
  readonly below: string;
  /** Index of the first piece of the chapter's prose that stands below it. */
  readonly proseBelow: number;
  /** The block before it in the same section, or null. */
  readonly before: number | null;
  /** The blocks after it leave a shell before docker is called again: what was opened is open until then. */
  readonly exitAhead: ExitAhead;
  /** The page shows the prompts of containers: what stands behind another one is typed elsewhere. */
  readonly showsPlaces: boolean;
  /** The heading is the container's counterpart of one about the host. */
  readonly aboutContainer: boolean;
  /** False where the label is a remark on the block before: an item of a list that this block is not in. */
  readonly introduced: boolean;
  /** Cues of the last sentence above it; none where that does not introduce it. */
  readonly announced: TextCues;
  /** Cues of its label, the last two sentences of it. */
  readonly cues: TextCues;
  /** Cues of the whole paragraph above it. */
  readonly paragraphCues: TextCues;
  /** Cues of its innermost heading, where nothing else stands between them. */
  readonly headingCues: TextCues;
}

/** Looks at every block of a chapter together with its prose. */
export function viewBlocks(chapter: Chapter): readonly View[] {
  let next = 0;
  const [exits, hosts] = [exitsAhead(chapter), hostSections(chapter)];
  const showsPlaces = chapter.blocks.some(({ lines }) =>
    lines.some(({ text }) => promptOf(text)?.side === 'container'),
  );
  const [marks, terminals] = [marksOf(chapter), terminalsOf(chapter)];
  return chapter.blocks.map((block, index) => {
    const between: Prose[] = [];
    for (; next < chapter.prose.length; next++) {
      const piece = chapter.prose[next];
      if (piece === undefined || piece.range.start > block.range.start) break;
      between.push(piece);
    }
    const view = viewOf(chapter, block, between, next, chapter.blocks[index - 1] ?? null, hosts);
    // What a click says to an agent is no shell's.
    const mark = marks[index] === 'run' && proseShare(view.text) > 0.3 ? null : (marks[index] ?? null);
    return { ...view, exitAhead: exits[index] ?? null, showsPlaces, mark, terminal: terminals[index] ?? null };
  });
}

/** `@snapend`, `@title[Answer]`: what lays out a slide says nothing of the block below it. */
const markOfSlides = /^(?:@[a-z]+(?:\[[^\]]*\])?(?:\([^)]*\))?\s*)+$/;

function viewOf(
  chapter: Chapter,
  block: Block,
  between: Prose[],
  next: number,
  before: Block | null,
  hosts: ReadonlySet<string>,
): Omit<View, 'exitAhead' | 'showsPlaces' | 'mark' | 'terminal'> {
  const own = between.filter(
    ({ kind, text, section }) =>
      kind !== 'heading' && text !== '' && section === block.section && !markOfSlides.test(text),
  );
  const paragraph = own.at(-1)?.text ?? '';
  const lines = paragraph.split('\n').filter((line) => line.trim() !== '');
  const label = lines.at(-1)?.trim() ?? '';
  const introduced = !isRemarkOn(own.at(-1), block, before, chapter.source);
  const headings = trail(chapter, block.section);
  const text = block.lines
    .map((line) => line.text.replace(/\s+$/, ''))
    .join('\n')
    .replace(/^(?:[ \t]*\n)+|(?:\n[ \t]*)+$/g, '');
  const heading = own.length === 0 && before?.section !== block.section ? (headings[0]?.title ?? '') : '';
  return {
    block,
    language: languageOf(block.lang),
    text,
    between,
    label,
    paragraph,
    headings,
    below: belowOf(chapter, next, block),
    proseBelow: next,
    aboutContainer: isCounterpart(headings[0], hosts),
    before: before !== null && before.section === block.section ? before.index : null,
    introduced,
    announced: cuesIn(introduced ? (sentences(label).at(-1) ?? '') : ''),
    cues: cuesIn(sentences(label).slice(-2).join(' ')),
    paragraphCues: cuesIn(paragraph),
    headingCues: cuesIn(heading),
  };
}

/** A whole sentence in a list between two blocks tells of the first: nothing in it leads to the second. */
function isRemarkOn(last: Prose | undefined, block: Block, before: Block | null, source: string): boolean {
  // A list goes on behind a block that is not moved in: that one is not in it.
  const inItem = block.within.includes('list') && !/[\r\n]/.test(source[block.range.start - 1] ?? '\n');
  if (last?.kind !== 'item' || inItem || before?.section !== block.section) return false;
  return /[\p{L}\p{N})`'"][.!。]$|(?:다|요|음|함|됨)$/u.test(last.text);
}

function trail(chapter: Chapter, section: number): Section[] {
  const found: Section[] = [];
  for (let at: number | null = section; at !== null; at = chapter.sections[at]?.parent ?? null) {
    const one: Section | undefined = chapter.sections[at];
    if (one === undefined) break;
    found.push(one);
  }
  return found;
}

function belowOf(chapter: Chapter, next: number, block: Block): string {
  const following = chapter.blocks[block.index + 1];
  const piece = chapter.prose[next];
  if (piece === undefined || (following !== undefined && piece.range.start > following.range.start)) return '';
  return piece.section === block.section && piece.kind !== 'heading' ? piece.text : '';
}

const leaving = new Set(['exit', 'logout']);

function wordAfterPrompt(line: string): string {
  return /\w+/.exec(line.slice(promptOf(line)?.length ?? 0))?.[0] ?? '';
}

function opensShell(line: string): boolean {
  const text = line.slice(promptOf(line)?.length ?? 0).trim();
  return text.endsWith('sh') && commandness(text) > 0 && effectsOf(text).opens?.into === 'container';
}

/** What tells the reader to leave what is open: the word that is typed, or the keys. */
const tellsToLeave = /(?<!will |would |immediately )\bexit\b(?! (?:code|status))|\bCtrl\s*[+-]?\s*[`+]*\s*[DP]\b/iu;

/**
 * For each block, whether an `exit` comes in the blocks after it or in the words between them before docker is called
 * or a shell opened again.
 */
function exitsAhead({ blocks, prose }: Chapter): ExitAhead[] {
  const found: ExitAhead[] = [];
  let ahead: ExitAhead = null;
  let words = prose.length;
  for (const block of [...blocks].reverse()) {
    for (let piece = prose[words - 1]; piece !== undefined && piece.range.start > block.range.start; ) {
      if (tellsToLeave.test(piece.text)) ahead = 'told';
      words -= 1;
      piece = prose[words - 1];
    }
    found.push(ahead);
    const first = block.lines.find(({ text }) => {
      const word = wordAfterPrompt(text);
      return leaving.has(word) || word === 'docker' || opensShell(text);
    });
    if (first !== undefined) ahead = leaving.has(wordAfterPrompt(first.text)) ? 'typed' : null;
  }
  return found.reverse();
}

const inside = /컨테이너|container|コンテナ|容器/iu;
const outside = /호스트|host|ホスト|宿主机|主机/iu;

/** Sections about the host: what they stand in, and their title without the word for it. */
function hostSections({ sections }: Chapter): ReadonlySet<string> {
  return new Set(sections.flatMap((section) => (outside.test(section.title) ? [topicOf(section, outside)] : [])));
}

function topicOf({ parent, title }: Section, without: RegExp): string {
  return `${parent} ${title.replace(without, '').trim()}`;
}

/** `컨테이너 확인` beside `호스트 확인`: the one is typed in the container, the other on the host. */
function isCounterpart(heading: Section | undefined, hosts: ReadonlySet<string>): boolean {
  if (heading === undefined || !inside.test(heading.title) || outside.test(heading.title)) return false;
  return hosts.has(topicOf(heading, inside));
}
