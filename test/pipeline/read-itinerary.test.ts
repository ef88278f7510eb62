import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { located, type UserError } from '../../runner/core/message.ts';
import { lint } from '../../runner/lint/lint.ts';
import { imagesOf } from '../../runner/pipeline/images.ts';
import { readItinerary } from '../../runner/pipeline/read-itinerary.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'itinerary-'));
  writeFileSync(join(folder, 'tutor.yml'), 'chapters: ["*.md"]\n');
  write('ch01-kiln', '', 'docker run -d --name kiln redis:7');
  write('ch02-glaze', 'after: [ch01]', 'docker exec kiln redis-cli ping');
  write('ch03-shelf', 'after: [ch01, ch02]', 'docker rm -f kiln');
  write('ch04-typo', 'after:\n    - ch01\n    - ch20', 'docker ps');
  write('ch05-stranger', 'after: [pottery]', 'docker ps');
  write('ch06-round', 'after: [ch07]', 'docker ps');
  write('ch07-round', 'after: [ch06]', 'docker ps');
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(id: string, settings: string, command: string): void {
  const front = settings === '' ? '' : `---\ntutor:\n  ${settings}\n---\n`;
  writeFileSync(join(folder, `${id}.md`), `${front}# Chapter\n\n\`\`\`console\n$ ${command}\n\`\`\`\n`);
}

const read = (id: string) => readItinerary({ id, path: join(folder, `${id}.md`), section: null }, folder);
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
