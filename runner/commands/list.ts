import type { ChapterFile } from '../config/chapter-files.ts';
import { readConfig } from '../config/config-file.ts';
import type { Section } from '../core/chapter.ts';
import { wording } from '../core/message.ts';
import { type Itinerary, isLeftOut } from '../core/plan.ts';
import { unpainted } from '../core/terminal-text.ts';
import { widthOf } from '../core/width.ts';
import { entriesThatHold, recallJournal } from '../guide/journal.ts';
import { findChapters } from '../pipeline/find-chapters.ts';
import { imagesOf } from '../pipeline/images.ts';
import { readItinerary } from '../pipeline/read-itinerary.ts';
import { findSection, sectionsIn, stepsOfSection } from '../pipeline/read-plan.ts';
import { paintFor } from '../reporter/paint.ts';
import { harmless } from '../terminal/wrap.ts';
import type { Call, Io } from './verb.ts';

/** `tutor list [chapters…]`: the chapters with how far the learner came; of one chapter its sections. */
export async function run({ args, io }: Call): Promise<number> {
  const config = await readConfig(io.cwd);
  const files = await findChapters(args, config, io.cwd);
  const [only] = files;
  const rows =
    files.length === 1 && args.length > 0 && only
      ? sectionRows(await readItinerary(only, io.cwd), io)
      : await chapterRows(files, io);
  for (const line of inColumns(rows)) io.stdout.write(`${line}\n`);
  return 0;
}

/** Of each chapter its name, title, how far the learner came, what it needs. */
export function chapterRows(files: readonly ChapterFile[], io: Io): Promise<readonly (readonly string[])[]> {
  return Promise.all(files.map(async (file) => chapterRow(file, await readItinerary(file, io.cwd), io)));
}

async function chapterRow(file: ChapterFile, itinerary: Itinerary, io: Io): Promise<readonly string[]> {
  const { plan } = itinerary;
  const count = plan.steps.filter((step) => !isLeftOut(step)).length;
  const at = entriesThatHold(await recallJournal(file.path), plan).length;
  const told = (
    code: 'list-steps' | 'list-came-to' | 'list-images' | 'list-after',
    args: Record<string, string | number>,
  ) => wording({ code, args }, io.locale);
  const images = imagesOf(itinerary).length;
  // A course's pages follow one another as they are listed.
  const before = (itinerary.course === undefined ? itinerary.before : []).map(({ chapter }) => chapter.id).join(', ');
  return [
    paintFor(io.stdout, io.env)('bold', file.id),
    harmless(plan.chapter.title),
    at > 0 ? told('list-came-to', { at, count: plan.steps.length }) : told('list-steps', { count }),
    [
      ...(images > 0 ? [told('list-images', { count: images })] : []),
      ...(before === '' ? [] : [told('list-after', { before })]),
    ].join(', '),
  ];
}

/** The number by which `tutor run chapter#number` knows a section, its title, its steps. */
function sectionRows({ plan }: Itinerary, io: Io): readonly (readonly string[])[] {
  const { sections, id } = plan.chapter;
  const rowsIn = (within: Section | null, before: string): readonly (readonly string[])[] =>
    sectionsIn(sections, within).flatMap((section, at) => {
      const number = `${before}${at + 1}`;
      return [sectionRow(section, number), ...rowsIn(section, `${number}-`)];
    });
  const sectionRow = (section: Section, number: string) => {
    const count = stepsOfSection(plan, section).filter((step) => !isLeftOut(step)).length;
    const steps = count === 0 ? '' : wording({ code: 'list-steps', args: { count } }, io.locale);
    // A section may call itself by the number of another one's place.
    const name = findSection(plan.chapter, number) === section ? number : section.slug;
    return [`${id}#${name}`, harmless(section.title), steps];
  };
  return rowsIn(null, '');
}

/** Rows as lines, each column as wide as its widest cell. */
export function inColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => widthOf(unpainted(row[at] ?? '')))));
  return rows.map((row) =>
    row
      .map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - widthOf(unpainted(cell)))))
      .join('  ')
      .trimEnd(),
  );
}
