import { resolve } from 'node:path';
import { readConfig } from '../config/config-file.ts';
import { type MessageArgs, message, UserError, wording } from '../core/message.ts';
import type { MessageCode } from '../core/messages/index.ts';
import {
  exportShelf,
  importShelf,
  knowsRepository,
  readStandIns,
  removeShelf,
  shelfBuilder,
  standInsFor,
} from '../engine/shelf/index.ts';
import { findChapters } from '../pipeline/find-chapters.ts';
import { imagesOf } from '../pipeline/images.ts';
import { readItineraries, type SetValues } from '../pipeline/read-itinerary.ts';
import { listImages } from './list-images.ts';
import { setUp } from './set-up.ts';
import type { Call, Io } from './verb.ts';

type Action = (call: Call, names: readonly string[]) => Promise<number>;

const actions: Readonly<Record<string, Action>> = {
  list: listImages,
  prepare,
  export: exportTo,
  import: importFrom,
  remove,
};

/** `tutor images [CHAPTER…]` lists; `tutor images prepare|export|import|remove` makes, carries and frees the shelf. */
export async function run(call: Call): Promise<number> {
  const [first = 'list', ...rest] = call.args;
  const action = Object.hasOwn(actions, first) ? actions[first] : undefined;
  return action === undefined ? listImages(call, call.args) : action(call, rest);
}

/** Builds what the named chapters and images need; without names, what all chapters of the repository need. */
async function prepare({ options, io }: Call, names: readonly string[]): Promise<number> {
  const [images, chapters] = [names.filter(knowsRepository), names.filter((name) => !knowsRepository(name))];
  const needed = names.length > 0 && chapters.length === 0 ? [] : await imagesOfChapters(chapters, io, options.set);
  const wanted = [...images, ...needed];
  await setUp({ engines: [{ kind: 'sandbox', generation: shelfBuilder }], images: wanted }, options.yes, io);
  say(io, 'images-prepared', { count: standInsFor(wanted).length });
  return 0;
}

async function imagesOfChapters(names: readonly string[], io: Io, set: SetValues): Promise<readonly string[]> {
  const files = await findChapters(names, await readConfig(io.cwd), io.cwd);
  const itineraries = await readItineraries(files, io.cwd, set);
  return itineraries.flatMap(imagesOf);
}

async function exportTo({ io }: Call, names: readonly string[]): Promise<number> {
  const file = onlyFile('export', names, io);
  const { bytes } = await exportShelf(file);
  say(io, 'images-exported', { file, size: `${Math.round(bytes / 1e6)} MB` });
  return 0;
}

async function importFrom({ io }: Call, names: readonly string[]): Promise<number> {
  await importShelf(onlyFile('import', names, io));
  say(io, 'images-imported', { count: readStandIns().length });
  return 0;
}

async function remove({ io }: Call): Promise<number> {
  const { bytes } = await removeShelf();
  say(io, 'images-removed', { size: `${Math.round(bytes / 1e6)} MB` });
  return 0;
}

function onlyFile(action: string, [name, ...more]: readonly string[], io: Io): string {
  if (name === undefined || more.length > 0) throw new UserError(message('unknown-images-action', { action }));
  return resolve(io.cwd, name);
}

function say(io: Io, code: MessageCode, args: MessageArgs): void {
  io.stdout.write(`${wording({ code, args }, io.locale)}\n`);
}
