import { loadavg } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Plan } from '../../runner/core/plan.ts';
import { lint } from '../../runner/lint/lint.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { planChapter, planJson } from '../../runner/planner/index.ts';

/**
 * How reading, planning and lint grow with the length of a chapter: the time and the memory of chapters of 100 to
 * 10,000 equal parts, and the exponent that fits them best. 1 is linear, 2 goes with the square.
 */
const sizes = [100, 300, 1000, 3000, 10_000];
/** Below this size the start and the first compilation are most of the time. */
const fittedFrom = 1000;
/** Twice the length may take 2.4 times as long: garbage is collected more often in a full heap. */
const mostExponent = 1.25;

/** Less than this is lost in what the engine itself keeps. */
const leastMegabytes = 1;

const repeated = (count: number, part: (index: number) => string) => Array.from({ length: count }, (_, at) => part(at));
const fenced = (lang: string, text: string) => `\`\`\`${lang}\n${text}\n\`\`\`\n`;

const chapters: Readonly<Record<string, (count: number) => string>> = {
  sections: (count) =>
    repeated(
      count,
      (at) => `## Part ${at}\n\nStart it:\n\n${fenced('bash', `docker run -d --name w${at} nginx`)}`,
    ).join('\n'),
  blocks: (count) =>
    repeated(
      count,
      (at) =>
        `List:\n\n${fenced('', `$ docker ps -f name=w${at}`)}\n${fenced('', `CONTAINER ID   IMAGE\n0123456789ab   w${at}`)}`,
    ).join('\n'),
  pairs: (count) => fenced('console', repeated(count, (at) => `$ echo tea ${at}\ntea ${at}`).join('\n')),
  script: (count) => fenced('bash', repeated(count, (at) => `# cup ${at}\necho tea ${at}`).join('\n')),
  prose: (count) =>
    `${repeated(count, (at) => `Cup ${at} of the container prints what you see with \`docker ps\`.`).join('\n')}\n\n${fenced('bash', 'docker ps')}`,
  files: (count) =>
    repeated(
      count,
      (at) =>
        `Create \`f${at}/Dockerfile\`:\n\n${fenced('dockerfile', `FROM alpine\nCOPY a${at} /a`)}\n${fenced('bash', `docker build -t t${at} f${at}`)}`,
    ).join('\n'),
};

interface Point {
  readonly size: number;
  readonly ms: number;
  readonly megabytes: number;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heap(): number {
  collect();
  return process.memoryUsage().heapUsed / 1e6;
}

/** What an optimising compiler must not find unused before its time. */
const held: Plan[] = [];

/** Time that this process computes, and the memory that goes when the plan does. */
function measure(chapter: (count: number) => string, size: number): Point {
  return { size, ms: readAndHold(`# T\n\n${chapter(size)}`), megabytes: sizeOfHeld() };
}

function readAndHold(source: string): number {
  const before = process.cpuUsage();
  const plan = planChapter(parseChapter(source, { id: 'long', path: 'long.md' }));
  planJson(plan);
  lint({ before: [], plan }, { hasFile: () => true, isUnversioned: () => true });
  const { user, system } = process.cpuUsage(before);
  held.push(plan);
  return (user + system) / 1000;
}

function sizeOfHeld(): number {
  const full = heap();
  held.length = 0;
  return full - heap();
}

/** Slope of the best line through the logarithms. */
function exponentOf(points: readonly (readonly [size: number, value: number])[]): number {
  if (points.length < 2) return 0;
  const logs = points.map(([size, value]) => [Math.log(size), Math.log(value)] as const);
  const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const [x, y] = [mean(logs.map(([a]) => a)), mean(logs.map(([, b]) => b))];
  const shared = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return shared / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

process.stdout.write(`Parser, planner and lint, load ${loadavg()[0]?.toFixed(1)}\n`);
for (const [name, chapter] of Object.entries(chapters)) {
  measure(chapter, fittedFrom);
  const points = sizes.map((size) => measure(chapter, size));
  const fitted = points.filter(({ size }) => size >= fittedFrom);
  const time = exponentOf(fitted.map(({ size, ms }) => [size, ms]));
  const memory = exponentOf(
    fitted.flatMap(({ size, megabytes }) => (megabytes < leastMegabytes ? [] : [[size, megabytes]])),
  );
  const list = points.map(({ size, ms, megabytes }) => `${size}: ${ms.toFixed(0)} ms ${megabytes.toFixed(1)} MB`);
  const verdict = time <= mostExponent && memory <= mostExponent ? 'linear' : 'NOT LINEAR';
  process.stdout.write(
    `${name.padEnd(9)} time n^${time.toFixed(2)}, memory n^${memory.toFixed(2)}, ${verdict}  (${list.join(', ')})\n`,
  );
  if (verdict !== 'linear') process.exitCode = 1;
}
