import { effectsOf } from '../command/index.ts';
import { readConfig } from '../config/config-file.ts';
import { type Locale, wording } from '../core/message.ts';
import type { MessageCode } from '../core/messages/index.ts';
import type { Itinerary } from '../core/plan.ts';
import { padTo, widthOf } from '../core/width.ts';
import { readRecord, readStandIns, sourceOf, standInsFor } from '../engine/shelf/index.ts';
import { findChapters } from '../pipeline/find-chapters.ts';
import { byFullName, imagesOf } from '../pipeline/images.ts';
import { readItineraries, type SetValues } from '../pipeline/read-itinerary.ts';
import type { Call } from './verb.ts';

/** One image as it is listed. */
interface Row {
  readonly image: string;
  readonly from: 'hub' | 'shelf' | 'shelf-not-built' | 'chapter' | 'nowhere';
  /** In bytes; null while nobody can know. */
  readonly size: number | null;
  readonly builtFrom: string | null;
}

const words: Readonly<Record<Row['from'], MessageCode>> = {
  hub: 'image-from-hub',
  shelf: 'image-ready',
  'shelf-not-built': 'image-not-built',
  chapter: 'image-of-chapter',
  nowhere: 'image-nowhere',
};

/** Lists the images of the named chapters and where each comes from; without names, what lies on the shelf. */
export async function listImages({ options, io }: Call, names: readonly string[]): Promise<number> {
  const rows = names.length === 0 ? shelfRows() : await chapterRows(names, io.cwd, options.set);
  io.stdout.write(options.json ? `${JSON.stringify(rows, null, 2)}\n` : table(rows, io.locale));
  return 0;
}

function shelfRows(): readonly Row[] {
  return readStandIns().map(({ reference, bytes, builtFrom }) => ({
    image: reference,
    from: 'shelf',
    size: bytes,
    builtFrom,
  }));
}

async function chapterRows(names: readonly string[], cwd: string, set: SetValues): Promise<readonly Row[]> {
  const files = await findChapters(names, await readConfig(cwd), cwd);
  const itineraries = await readItineraries(files, cwd, set);
  const fetched = byFullName(itineraries.flatMap(imagesOf));
  const made = byFullName(itineraries.flatMap(imagesMadeIn));
  const rows = await Promise.all([...fetched.values()].map(rowOf));
  const own = [...made].flatMap(([name, image]) => (fetched.has(name) ? [] : [image]));
  return [...rows, ...own.map((image) => ({ image, from: 'chapter', size: null, builtFrom: null }) as const)];
}

function imagesMadeIn({ before, plan }: Itinerary): readonly string[] {
  const steps = [...before, plan].flatMap((each) => each.steps);
  const commands = steps.filter((step) => step.type === 'command' && step.skip === null);
  const effects = commands.map((step) => (step.type === 'command' ? effectsOf(step.text) : null));
  return effects.flatMap((effect) =>
    effect === null || (effect.pulls.length > 0 && effect.builds.length === 0)
      ? []
      : effect.makes.flatMap(({ kind, name }) => (kind === 'image' && name !== null ? [name] : [])),
  );
}

async function rowOf(image: string): Promise<Row> {
  const source = await sourceOf(image);
  if (source !== 'shelf') return { image, from: source, size: null, builtFrom: null };
  const standIn = standInsFor([image])[0];
  const record = readRecord(standIn?.reference ?? image);
  const builtFrom = record?.builtFrom ?? standIn?.builtFrom ?? null;
  return { image, from: record === null ? 'shelf-not-built' : 'shelf', size: record?.bytes ?? null, builtFrom };
}

function table(rows: readonly Row[], locale: Locale): string {
  const say = (code: MessageCode) => wording({ code, args: {} }, locale);
  if (rows.length === 0) return `${say('images-none')}\n`;
  const cells = rows.map((row) => [row.image, say(words[row.from]), sizeOf(row.size), row.builtFrom ?? '']);
  const lines = [say('images-columns').split('|'), ...cells];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? '')))) ?? [];
  return lines
    .map(
      (line) =>
        `${line
          .map((cell, column) => padTo(cell, widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

/** As Docker prints it: three digits, decimal units. */
function sizeOf(bytes: number | null): string {
  if (bytes === null) return '';
  const unit = bytes >= 1e9 ? 'GB' : bytes >= 1e6 ? 'MB' : 'kB';
  return `${Number((bytes / { GB: 1e9, MB: 1e6, kB: 1e3 }[unit]).toPrecision(3))}${unit}`;
}
