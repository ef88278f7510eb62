import type { ChapterFile } from '../config/chapter-files.ts';
import { readConfig } from '../config/config-file.ts';
import type { Section } from '../core/chapter.ts';
import { type MessageArgs, wording } from '../core/message.ts';
import type { MessageCode } from '../core/messages/index.ts';
import { type Itinerary, isLeftOut } from '../core/plan.ts';
import { unpainted } from '../core/terminal-text.ts';
import { brokenAt, shorten, widthOf } from '../core/width.ts';
import { weightOf } from '../engine/shelf/index.ts';
import { entriesThatHold, recallJournal } from '../guide/journal.ts';
import { findChapters } from '../pipeline/find-chapters.ts';
import { type Needs, needsOf, needsOfSteps } from '../pipeline/needs.ts';
import { readItinerary } from '../pipeline/read-itinerary.ts';
import { numberOf, sectionNamed, sectionsIn, stepsOfSection } from '../pipeline/read-plan.ts';
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
      ? await sectionRows(only, await readItinerary(only, io.cwd), io)
      : await chapterRows(files, io);
  const { isTTY, columns = 80 } = io.stdout;
  for (const line of isTTY ? fitted(rows, columns) : inColumns(rows)) io.stdout.write(`${line}\n`);
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
  // A course's pages follow one another as they are listed.
  const before = (itinerary.course === undefined ? itinerary.before : []).map(({ chapter }) => chapter.id).join(', ');
  return [
    paintFor(io.stdout, io.env)('bold', file.id),
    harmless(plan.chapter.title),
    at > 0 ? told('list-came-to', { at, count: plan.steps.length }, io) : told('list-steps', { count }, io),
    [...needsTold(needsOf(itinerary), io), ...(before === '' ? [] : [told('list-after', { before }, io)])].join(', '),
  ];
}

/** Images, about how much that is, how much of it is not here yet; ports. */
function needsTold({ images, ports }: Needs, io: Io): readonly string[] {
  const { megabytes, missing, unknown } = weightOf(images);
  const args = { size: sizeOf(megabytes), missing: sizeOf(missing) };
  const size = missing === 0 ? 'list-size' : missing < megabytes ? 'list-size-to-get' : 'list-size-all-to-get';
  return [
    ...(images.length > 0 ? [told('list-images', { count: images.length }, io)] : []),
    ...(megabytes > 0 ? [told(size, args, io)] : []),
    ...(unknown > 0 ? [told('list-size-unknown', { count: unknown }, io)] : []),
    ...(ports.length > 0
      ? [told(ports.length === 1 ? 'list-port' : 'list-ports', { ports: ports.join(', ') }, io)]
      : []),
  ];
}

function sizeOf(megabytes: number): string {
  return megabytes < 1000 ? `${megabytes} MB` : `${(megabytes / 1000).toFixed(1)} GB`;
}

/** The number by which `tutor run chapter#number` knows a section, its title, its steps, how far it is, what it needs. */
async function sectionRows(file: ChapterFile, itinerary: Itinerary, io: Io): Promise<readonly (readonly string[])[]> {
  const { plan } = itinerary;
  const { sections, id } = plan.chapter;
  const done = entriesThatHold(await recallJournal(file.path), plan).length;
  const needsOfThese = needsOfSteps(itinerary);
  const rowsIn = (within: Section | null, before: string): readonly (readonly string[])[] =>
    sectionsIn(sections, within).flatMap((section, at) => {
      const number = `${before}${at + 1}`;
      return [sectionRow(section, number), ...rowsIn(section, `${number}-`)];
    });
  const sectionRow = (section: Section, number: string) => {
    const steps = stepsOfSection(plan, section).filter((step) => !isLeftOut(step));
    const at = steps.filter(({ index }) => index < done).length;
    const count = steps.length;
    const way =
      count === 0
        ? ''
        : at === count
          ? told('list-done', {}, io)
          : at > 0
            ? told('list-came-to', { at, count }, io)
            : told('list-steps', { count }, io);
    // A section may call itself by the number of another one's place.
    const names = [numberOf(section.title), number].filter((name) => name !== '');
    const name = names.find((one) => sectionNamed(plan.chapter, one) === section) ?? section.slug;
    return [`${id}#${name}`, harmless(section.title), way, needsTold(needsOfThese(steps), io).join(', ')];
  };
  return rowsIn(null, '');
}

function told(code: MessageCode, args: MessageArgs, io: Io): string {
  return wording({ code, args }, io.locale);
}

/** Not fewer columns are left of a title. */
const shortestTitle = 10;
const gap = 2;

/** Rows as lines of a window: where they are too long for it, what each needs stands below it, and titles are cut. */
function fitted(rows: readonly (readonly string[])[], columns: number): readonly string[] {
  const whole = inColumns(rows);
  if (whole.every((line) => widthOf(unpainted(line)) <= columns)) return whole;
  const heads = rows.map((row) => row.slice(0, -1));
  const widest = (at: number) => Math.max(...heads.map((row) => widthOf(unpainted(row[at] ?? ''))));
  const room = Math.max(shortestTitle, columns - widest(0) - widest(2) - 2 * gap);
  const cut = heads.map(([name = '', title = '', ...rest]) => [name, shorten(title, room), ...rest]);
  const below = (row: readonly string[]) => (row.at(-1) === '' ? [] : brokenAt(row.at(-1) ?? '', columns - 2 * gap));
  return inColumns(cut).flatMap((line, at) => [
    line,
    ...below(rows[at] ?? []).map((needs) => ' '.repeat(2 * gap) + needs),
  ]);
}

/** Rows as lines, each column as wide as its widest cell. */
export function inColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => widthOf(unpainted(row[at] ?? '')))));
  return rows.map((row) =>
    row
      .map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - widthOf(unpainted(cell)))))
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}
