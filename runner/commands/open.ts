import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readConfig } from '../config/config-file.ts';
import { message, UserError, wording } from '../core/message.ts';
import { cleanAbandoned, engineName, resolveEngines } from '../engine/index.ts';
import type { PageServer } from '../page/index.ts';
import { Lesson } from '../page/lesson.ts';
import { readModel } from '../page/read-model.ts';
import { pageWords } from '../page/words.ts';
import { findChapters, type Tour, toursOf } from '../pipeline/find-chapters.ts';
import { giveLesson } from './give-lesson.ts';
import { pageFiles } from './page-files.ts';
import { readPassword } from './password.ts';
import { Readings } from './readings.ts';
import type { Call, Io } from './verb.ts';

/** How long a browser is waited for that is told of nothing but a failure. */
const patienceMs = 3000;

/** `tutor open CHAPTER|COURSE`: in a browser, beside the terminal in which it is run. */
export async function run(call: Call): Promise<number> {
  const { args, options, io } = call;
  const { locale } = io;
  const config = await readConfig(io.cwd);
  const tour = onlyTour(await toursOf(await findChapters(args, config, io.cwd)));
  const [spec, ...others] = await resolveEngines(options.engine ?? config.engine ?? 'auto', 'run');
  if (spec === undefined || others.length > 0) throw new UserError(message('open-one-engine'));
  if (options.host !== undefined && spec.kind === 'host') throw new UserError(message('open-host-engine'));
  const password = options.host === undefined ? null : await readPassword(io);
  const { chapterHtml, highlightedHtml, mermaidOf, servePage } = await import('../page/index.ts');
  const lesson: Lesson = new Lesson({
    locale,
    tell: (news) => server.tell(news),
    async reread(number) {
      const { pages } = await readings.anew();
      const model = pages[number]?.model;
      if (model === undefined) throw new Error(`There is no page ${number} any more.`);
      return model;
    },
  });
  const server: PageServer = await servePage({
    files: pageFiles,
    root: config.root,
    mermaid: () => mermaidOf(dirname(tour.files[0].path), config.root),
    host: options.host ?? '127.0.0.1',
    port: options.port,
    password,
    words: pageWords(locale),
    onOpen: () => lesson.news,
    onMessage(wish) {
      // Whoever comes from elsewhere learns; what stands on this machine is not theirs to write.
      const writes = wish.type === 'propose' || wish.type === 'write';
      if (!writes || password === null) lesson.receive(wish);
    },
  });
  const readings = new Readings({
    tour,
    call,
    draw(plan, path) {
      const pictureOf = (name: string) => server.pictureAddress(dirname(path), name);
      const drawing = { engine: engineName(spec), pictureOf, locale, canWrite: password === null };
      return readModel(plan, { chapterHtml, highlightedHtml }, drawing);
    },
    onAsk: () => lesson.before({ code: 'page-asking', args: {} }),
  });
  const onSave = async (path: string) => {
    try {
      if (lesson.knows(path, await readFile(path, 'utf8'))) return;
      await readings.anew();
      lesson.receive({ type: 'reset' });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      lesson.notice(error.details);
    }
  };
  const watching: (() => void)[] = [];
  try {
    // A browser takes its time: it is on its way while the chapter is read.
    lesson.before({ code: 'page-reading', args: {} });
    const { address } = server;
    io.stdout.write(`${wording({ code: 'open-address', args: { address } }, locale)}\n`);
    if (password !== null) io.stdout.write(`${wording({ code: 'open-shared', args: {} }, locale)}\n`);
    const isOpening = options.browser && openBrowser(address, io);
    try {
      await Promise.all([readings.first(), cleanAbandoned()]);
    } catch (error) {
      if (error instanceof UserError) lesson.before(error.details);
      if (isOpening) await server.visited(patienceMs);
      throw error;
    }
    for (const { path } of tour.files) watching.push(onSaved(path, () => onSave(path)));
    await giveLesson(call, {
      lesson,
      spec,
      config,
      next() {
        lesson.begin(tour.files.length > 1 ? (tour.course?.title ?? null) : null, readings.now.pages);
        return readings.now;
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

/**
 * Where there is nobody to look at a browser, the address on the screen is enough.
 *
 * @returns whether one is on its way
 */
function openBrowser(address: string, { env }: Io): boolean {
  const program = process.platform === 'darwin' ? 'open' : env.DISPLAY || env.WAYLAND_DISPLAY ? 'xdg-open' : null;
  if (program === null) return false;
  const child = spawn(program, [address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
  return true;
}
