import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Message, message, type Told, wording } from '../../runner/core/message.ts';
import type { Step } from '../../runner/core/plan.ts';
import type { StepReport } from '../../runner/core/report.ts';
import { withMakers } from '../../runner/pipeline/made-elsewhere.ts';
import { readItineraries } from '../../runner/pipeline/read-itinerary.ts';
import { headOf, withVerdict } from '../../runner/reporter/report-of.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-makers-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const typed = (...commands: readonly string[]) =>
  `# 쪽\n\n\`\`\`console\n${commands.map((one) => `$ ${one}\n`).join('')}\`\`\`\n`;
const failed = (line: string) => message('step-failed', { exit: 1, line }, { line: 4, column: 3 });
const thing = (kind: 'container' | 'volume' | 'path', name: string): Told => ({
  code: 'thing-named',
  args: { kind: { code: `kind-${kind}`, args: {} }, name },
});

/** What is said of the first step of a chapter that came out so, beside the chapters that there are. */
async function said(chapters: Readonly<Record<string, string>>, of: string, told: Message): Promise<string[]> {
  writeFileSync(join(folder, 'tutor.yml'), 'chapters: ["*.md"]\n');
  for (const [name, text] of Object.entries(chapters)) writeFileSync(join(folder, name), text);
  const files = Object.keys(chapters).map((name) => ({
    id: /^ch\d+/.exec(name)?.[0] ?? name,
    path: join(folder, name),
    section: null,
  }));
  const itineraries = await readItineraries(files, folder, {});
  const plan = itineraries.find((one) => one.plan.chapter.path === of)?.plan;
  const [step] = plan?.steps ?? [];
  if (plan === undefined || step === undefined) throw new Error(`${of}: no step`);
  const reports = withMakers([withVerdict(headOf(plan, 'host'), [reported(step, told)])], itineraries);
  return (reports[0]?.steps[0]?.messages ?? []).slice(1).map((one) => wording(one, 'ko'));
}

function reported({ line, column, type }: Step, told: Message): StepReport {
  const at = { line, column };
  const cause = { kind: 'chapter', evidence: [told] } as const;
  const none = { section: '', byAuthor: false, compared: null, output: null, durationMs: null };
  return { ...none, type, text: '', status: 'failed', cause, messages: [told], at, line, column };
}

test.each([
  ['a volume', 'docker volume create shelf', 'docker volume inspect shelf', failed('get shelf: no such volume')],
  ['컨테이너', 'docker run -d --name cellar nginx', 'docker exec cellar ls', failed('No such container: cellar')],
  ['a network', 'docker network create lane', 'docker network inspect lane', failed('network lane not found')],
  [
    '파일',
    `printf 'a\\n' > notes.txt`,
    'wc -l notes.txt',
    message('nobody-makes', { what: thing('path', 'notes.txt'), line: 'wc: notes.txt: No such file or directory' }),
  ],
])('%s that another chapter makes is told with that chapter', async (_, makes, needs, told) => {
  const chapters = { 'ch01-a.md': typed(makes), 'ch02-b.md': typed(needs) };
  const [one = '', ...more] = await said(chapters, 'ch02-b.md', told);
  expect(more).toEqual([]);
  expect(one).toContain('ch01-a.md에서 만듭니다. `after: [ch01]`');
});

test.each<[string, Readonly<Record<string, string>>, Message]>([
  [
    'what a chapter has removed at its end',
    { 'ch01.md': typed('docker volume create shelf', 'docker volume rm shelf') },
    failed('get shelf: no such volume'),
  ],
  [
    'what the chapter builds on already',
    { 'ch01.md': typed('docker volume create shelf') },
    failed('get shelf: no such volume'),
  ],
  ['what nobody makes', { 'ch01.md': typed('docker volume create table') }, failed('get shelf: no such volume')],
  ['what is not spoken of', { 'ch01.md': typed('docker volume create shelf') }, failed('Cannot connect')],
])('%s is not told', async (title, others, told) => {
  const after = title.includes('builds on') ? '---\ntutor:\n  after: [ch01]\n---\n\n' : '';
  const chapters = { ...others, 'ch02.md': after + typed('docker volume inspect shelf') };
  expect(await said(chapters, 'ch02.md', told)).toEqual([]);
});

test('an image that another chapter only pulls is no reason to build on it', async () => {
  const chapters = { 'ch01.md': typed('docker pull redis:7'), 'ch02.md': typed('docker run --rm redis:7 true') };
  expect(await said(chapters, 'ch02.md', failed('Unable to find image redis:7 locally'))).toEqual([]);
  const built = { 'ch01.md': typed('docker build -t own/app:1 .'), 'ch02.md': typed('docker run --rm own/app:1') };
  expect(await said(built, 'ch02.md', failed("Unable to find image 'own/app:1' locally"))).toHaveLength(1);
});
