/**
 * `npm run bench:page`: how long it takes from `tutor open` until the chapter can be read and until its terminal can be
 * used, as ratios to `tutor plan` and to the first step of `tutor run` of the same chapter; medians of seven, in a browser
 * that is open already. What that browser takes for an empty page in a new tab is told beside it, and the computing time
 * of each: on a busy machine it says more than the clock does.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli, isReady, launchBrowser, OpenedChapter } from './browser.ts';

/** Milliseconds. */
interface Taken {
  readonly wall: number;
  /** Of the processor; null where nobody counts it. */
  readonly cpu: number | null;
}

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
try {
  for (let round = 0; round < rounds; round++) {
    planned.push(await planTime());
    stepped.push({ wall: await untilStep(), cpu: null });
    let taken = await timer();
    const nothing = await browser.newPage();
    await nothing.goto('data:text/html,<p>nothing</p>');
    await nothing.locator('p').waitFor();
    empty.push(await taken());
    await nothing.close();

    taken = await timer();
    const open = new OpenedChapter(chapter);
    try {
      const address = await open.address;
      addressed.push(await taken(open.pid));
      const page = await browser.newPage();
      await page.goto(address, { waitUntil: 'commit' });
      await page.locator('.step').first().waitFor();
      read.push(await taken(open.pid));
      await isReady(page);
      await page.locator('.xterm-rows').first().waitFor();
      usable.push(await taken(open.pid));
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

/** What has been taken since, by the browser and a process. */
async function timer(): Promise<(pid?: number) => Promise<Taken>> {
  const [before, startedAt] = [await browserTime(), performance.now()];
  return async (pid) => {
    const wall = performance.now() - startedAt;
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
