import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { readConfig } from '../config/config-file.ts';
import { message, UserError, wording } from '../core/message.ts';
import { resolveEngines } from '../engine/resolve.ts';
import { Board } from '../page/board.ts';
import type { FromPage } from '../page/model.ts';
import type { PageServer } from '../page/serving.ts';
import { pageWords } from '../page/words.ts';
import { findChapters, type Tour, toursOf } from '../pipeline/find-chapters.ts';
import { pageFiles } from './page-files.ts';
import { readPassword } from './password.ts';
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
  const { mermaidOf, servePage } = await import('../page/serving.ts');
  const board: Board = new Board((news) => server.tell(news), locale);
  const early: FromPage[] = [];
  let receive = (wish: FromPage): void => void early.push(wish);
  const server: PageServer = await servePage({
    files: pageFiles,
    root: config.root,
    mermaid: () => mermaidOf(dirname(tour.files[0].path), config.root),
    host: options.host ?? '127.0.0.1',
    port: options.port,
    password,
    words: pageWords(locale),
    onOpen: () => board.news,
    onMessage(wish) {
      // Whoever comes from elsewhere learns; what stands on this machine is not theirs to write.
      const writes = wish.type === 'propose' || wish.type === 'write';
      if (!writes || password === null) receive(wish);
    },
  });
  try {
    board.before({ code: 'page-reading', args: {} });
    const { address } = server;
    io.stdout.write(`${wording({ code: 'open-address', args: { address } }, locale)}\n`);
    if (password !== null) io.stdout.write(`${wording({ code: 'open-shared', args: {} }, locale)}\n`);
    const isOpening = options.browser && openBrowser(address, io);
    // By far the larger part of the program: a browser takes its time, and is on its way while that is loaded.
    const { teach } = await import('./teach.ts');
    await teach(call, {
      ...{ board, config, server, spec, tour },
      canWrite: password === null,
      onLesson(lesson) {
        receive = (wish) => lesson.receive(wish);
        for (const wish of early) receive(wish);
      },
      async onUnreadable() {
        if (isOpening) await server.visited(patienceMs);
      },
    });
  } finally {
    await server.close();
  }
  return io.signal.aborted ? 130 : 0;
}

function onlyTour(tours: readonly Tour[]): Tour {
  const [tour, ...others] = tours;
  if (tour === undefined || others.length > 0) throw new UserError(message('open-one-chapter'));
  return tour;
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
