import { beginsWithDocker, dockerVerbsIn, isCommand, placeholdersIn, understand } from '../command/index.ts';
import type { Block, Prose } from '../core/chapter.ts';
import type { SourceLine } from '../core/source.ts';
import type { Page } from './dialects/dialect.ts';
import { indexAt } from './lines.ts';

/** What a command is made of where nothing but its own words shows that it is one. */
const word = /^(?:"[^"]*"|'[^']*'|[\w./:@=,$~{}-]+)$/;

type Found = Omit<Block, 'index' | 'annotation'>;

/**
 * Commands that an author has left without a fence: a paragraph, or its last lines, that hold calls of Docker and not a
 * word of a sentence.
 *
 * @param others all other blocks of the document
 */
export function plainCommands(
  page: Page,
  prose: readonly Omit<Prose, 'section'>[],
  others: readonly Found[],
): readonly Found[] {
  return prose
    .filter(({ kind, text }) => kind === 'paragraph' && text.includes('docker'))
    .filter((paragraph) => !isTitle(page, paragraph, others))
    .flatMap((paragraph) => linesIn(page, paragraph).map(blockOf));
}

/** What stands right above a block that calls the same verb says what is typed there. */
function isTitle({ source }: Page, { range, text }: Pick<Prose, 'range' | 'text'>, others: readonly Found[]): boolean {
  const next = others.find((block) => block.range.start >= range.end);
  if (next === undefined || source.slice(range.end, next.range.start).trim() !== '') return false;
  const titled = dockerVerbsIn(text);
  return next.lines.flatMap((line) => dockerVerbsIn(line.text)).some((verb) => titled.includes(verb));
}

function linesIn({ source, lines }: Page, { range }: Pick<Prose, 'range'>): readonly SourceLine[] {
  const [first, last] = [indexAt(lines, range.start), indexAt(lines, Math.max(range.start, range.end - 1))];
  const own = lines.slice(first, last + 1).map((line): SourceLine => {
    const whole = source.slice(line.start, line.end);
    const start = line.start + whole.length - whole.trimStart().length;
    return { text: whole.trim(), range: { start, end: start + whole.trim().length }, line: line.number };
  });
  const at = own.findLastIndex((line) => !isSurely(line.text)) + 1;
  return own.slice(at);
}

function isSurely(text: string): boolean {
  const words = text.match(/"[^"]*"|'[^']*'|\$\{[^}]*\}|\S+/g) ?? [];
  // Alone it is the name of what the page is about.
  if (words.length < 2 || !beginsWithDocker(text) || !words.every((one) => word.test(one))) return false;
  const { calls } = understand(text);
  const docker = calls[0]?.docker;
  if (calls.length !== 1 || docker == null || !isCommand(text) || placeholdersIn(text).length > 0) return false;
  const { known, unknownOptions, tooFewOperands, options, operands, argv } = docker;
  if (!known || tooFewOperands || unknownOptions.length > 0) return false;
  // `docker run is what starts it` begins like a command.
  return options.length > 0 || operands.length + argv.length < 2;
}

function blockOf(line: SourceLine): Found {
  const shared = { form: 'inline', section: 0, lang: null, meta: null, closed: true, within: [], tab: null } as const;
  return { ...shared, range: line.range, line: line.line, endLine: line.line, lines: [line] };
}
