import { spawn } from 'node:child_process';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Output } from '../../runner/core/output.ts';
import type { Into } from '../../runner/core/plan.ts';
import { openSession } from '../../runner/session/index.ts';
import { shellHere } from './shell-here.ts';

/**
 * Runs one chapter of mixed steps many times, several at once, while every core is kept busy by others. Every line of
 * output carries the number of its run and of its step, so that a line in the wrong place is seen.
 *
 *     npm run stress -- --runs 1000 --at-once 4
 */
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '1000' }, 'at-once': { type: 'string', default: '4' } },
});
const runs = Number(values.runs);
const found = { foreign: 0, lost: 0, hung: 0, wrong: 0 };
const limitMs = 60_000;

interface StressStep {
  readonly text: string;
  readonly into?: Into;
  readonly answers?: readonly string[];
  readonly expected: string;
  readonly exitCode?: number | null;
  readonly ended?: Output['ended'];
}

/** The chapter; `run` makes its output unlike that of every other run. */
function chapter(run: number): StressStep[] {
  const tag = (step: number, rest = '') => `run${run}-step${step}${rest}`;
  const lines = (step: number, count: number) =>
    Array.from({ length: count }, (_, index) => `${tag(step)}-${index + 1}`).join('\n');
  return [
    { text: `echo ${tag(1)}`, expected: tag(1) },
    { text: `NAME=${tag(2)}; cd /tmp`, expected: '' },
    { text: 'echo "$NAME $PWD"', expected: `${tag(2)} /tmp` },
    { text: `for n in $(seq 300); do echo ${tag(4)}-$n; done`, expected: lines(4, 300) },
    { text: `cat <<END\n${tag(5)} 한국어\n  "two"\nEND`, expected: `${tag(5)} 한국어\n  "two"` },
    { text: `printf '${tag(6)} no newline'; (exit 7)`, expected: `${tag(6)} no newline`, exitCode: 7 },
    { text: `for p in 1 50 100; do printf '\\r${tag(7)} %3d%%' $p; done; echo`, expected: `${tag(7)} 100%` },
    { text: `(sleep 0.05; exit 3) &`, expected: '[1] N' },
    { text: `sleep 0.1; echo ${tag(9)}`, expected: tag(9) },
    { text: `seq -f '${tag(10)}-%g' 5000 | tail -n 2`, expected: `${tag(10)}-4999\n${tag(10)}-5000` },
    { text: 'bash --norc', expected: '', exitCode: null, ended: 'opened' },
    { text: `echo ${tag(12)}; false`, into: 'container', expected: tag(12), exitCode: 1 },
    { text: `for n in 1 2\ndo echo ${tag(13)}-$n\ndone`, into: 'container', expected: lines(13, 2) },
    { text: 'exit', into: 'container', expected: 'exit', exitCode: null },
    { text: `printf '\\e[32m${tag(15)}\\e[m\\n$ \\n'`, expected: `${tag(15)}\n$` },
    {
      text: `read -p '${tag(16)}? ' reply; echo "<$reply>"`,
      answers: [tag(16, '-answer')],
      expected: `${tag(16)}? ${tag(16, '-answer')}\n<${tag(16, '-answer')}>`,
    },
    { text: `yes ${tag(17)} | head -n 1`, expected: tag(17) },
    { text: 'no-such-command', expected: 'bash: no-such-command: command not found', exitCode: 127 },
    { text: `seq -f '${tag(19)}-%g' 2000`, expected: lines(19, 2000) },
    { text: `echo ${tag(20)}`, expected: tag(20) },
  ];
}

async function runChapter(run: number): Promise<number> {
  const here = await shellHere();
  const session = await openSession({
    start: here.start,
    cwd: here.folder,
    secrets: [],
    signal: new AbortController().signal,
  });
  const steps = chapter(run);
  for (const [index, step] of steps.entries()) {
    const output = await session.run({
      text: step.text,
      into: step.into ?? 'shell',
      answers: step.answers ?? [],
      timeoutMs: limitMs,
    });
    judge(run, index + 1, step, output);
  }
  await session.close();
  await here.remove();
  return steps.length;
}

function judge(run: number, number: number, step: StressStep, output: Output): void {
  const text = output.text.replace(/^(\[1\]) \d+$/, '$1 N');
  const { exitCode = 0, ended = 'exit' } = step;
  if (text === step.expected && output.exitCode === exitCode && output.ended === ended) return;
  const mine = `run${run}-step${number}`;
  const tags = text.match(/run\d+-step\d+/g) ?? [];
  const missing = step.expected.split('\n').some((line) => !text.split('\n').includes(line));
  if (output.ended === 'timeout') found.hung += 1;
  else if (tags.some((tag) => tag !== mine && !step.expected.includes(tag))) found.foreign += 1;
  else if (missing) found.lost += 1;
  else found.wrong += 1;
  const seen = JSON.stringify({ text: text.slice(0, 300), exitCode: output.exitCode, ended: output.ended });
  process.stdout.write(`run ${run} step ${number}: ${JSON.stringify(step.text.slice(0, 60))}: ${seen}\n`);
}

const busy = cpus().map(() => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
const startedAt = performance.now();
const seconds = () => Math.round((performance.now() - startedAt) / 1000);
let next = 0;
let done = 0;
let steps = 0;
try {
  await Promise.all(
    Array.from({ length: Number(values['at-once']) }, async () => {
      while (next < runs) {
        next += 1;
        const typed = await runChapter(next);
        steps += typed;
        done += 1;
        if (done % 100 === 0) process.stdout.write(`${done} runs in ${seconds()} s\n`);
      }
    }),
  );
} finally {
  for (const each of busy) each.kill('SIGKILL');
}
const { foreign, lost, hung, wrong } = found;
process.stdout.write(
  `${runs} runs, ${steps} steps in ${seconds()} s with ${busy.length} cores busy: ` +
    `${foreign} with another step's output, ${lost} with lost lines, ${hung} hung, ${wrong} wrong otherwise\n`,
);
process.exitCode = foreign + lost + hung + wrong === 0 ? 0 : 1;
