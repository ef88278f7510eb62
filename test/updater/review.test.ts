import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resumeReviews, reviewChanges } from '../../runner/commands/resume-reviews.ts';
import type { Io } from '../../runner/commands/verb.ts';
import type { Options } from '../../runner/config/options.ts';
import type { Plan } from '../../runner/core/plan.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { replay } from '../../runner/pipeline/replay.ts';
import { reviseChapter } from '../../runner/pipeline/revise-chapter.ts';
import { planChapter } from '../../runner/planner/index.ts';
import { applyChanges, type Change } from '../../runner/updater/index.ts';

const source = `# Shop

\`\`\`console
$ docker run --rm shop colours
red
$ docker run --rm shop sizes
small
$ docker run --rm shop prices
cheap
\`\`\`
`;
const printed: Readonly<Record<string, string>> = { colours: 'green', sizes: 'large', prices: 'dear' };

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tutor-review-'));
  path = join(folder, 'shop.md');
  await writeFile(path, source);
  vi.stubEnv('TUTOR_STATE', join(folder, 'state'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

test('accept, keep, skip the rest: only what was accepted is wanted', async () => {
  const { plan, changes } = revise();
  const { io, shown } = typing('a\nk\ns\n');
  const wanted = await reviewChanges(path, plan, changes, io);
  expect(applyChanges(plan.chapter, wanted ?? [])).toBe(source.replace('red', 'green'));
  expect(shown()).toContain('-red\n+green');
  expect(shown()).toContain('[3/3]');
});

test('an edited change is what the reviewer wrote, and only the edited line changes', async () => {
  const { plan, changes } = revise();
  const { io } = typing('e\ns\n', { EDITOR: "sed -i 's/green/dark green/'" });
  const wanted = await reviewChanges(path, plan, changes, io);
  expect(applyChanges(plan.chapter, wanted ?? [])).toBe(source.replace('red', 'dark green'));
});

test('an editor that fails is no answer: it is asked again', async () => {
  const { plan, changes } = revise();
  const { io, told } = typing('e\na\ns\n', { EDITOR: 'false' });
  const wanted = await reviewChanges(path, plan, changes, io);
  expect(applyChanges(plan.chapter, wanted ?? [])).toBe(source.replace('red', 'green'));
  expect(told()).toContain('`false`');
});

test('left after the first change, taken up again at the second, without a run', async () => {
  const { plan, changes } = revise();
  const first = typing('a\nq\n');
  expect(await reviewChanges(path, plan, changes, first.io)).toBeNull();
  expect(await readFile(path, 'utf8')).toBe(source);

  const second = typing('k\na\n');
  const resumed = await resumeReviews({ args: [path], options: {} as Options, io: second.io });
  expect(resumed).toEqual({ rest: [], left: false });
  expect(second.shown()).not.toContain('+green');
  expect(second.shown()).toContain('[2/3]');
  expect(await readFile(path, 'utf8')).toBe(source.replace('red', 'green').replace('cheap', 'dear'));
  expect(await readdir(join(folder, 'state/review'))).toEqual([]);
});

test('the end of the input leaves the review; nothing is written', async () => {
  const { plan, changes } = revise();
  const { io, told } = typing('');
  expect(await reviewChanges(path, plan, changes, io)).toBeNull();
  expect(told()).toContain('3 changes to go');
  expect(await readFile(path, 'utf8')).toBe(source);
});

test('a chapter that was changed meanwhile is run again, not taken up', async () => {
  const { plan, changes } = revise();
  await reviewChanges(path, plan, changes, typing('q\n').io);
  await writeFile(path, `${source}\nOne more sentence.\n`);
  const resumed = await resumeReviews({ args: [path], options: {} as Options, io: typing('').io });
  expect(resumed).toEqual({ rest: [path], left: false });
});

function revise(): { plan: Plan; changes: readonly Change[] } {
  const plan = planChapter(parseChapter(source, { id: 'shop', path: 'shop.md' }));
  const outcomes = replay({ before: [], plan }, ({ text }) => ({ text: printed[text.split(' ').at(-1) ?? ''] ?? '' }));
  const personal = { home: '/root', user: null, hostName: null };
  return {
    plan,
    changes: reviseChapter(
      { plan, outcomes },
      { add: false, refresh: false, modernise: false, errors: false, personal },
    ).changes,
  };
}

/** A user who types this, then closes the keyboard. */
function typing(text: string, env: Io['env'] = {}): { io: Io; shown: () => string; told: () => string } {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  stdin.end(text);
  const io = {
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    stderr: stderr as unknown as NodeJS.WriteStream,
    env: { ...process.env, VISUAL: '', ...env },
    cwd: folder,
    locale: 'en' as const,
    signal: new AbortController().signal,
    rest: () => {},
    lendInterrupt: () => {},
  };
  const read = (stream: PassThrough) => () => (stream.read() as Buffer | null)?.toString() ?? '';
  return { io, shown: once(read(stdout)), told: once(read(stderr)) };
}

function once(read: () => string): () => string {
  let text = '';
  return () => {
    text += read();
    return text;
  };
}
