import type { Block, Chapter, Prose, Section } from '../../core/chapter.ts';
import { type Cue, cuesIn } from '../prose/cues.ts';
import { type Language, languageOf } from './language.ts';

/** A block with what surrounds it. */
export interface View {
  readonly block: Block;
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
  /** The block before it in the same section, or null. */
  readonly before: number | null;
  /** Cues of its label. */
  readonly cues: ReadonlySet<Cue>;
  /** Cues of the whole paragraph above it. */
  readonly paragraphCues: ReadonlySet<Cue>;
  /** Cues of its innermost heading, where nothing else stands between them. */
  readonly headingCues: ReadonlySet<Cue>;
}

/** Looks at every block of a chapter together with its prose. */
export function viewBlocks(chapter: Chapter): readonly View[] {
  let next = 0;
  return chapter.blocks.map((block, index) => {
    const between: Prose[] = [];
    for (; next < chapter.prose.length; next++) {
      const piece = chapter.prose[next];
      if (piece === undefined || piece.range.start > block.range.start) break;
      between.push(piece);
    }
    return viewOf(chapter, block, between, next, chapter.blocks[index - 1] ?? null);
  });
}

function viewOf(chapter: Chapter, block: Block, between: Prose[], next: number, before: Block | null): View {
  const own = between.filter(({ kind, text, section }) => kind !== 'heading' && text !== '' && section === block.section);
  const paragraph = own.at(-1)?.text ?? '';
  const lines = paragraph.split('\n').filter((line) => line.trim() !== '');
  const label = lines.at(-1)?.trim() ?? '';
  const headings = trail(chapter, block.section);
  const text = block.lines.map((line) => line.text.replace(/\s+$/, '')).join('\n').replace(/^(?:[ \t]*\n)+|(?:\n[ \t]*)+$/g, '');
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
    before: before !== null && before.section === block.section ? before.index : null,
    cues: cuesIn(label),
    paragraphCues: cuesIn(paragraph),
    headingCues: cuesIn(heading),
  };
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
