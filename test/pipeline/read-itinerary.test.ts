import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { located, type UserError } from '../../runner/core/message.ts';
import type { Itinerary } from '../../runner/core/plan.ts';
import { lint } from '../../runner/lint/lint.ts';
import { imagesOf } from '../../runner/pipeline/images.ts';
import { readItineraries, readItinerary, type SetValues } from '../../runner/pipeline/read-itinerary.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'itinerary-'));
  write('ch01-kiln', '', 'docker run -d --name kiln redis:7');
  write('ch02-glaze', 'after: [ch01]', 'docker exec kiln redis-cli ping');
  write('ch03-shelf', 'after: [ch01, ch02]', 'docker rm -f kiln');
  write('ch04-typo', 'after:\n    - ch01\n    - ch20', 'docker ps');
  write('ch05-stranger', 'after: [pottery]', 'docker ps');
  write('ch06-round', 'after: [ch07]', 'docker ps');
  write('ch07-round', 'after: [ch06]', 'docker ps');
  writeFileSync(join(folder, 'tutor.yml'), 'chapters: ["*.md"]\nset:\n  clay: red\n  team: all\n');
  write('ch08-clay', 'set: { team: early }', 'docker tag $$clay$$ $$team$$/kiln');
  write('ch09-fire', 'after: [ch08]\n  set:\n    team: late', 'docker run --name $$team$$ kiln');
  write('ch10-slip', 'set:\n    taem: rose', 'docker run --name $$team$$ kiln');
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(id: string, settings: string, command: string): void {
  const front = settings === '' ? '' : `---\ntutor:\n  ${settings}\n---\n`;
  writeFileSync(join(folder, `${id}.md`), `${front}# Chapter\n\n\`\`\`console\n$ ${command}\n\`\`\`\n`);
}

const read = (id: string, set: SetValues = {}) => readItinerary(fileOf(id), folder, set);
const fileOf = (id: string) => ({ id, path: join(folder, `${id}.md`), section: null });
const refusal = (id: string) =>
  read(id).then(
    () => null,
    (error: UserError) => located(error.details, 'en'),
  );

test('chapters that a chapter builds on come first, each once, and theirs before them', async () => {
  const { before, plan } = await read('ch03-shelf');
  expect(before.map(({ chapter }) => chapter.id)).toEqual(['ch01', 'ch02']);
  expect(plan.chapter.id).toBe('ch03-shelf');
});

test('what they make is there: it is typed, its image is prepared, and lint stumbles over nothing', async () => {
  const itinerary = await read('ch03-shelf');
  expect(itinerary.plan.steps.map(({ skip }) => skip)).toEqual([null]);
  expect(imagesOf(itinerary)).toEqual(['redis:7']);
  expect(lint(itinerary, { hasFile: () => false, isUnversioned: () => false })).toEqual([]);
});

test('a name that fits no chapter is told at its line, with the one that was meant', async () => {
  expect(await refusal('ch04-typo')).toMatch(/^ch04-typo\.md:5 This chapter builds on "ch20".*Did you mean "ch0\d/);
  expect(await refusal('ch05-stranger')).toMatch(/^ch05-stranger\.md:3 .*There are: .*ch02/);
});

test('chapters that build on one another in a circle are refused', async () => {
  expect(await refusal('ch06-round')).toMatch(/^ch07-round\.md:3 .*ch06-round → ch07(?:-round)? → ch06/);
});

test('a value of the command line comes before the front matter’s, and that before the configuration’s', async () => {
  expect(typed(await read('ch08-clay'))).toEqual(['docker tag red early/kiln']);
  expect(typed(await read('ch08-clay', { clay: 'white' }))).toEqual(['docker tag white early/kiln']);
  expect(typed(await read('ch09-fire', { team: 'rose' }))).toEqual([
    'docker tag red rose/kiln',
    'docker run --name rose kiln',
  ]);
});

test('a variable has one value in a chapter and in those that it builds on', async () => {
  expect(typed(await read('ch09-fire'))).toEqual(['docker tag red late/kiln', 'docker run --name late kiln']);
});

test('a value for a variable that does not exist is told with the one that was meant, in the front matter at its line', async () => {
  expect(await refusal('ch10-slip')).toMatch(/^ch10-slip\.md:4 .*"taem".*Did you mean "team"/);
  const told = (ids: readonly string[], set: SetValues) =>
    readItineraries(ids.map(fileOf), folder, set).then(
      () => null,
      (error: UserError) => located(error.details, 'ko'),
    );
  expect(await told(['ch08-clay'], { tean: 'rose' })).toMatch(/^ch08-clay\.md "tean".*"team"을 쓰려고/);
  expect(await told(['ch08-clay', 'ch01-kiln'], { glaze: 'blue' })).toMatch(/^"glaze".*있는 변수: clay, team/);
  expect(await told(['ch01-kiln'], { glaze: 'blue' })).toMatch(/^ch01-kiln\.md .*변수가 없습니다/);
  expect(await told(['ch08-clay', 'ch01-kiln'], { team: 'rose' })).toBeNull();
});

function typed({ before, plan }: Itinerary): readonly string[] {
  return [...before, plan].flatMap(({ steps }) =>
    steps.flatMap((step) => (step.type === 'command' ? [step.text] : [])),
  );
}

test('a value in tutor.yml for a variable that no chapter has is told, with the one that was meant', async () => {
  const own = join(folder, 'slip');
  mkdirSync(own);
  writeFileSync(join(own, 'tutor.yml'), 'chapters: ["*.md"]\nset:\n  clya: red\n');
  writeFileSync(join(own, 'one.md'), '# One\n\n```\n$ docker ps\n```\n');
  writeFileSync(join(own, 'two.md'), '# Two\n\n```\n$ docker tag $$clay$$ kiln\n```\n');
  const one = { id: 'one', path: join(own, 'one.md'), section: null };
  const told = (error: UserError) => located(error.details, 'en');
  for (const read of [() => readItinerary(one, own), () => readItineraries([one], own, {})])
    expect(await read().then(() => null, told)).toMatch(/tutor\.yml.*"clya".*Did you mean "clay"/);
  writeFileSync(join(own, 'tutor.yml'), 'chapters: ["*.md"]\nset:\n  clay: red\n');
  expect((await readItinerary(one, own)).plan.variables).toEqual([]);
});
