import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { execa } from 'execa';
import { walk } from './walk.ts';
import { LearnerWindow } from './window.ts';

/**
 * Goes through a chapter at a person's pace: with random pauses, and with power cuts at random steps and going on after
 * each. Both must come out as the chapter does when it is run straight through.
 *
 *     npm run stress:learner -- --chapter docs/ch03-images.md --cuts 10 --pause 20 --engine sandbox:29
 */
const { values } = parseArgs({
  options: {
    chapter: { type: 'string', default: 'docs/ch03-images.md' },
    cuts: { type: 'string', default: '10' },
    pause: { type: 'string', default: '20' },
    engine: { type: 'string', default: 'sandbox:29' },
  },
});
const chapter = readFileSync(values.chapter, 'utf8');
const last = Number(values.cuts);
const pauseMs = () => Math.random() * Number(values.pause) * 1000;
const command = ['run', 'small.md', '--engine', values.engine, '--yes', '--lang', 'en'];
const wide = { columns: 120, rows: 40, command };

const straight = await execa('node', ['dist/cli.js', 'run', values.chapter, ...command.slice(2), '--no-guided'], {
  reject: false,
});
const wanted = inLearnersWords(straight.stdout);
console.log(`straight: ${wanted}`);

const slow = new LearnerWindow(chapter, wide);
const atLeisure = await walk(slow, { pauseMs });
console.log(`pauses:   ${atLeisure}`);
if (atLeisure !== wanted) console.log(slow.text);
await slow.close();

const count = Number(/step \d+ of (\d+)/.exec(slow.text)?.[1] ?? 2);
const steps = Array.from({ length: last }, () => 2 + Math.floor(Math.random() * (count - 2))).sort((a, b) => a - b);
let window = new LearnerWindow(chapter, wide);
const windows = [window];
for (const cutAt of [...new Set(steps)]) {
  await walk(window, { pauseMs: () => 0, cutAt });
  window = new LearnerWindow(chapter, { ...wide, after: window });
  windows.push(window);
}
const afterCuts = await walk(window, { pauseMs: () => 0 });
console.log(`cuts at ${[...new Set(steps)].join(', ')}: ${afterCuts}`);
if (afterCuts !== wanted) console.log(window.text);
for (const each of windows) await each.close();
/** A straight run counts commands and files apart, and in other words than a learner is told. */
function inLearnersWords(printed: string): string {
  const [, passed = 0, failed = 0, broken = 0] = /(\d+) passed, (\d+) failed, (\d+) broken/.exec(printed) ?? [];
  const files = /(\d+) files? written/.exec(printed)?.[1] ?? 0;
  const others = Number(failed) + Number(broken) === 0 ? '' : `, ${failed} failed, ${broken} broken`;
  return `${Number(passed) + Number(files)} worked${others}`;
}

process.exitCode = atLeisure === wanted && afterCuts === wanted ? 0 : 1;
