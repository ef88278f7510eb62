import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type ChapterFile, findChapters } from '../config/chapter-files.ts';
import { type RepositoryConfig, readConfig } from '../config/config-file.ts';
import { message, UserError, wording } from '../core/message.ts';
import type { Itinerary } from '../core/plan.ts';
import { cleanAbandoned, engineName, resolveEngines } from '../engine/index.ts';
import type { PageServer } from '../page/index.ts';
import { Lesson } from '../page/lesson.ts';
import { readModel } from '../page/read-model.ts';
import { readItinerary } from '../pipeline/read-itinerary.ts';
import { refuseBadAnnotations } from '../pipeline/read-plan.ts';
import { askValues } from './ask-values.ts';
import { giveLesson } from './give-lesson.ts';
import { pageFiles } from './page-files.ts';
import type { Call, Io } from './verb.ts';

/** `tutor open CHAPTER`: the chapter in a browser, beside the terminal in which it is run. */
export async function run(call: Call): Promise<number> {
  const { args, options, io } = call;
  const config = await readConfig(io.cwd);
  const file = await onlyChapter(args, config, io);
  const [spec, ...others] = await resolveEngines(options.engine ?? config.engine ?? 'auto', 'run');
  if (spec === undefined || others.length > 0) throw new UserError(message('open-one-engine'));
  const set = await askValues(await readItinerary(file, io.cwd, options.set), options.set, io, file.path);
  const read = () => readChecked(file, set, io);
  let itinerary = await read();
  const { chapterHtml, highlightedHtml, servePage } = await import('../page/index.ts');
  let server: PageServer | null = null;
  const modelOf = ({ plan }: Itinerary) => {
    const pictureOf = (name: string) => server?.pictureAddress(name) ?? null;
    return readModel(
      plan,
      { chapterHtml, highlightedHtml },
      { engine: engineName(spec), pictureOf, locale: io.locale },
    );
  };
  const lesson = new Lesson({
    locale: io.locale,
    tell: (news) => server?.tell(news),
    async reread() {
      await reread();
      return model;
    },
  });
  server = await servePage({
    files: pageFiles,
    album: { root: config.root, folder: dirname(file.path) },
    port: options.port,
    onOpen: () => lesson.news,
    onMessage: (wish) => lesson.receive(wish),
  });
  // Drawn once for each text, not for each new start.
  let model = modelOf(itinerary);
  const reread = async () => {
    itinerary = await read();
    model = modelOf(itinerary);
  };
  const begin = () => lesson.begin([{ plan: itinerary.plan, path: file.path, model }]);
  begin();
  const { address } = server;
  io.stdout.write(`${wording({ code: 'open-address', args: { address } }, io.locale)}\n`);
  if (options.browser) openBrowser(address, io);
  const stopWatching = onSaved(file.path, async () => {
    try {
      if (lesson.knows(file.path, await readFile(file.path, 'utf8'))) return;
      await reread();
      lesson.receive({ type: 'reset' });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      lesson.notice(error.details);
    }
  });
  try {
    await cleanAbandoned();
    await giveLesson(call, {
      lesson,
      spec,
      config,
      file,
      next: () => {
        begin();
        return itinerary;
      },
    });
  } finally {
    stopWatching();
    await server.close();
  }
  return io.signal.aborted ? 130 : 0;
}

async function onlyChapter(args: readonly string[], config: RepositoryConfig, { cwd }: Io): Promise<ChapterFile> {
  const [file, ...others] = await findChapters(args, config, cwd);
  if (file === undefined || others.length > 0) throw new UserError(message('open-one-chapter'));
  return file;
}

async function readChecked(file: ChapterFile, set: Readonly<Record<string, string>>, io: Io): Promise<Itinerary> {
  const itinerary = await readItinerary(file, io.cwd, set);
  refuseBadAnnotations(itinerary);
  return itinerary;
}

/** Editors write a file anew or put another in its place: the folder is watched. One saving is several events. */
function onSaved(path: string, act: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(dirname(path), (_, name) => {
    if (name !== null && !path.endsWith(name)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void act(), 150);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

/** Where there is nobody to look at a browser, the address on the screen is enough. */
function openBrowser(address: string, { env }: Io): void {
  const program = process.platform === 'darwin' ? 'open' : env.DISPLAY || env.WAYLAND_DISPLAY ? 'xdg-open' : null;
  if (program === null) return;
  const child = spawn(program, [address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
