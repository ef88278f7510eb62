/**
 * `npm run bench:page`: how long it takes from `tutor open` until the chapter can be read and until its terminal can be
 * used, as ratios to `tutor plan` and to the first step of `tutor run` of the same chapter; medians of seven. The browser
 * is open already, as somebody's who reads is, and opens the address in a new tab by itself; what it takes for an empty
 * page is told beside it, and the computing time of each: on a busy machine it says more than the clock does.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { cli, launchBrowser, OpenedChapter } from './browser.ts';

/** Milliseconds. */
interface Taken {
  readonly wall: number;
  /** Of the processor; null where nobody counts it. */
  readonly cpu: number | null;
}

/** Runs in the page: notes when a frame was drawn that shows a step, and one that shows a prompt of the chapter's shell. */
const watchScreen = `
  const when = (isThere) =>
    new Promise((resolve) => {
      const look = () => {
        if (!isThere()) return;
        observer.disconnect();
        // Behind the frame in which it is drawn.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
          port2.postMessage(null);
        });
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { childList: true, subtree: true, characterData: true });
      look();
    });
  const textOf = (selector) => document.querySelector(selector)?.textContent ?? '';
  globalThis.shown = {
    chapter: when(() => document.querySelector('.step') !== null),
    terminal: when(() => textOf('.engine').endsWith('ready') && textOf('.xterm-rows').includes('$')),
  };
`;

const rounds = Number(process.argv[2] ?? 7);
const chapter = readFileSync(join(import.meta.dirname, '../../docs/ch03-images.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'tutor-open-bench-'));
writeFileSync(join(folder, 'small.md'), chapter);

const planned: Taken[] = [];
const stepped: Taken[] = [];
const empty: Taken[] = [];
const addressed: Taken[] = [];
const read: Taken[] = [];
const usable: Taken[] = [];
const browser = await launchBrowser();
const devtools = await browser.newBrowserCDPSession();
const context = await browser.newContext();
await context.addInitScript({ content: watchScreen });
const first = await context.newCDPSession(await context.newPage());
const { browserContextId } = (await first.send('Target.getTargetInfo')).targetInfo;
try {
  for (let round = 0; round < rounds; round++) {
    planned.push(await planTime());
    stepped.push({ wall: await untilStep(), cpu: null });
    let taken = await timer();
    const nothing = await tabAt('data:text/html,<p class="step">nothing</p>');
    empty.push(await taken(await shownAt(nothing, 'chapter')));
    await nothing.close();

    taken = await timer();
    const open = new OpenedChapter(chapter);
    try {
      const address = await open.address;
      addressed.push(await taken(now(), open.pid));
      const page = await tabAt(address);
      read.push(await taken(await shownAt(page, 'chapter'), open.pid));
      usable.push(await taken(await shownAt(page, 'terminal'), open.pid));
      await page.close();
    } finally {
      await open.end();
    }
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
tell('`tutor plan`', planned);
tell('an empty page in a new tab', empty);
tell('the address', addressed);
tell('the chapter', read, planned, 1.5);
tell('the first step of `tutor run`', stepped);
tell('the terminal', usable, stepped, 1.5);

/** A new tab that the browser opens at an address, as it does for other programs. */
async function tabAt(url: string): Promise<Page> {
  const [page] = await Promise.all([
    context.waitForEvent('page'),
    devtools.send('Target.createTarget', { url, ...(browserContextId && { browserContextId }) }),
  ]);
  return page;
}

async function planTime(): Promise<Taken> {
  const startedAt = performance.now();
  const child = spawn('bash', ['-c', `${process.execPath} ${cli} plan small.md > plan.txt; times`], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let times = '';
  child.stdout.on('data', (chunk) => {
    times += chunk;
  });
  await once(child, 'close');
  const wall = performance.now() - startedAt;
  const [, children = ''] = times.split('\n');
  const cpu = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => 60 * Number(minutes) + Number(seconds),
  );
  return { wall, cpu: 1000 * cpu.reduce((all, one) => all + one, 0) };
}

/** Milliseconds until `tutor run` shows the first step that it runs. */
async function untilStep(): Promise<number> {
  const startedAt = performance.now();
  const args = [cli, 'run', 'small.md', '--engine', 'sandbox:28', '--yes'];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  let at: number | null = null;
  child.stdout.on('data', (chunk) => {
    text += chunk;
    if (at !== null || !/^ +\d+ \$ /m.test(text)) return;
    at = performance.now() - startedAt;
    child.kill('SIGINT');
  });
  await once(child, 'close');
  return at ?? Number.NaN;
}

function now(): number {
  return performance.timeOrigin + performance.now();
}

/** What a page shows, and since when: asked again and again from here it would be known up to half a second late. */
interface Watched {
  readonly shown: Readonly<Record<'chapter' | 'terminal', Promise<number>>>;
}

/** Resolves to the time at which it was on the screen. */
function shownAt(page: Page, what: keyof Watched['shown']): Promise<number> {
  return page.evaluate((one) => (globalThis as unknown as Watched).shown[one], what);
}

/** What has been taken until a time, by the browser and a process. */
async function timer(): Promise<(until: number, pid?: number) => Promise<Taken>> {
  const [before, startedAt] = [await browserTime(), now()];
  return async (until, pid) => {
    const wall = until - startedAt;
    return { wall, cpu: (await browserTime()) - before + (pid === undefined ? 0 : processTime(pid)) };
  };
}

async function browserTime(): Promise<number> {
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  return 1000 * processInfo.reduce((all, { cpuTime }) => all + cpuTime, 0);
}

/** Of a process; the kernel counts in hundredths of a second. */
function processTime(pid: number): number {
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = rest.split(' ').slice(11, 13).map(Number);
  return 10 * ((user ?? 0) + (system ?? 0));
}

function tell(what: string, times: readonly Taken[], others: readonly Taken[] = [], limit = 0): void {
  const wall = median(times.map((one) => one.wall));
  const cpu = times.flatMap((one) => one.cpu ?? []);
  const parts = [`${wall.toFixed(0)} ms`, ...(cpu.length === 0 ? [] : [`${median(cpu).toFixed(0)} ms of computing`])];
  const ratio = wall / median(others.map((one) => one.wall));
  if (others.length > 0) parts.push(`${ratio.toFixed(2)} times (limit ${limit})`);
  console.log(`${what}: ${parts.join(', ')}`);
  if (ratio > limit) process.exitCode = 1;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
