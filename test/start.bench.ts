/**
 * `npm run bench:start`: how long tutor takes to start, as ratios to `node -e 0` in the same run, medians of nine. Times
 * drift with the machine, ratios hold. `-- --run` also measures a run on the prepared sandbox.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn as spawnPty } from '@lydell/node-pty';
import { buildSync } from 'esbuild';

const repository = join(import.meta.dirname, '..');
const tutor = join(repository, 'dist/cli.js');
/** A chapter of about 1,000 lines. */
const long = join(repository, 'docs/ch04-dockerfile.md');
const times = 9;

/** Milliseconds from the start of a process to what it does. */
interface Timing {
  readonly first: number;
  readonly end: number;
  /** From the last line that it prints to its end. */
  readonly after: number;
}

async function time(args: readonly string[]): Promise<Timing> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let [first, last] = [0, 0];
  child.stdout.on('data', () => {
    last = performance.now() - startedAt;
    first ||= last;
  });
  await once(child, 'close');
  const end = performance.now() - startedAt;
  return { first, end, after: end - last };
}

/** A learner's first time, on a machine on which nothing is prepared: until they have something to read. */
async function timeToProse(chapter: string, prose: string): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'tutor-nothing-'));
  const startedAt = performance.now();
  const pty = spawnPty(process.execPath, [tutor, 'run', chapter, '--engine', 'sandbox:28'], {
    cols: 80,
    rows: 24,
    env: { ...process.env, LANG: 'en_US.UTF-8', XDG_CACHE_HOME: home, TUTOR_STATE: home },
  });
  let [shown, at] = ['', Number.NaN];
  const ended = new Promise((resolve) => pty.onExit(resolve));
  await Promise.race([
    ended,
    new Promise<void>((resolve) => {
      pty.onData((data) => {
        shown += data;
        if (!Number.isNaN(at) || !shown.includes(prose)) return;
        at = performance.now() - startedAt;
        resolve();
      });
    }),
  ]);
  pty.kill('SIGKILL');
  await ended;
  rmSync(home, { recursive: true, force: true });
  return at;
}

/** A process that parses a file with the same parser and does nothing else. */
function parserAlone(): string {
  const folder = join(repository, 'node_modules/.cache/tutor');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, 'parse.mjs');
  const contents = `
    import { readFileSync } from 'node:fs';
    import { fromMarkdown } from 'mdast-util-from-markdown';
    import { gfmFromMarkdown } from 'mdast-util-gfm';
    import { gfm } from 'micromark-extension-gfm';
    const options = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
    fromMarkdown(readFileSync(process.argv[2], 'utf8'), options);`;
  buildSync({
    stdin: { contents, resolveDir: repository },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
  });
  return outfile;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

const folder = mkdtempSync(join(tmpdir(), 'tutor-start-'));
try {
  const short = join(folder, 'short.md');
  writeFileSync(short, '# One\n\n```console\n$ echo one\none\n```\n');
  const measured: Readonly<Record<string, readonly string[]>> = {
    'node -e 0': ['-e', '0'],
    '--version': [tutor, '--version'],
    help: [tutor, 'help'],
    'the parser alone': [parserAlone(), long],
    plan: [tutor, 'plan', long],
    ...(process.argv.includes('--run') ? { run: [tutor, 'run', short, '--engine', 'sandbox:28'] } : {}),
  };
  const toProse: number[] = [];
  const timings = new Map<string, Timing[]>(Object.keys(measured).map((name) => [name, []]));
  // In turn, so that a busy moment is everybody's. The first round fills caches.
  for (let round = 0; round <= times; round += 1) {
    const prose = await timeToProse(long, '이 장을 마치면');
    if (round > 0) toProse.push(prose);
    for (const [name, args] of Object.entries(measured)) {
      const timing = await time(args);
      if (round > 0) timings.get(name)?.push(timing);
    }
  }
  const of = (name: string, what: keyof Timing) => median((timings.get(name) ?? []).map((timing) => timing[what]));
  const node = of('node -e 0', 'end');
  const row = (name: string, ratio: number, most: number) =>
    console.log(`${name.padEnd(34)} ${ratio.toFixed(2).padStart(6)}   at most ${most}`);
  console.log(`node -e 0: ${Math.round(node)} ms; ratios to it, medians of ${times}\n`);
  row('--version', of('--version', 'end') / node, 1.5);
  row('help', of('help', 'end') / node, 2);
  row('plan', of('plan', 'end') / node, 8);
  row('plan, to the parser alone', of('plan', 'end') / of('the parser alone', 'end'), 2);
  row('run at a keyboard: first prose', median(toProse) / node, 10);
  if ('run' in measured) {
    row('run: first line', of('run', 'first') / node, 6);
    row('run: from the last line to the end', of('run', 'after') / node, 2);
  }
} finally {
  rmSync(folder, { recursive: true });
}
