import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readConfig } from '../config/config-file.ts';
import { message, UserError, wording } from '../core/message.ts';
import type { Plan } from '../core/plan.ts';
import { cleanAbandoned, engineName, resolveEngines } from '../engine/index.ts';
import type { PageServer } from '../page/index.ts';
import { Lesson } from '../page/lesson.ts';
import { readModel } from '../page/read-model.ts';
import { pageWords } from '../page/words.ts';
import { findChapters, type Tour, toursOf } from '../pipeline/find-chapters.ts';
import { readTour } from '../pipeline/read-itinerary.ts';
import { refuseBadAnnotations } from '../pipeline/read-plan.ts';
import { askValues } from './ask-values.ts';
import { giveLesson, type Reading } from './give-lesson.ts';
import { pageFiles } from './page-files.ts';
import { readPassword } from './password.ts';
import type { Call, Io } from './verb.ts';

/** `tutor open CHAPTER|COURSE`: in a browser, beside the terminal in which it is run. */
export async function run(call: Call): Promise<number> {
  const { args, options, io } = call;
  const config = await readConfig(io.cwd);
  const tour = onlyTour(await toursOf(await findChapters(args, config, io.cwd)));
  const last = tour.files.at(-1) ?? tour.files[0];
  const [spec, ...others] = await resolveEngines(options.engine ?? config.engine ?? 'auto', 'run');
  if (spec === undefined || others.length > 0) throw new UserError(message('open-one-engine'));
  if (options.host !== undefined && spec.kind === 'host') throw new UserError(message('open-host-engine'));
  const asked = await readTour(tour, io.cwd, options.set);
  const set = await askValues(asked.itinerary, options.set, io, last.path);
  const password = options.host === undefined ? null : await readPassword(io);
  const { chapterHtml, highlightedHtml, mermaidOf, servePage } = await import('../page/index.ts');
  let server: PageServer | null = null;
  const folders = new Map(tour.files.map(({ id, path }) => [id, path]));
  const pageOf = (plan: Plan) => {
    const path = folders.get(plan.chapter.id) ?? last.path;
    const pictureOf = (name: string) => server?.pictureAddress(dirname(path), name) ?? null;
    const drawing = { engine: engineName(spec), pictureOf, locale: io.locale, canWrite: password === null };
    return { plan, path, model: readModel(plan, { chapterHtml, highlightedHtml }, drawing) };
  };
  // Read and drawn once for each text, not for each new start.
  const drawn = ({ itinerary, told }: Awaited<ReturnType<typeof readTour>>): Reading => {
    refuseBadAnnotations(itinerary);
    return { itinerary, pages: told.map(pageOf) };
  };
  const read = async () => drawn(await readTour(tour, io.cwd, set));
  const lesson: Lesson = new Lesson({
    locale: io.locale,
    tell: (news) => server?.tell(news),
    async reread(number) {
      reading = await read();
      const model = reading.pages[number]?.model;
      if (model === undefined) throw new Error(`There is no page ${number} any more.`);
      return model;
    },
  });
  server = await servePage({
    files: pageFiles,
    root: config.root,
    mermaid: () => mermaidOf(dirname(last.path), config.root),
    host: options.host ?? '127.0.0.1',
    port: options.port,
    password,
    words: pageWords(io.locale),
    onOpen: () => lesson.news,
    onMessage(wish) {
      // Whoever comes from elsewhere learns; what stands on this machine is not theirs to write.
      const writes = wish.type === 'propose' || wish.type === 'write';
      if (!writes || password === null) lesson.receive(wish);
    },
  });
  const begin = () => lesson.begin(tour.files.length > 1 ? (tour.course?.title ?? null) : null, reading.pages);
  const onSave = async (path: string) => {
    try {
      if (lesson.knows(path, await readFile(path, 'utf8'))) return;
      reading = await read();
      lesson.receive({ type: 'reset' });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      lesson.notice(error.details);
    }
  };
  let reading: Reading = { itinerary: asked.itinerary, pages: [] };
  const watching: (() => void)[] = [];
  try {
    const isAnswered = Object.keys(set).length > Object.keys(options.set).length;
    reading = isAnswered ? await read() : drawn(asked);
    begin();
    const { address } = server;
    io.stdout.write(`${wording({ code: 'open-address', args: { address } }, io.locale)}\n`);
    if (password !== null) io.stdout.write(`${wording({ code: 'open-shared', args: {} }, io.locale)}\n`);
    if (options.browser) openBrowser(address, io);
    for (const { path } of tour.files) watching.push(onSaved(path, () => onSave(path)));
    await cleanAbandoned();
    await giveLesson(call, {
      lesson,
      spec,
      config,
      next() {
        begin();
        return reading;
      },
    });
  } finally {
    for (const stop of watching) stop();
    await server.close();
  }
  return io.signal.aborted ? 130 : 0;
}

function onlyTour(tours: readonly Tour[]): Tour {
  const [tour, ...others] = tours;
  if (tour === undefined || others.length > 0) throw new UserError(message('open-one-chapter'));
  return tour;
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
