import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { failureOf } from '../../runner/commands/failure.ts';
import { readConfig } from '../../runner/config/config-file.ts';
import { keptText, recallKept } from '../../runner/core/kept.ts';
import { readLedger } from '../../runner/engine/host/ledger.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { readItinerary } from '../../runner/pipeline/read-itinerary.ts';
import { planJson } from '../../runner/planner/index.ts';
import { planPage } from '../../runner/planner/page/plan-page.ts';
import { LiveOutput } from '../../runner/session/live.ts';
import { MarkReader } from '../../runner/session/marks.ts';
import { Secrets } from '../../runner/session/secrets.ts';
import { parseSnapshot } from '../../runner/snapshot/snapshot.ts';

/** What tutor reads that somebody else has written, in one mutated form. */
export interface Fuzzed {
  readonly kind: string;
  readonly text: string;
  /** Time of the processor: a machine that does other things as well must not count. */
  readonly ms: number;
  /** What went wrong; null where it was read, or refused in a sentence with a documented exit code. */
  readonly crash: string | null;
}

const cases = join(import.meta.dirname, '../cases/plan');
const pieces = [
  ...[
    '```',
    '~~~~',
    '````bash',
    '<!-- tutor: ',
    '-->',
    '---\n',
    'tutor:\n',
    '> ',
    '    ',
    '\t',
    '$ ',
    '| a | b |\n|-|\n',
  ],
  ...['<<EOF', "'", '"', '`', '$(', '${', '\\\n', '{{exec}}', '<details>', '[x]: y', '\0', '\r', '\ufeff', '\ud800'],
  ...[
    '\x1b[31m',
    '\x1b]133;',
    '\x07',
    '\u202e',
    'constructor=2',
    '__proto__',
    'file=../x',
    'timeout=-1',
    'if=docker>',
    '💥',
    '가',
  ],
  ...[
    '&anchor *anchor',
    '!!js/function',
    '{',
    '}',
    '[',
    '- ',
    ': ',
    '999999999999999999999',
    'null',
    '{"what":"began"}\n',
  ],
];

/** xorshift: the same seed makes the same inputs. */
function randomOf(seed: number): (below: number) => number {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % Math.max(1, below);
  };
}

function mutated(text: string, random: (below: number) => number): string {
  let now = text;
  for (let count = 1 + random(6); count > 0; count -= 1) {
    const [from, to] = [random(now.length), random(now.length)].sort((a, b) => a - b) as [number, number];
    const piece = String(pieces[random(pieces.length)]);
    const way = random(5);
    if (way === 0) now = now.slice(0, from) + now.slice(Math.min(to, from + 80));
    else if (way === 1)
      now = now.slice(0, from) + piece.repeat(1 + random(random(9) === 0 ? 500 : 3)) + now.slice(from);
    else if (way === 2) now = now.slice(0, to) + now.slice(from, Math.min(to, from + 400)) + now.slice(to);
    else if (way === 3) now = now.slice(0, from) + piece + now.slice(from + piece.length);
    else now = now.split('\n').toSpliced(random(20), random(3), piece).join('\n');
  }
  return now;
}

const stepOfLastRun = {
  ...{ line: 3, text: 'ls', status: 'failed', cause: { kind: 'step', of: { chapter: 'a', line: 2 }, evidence: [] } },
  ...{ expectedLine: 4, tolerances: [{ name: 'age', line: 1, expected: 'a', actual: 'b' }], reason: null },
  compared: { command: 'ls', expected: ['a'], actual: 'b', bindings: {} },
};

const seeds: Readonly<Record<string, readonly string[]>> = {
  markdown: readdirSync(cases)
    .sort()
    .map((name) => readFileSync(join(cases, name), 'utf8').split('\n<!-- plan')[0] ?? ''),
  'info string': [
    '# T\n\n```bash file=a.txt timeout=3 expect=contains\n$ ls\n```\n',
    '# T\n\n```console {.x #y} exit=1\n$ ls\n```\n',
  ],
  annotation: [
    '# T\n\n<!-- tutor: skip run=true if=docker>=20 cwd=a answer=b -->\n```bash\nls\n```\n',
    '<!-- tutor:setup\nls\n-->\n',
  ],
  'front matter': ['---\ntutor:\n  after: []\n  assets: .\n  images: [a]\n  set: { A: b }\n---\n# T\n\n    $ ls\n'],
  configuration: ['chapters: ["*.md"]\nsnapshots: s\nengine: sandbox\nsecrets: [A]\nset: { A: b }\n'],
  snapshot: ['# ch01 · Docker 28\n\n## One\n\n```console\nls\n```\n\n```text\na\n```\n'],
  ledger: [
    '{"what":"began","pid":1,"host":"unix:///x"}\n{"what":"made","kind":"container","id":"a"}\n{"what":"ended"}\n',
  ],
  'last run': [keptText({ engine: 'host', dockerVersion: '28.5.2', steps: [stepOfLastRun] })],
  journal: [keptText({ entries: [{ step: 'ls', status: 'passed', typed: null, leftOut: false, ms: 3 }] })],
  terminal: [
    '\x1b]133;A;nonce;0\x07$ ls\r\n\x1b[1;31mred\x1b[0m\x1b[2K\r50%\x1b]0;title\x07\x1b[?1049h\x1b[H\x1b[?1049l',
  ],
};

async function read(kind: string, text: string, folder: string): Promise<void> {
  const file = join(folder, kind === 'configuration' ? 'tutor.yml' : 'ch01.md');
  if (kind === 'terminal') return readTerminal(text);
  writeFileSync(file, text);
  if (kind === 'configuration') await readConfig(folder).finally(() => rmSync(file));
  else if (kind === 'snapshot') parseSnapshot(text);
  else if (kind === 'ledger') readTornLedger(file);
  else if (kind === 'last run' || kind === 'journal') await readKept(kind, file);
  else {
    const { plan } = await readItinerary({ id: 'ch01', path: file, section: null }, folder);
    planPage(plan, { columns: 80, paint: (_format, painted) => painted, locale: 'ko' });
    JSON.stringify(planJson(plan));
    if (parseChapter(plan.chapter.source, { id: 'ch01', path: file }).blocks.length !== plan.chapter.blocks.length)
      throw new Error('read twice, and not alike');
  }
}

/** What comes back is what was kept, or nothing: whoever goes on from it looks at none of its parts. */
async function readKept(kind: string, file: string): Promise<void> {
  const kept = await recallKept(file);
  if (kept !== null && keptText(kept) !== seeds[kind]?.[0]) throw new Error('something else than was kept');
}

/** One that cannot be read is left where it is (`clean.ts`): it may be of another version. */
function readTornLedger(file: string): void {
  try {
    readLedger(file);
  } catch (error) {
    if (!(error instanceof SyntaxError || (error as Error).name === 'ZodError')) throw error;
  }
}

function readTerminal(text: string): void {
  const marks = new MarkReader('nonce');
  const live = new LiveOutput(new Secrets(['secret']), () => {});
  for (let at = 0; at < text.length; at += 7) {
    marks.read(
      text.slice(at, at + 7),
      () => {},
      () => {},
    );
    live.write(text.slice(at, at + 7));
  }
  live.flush();
}

/** Reads so many mutated inputs of each kind. */
export async function fuzz(count: number, seed: number, onEach: (one: Fuzzed) => void): Promise<void> {
  const random = randomOf(seed);
  const folder = mkdtempSync(join(tmpdir(), 'tutor-fuzz-'));
  try {
    for (const [kind, originals] of Object.entries(seeds)) {
      for (let index = 0; index < count; index += 1) {
        const text = mutated(String(originals[random(originals.length)]), random);
        const before = process.cpuUsage();
        const crash = await read(kind, text, folder).then(
          () => null,
          (error: unknown) => (failureOf(error).exitCode === 3 ? String((error as Error).stack) : null),
        );
        const { user, system } = process.cpuUsage(before);
        onEach({ kind, text, ms: (user + system) / 1000, crash });
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
