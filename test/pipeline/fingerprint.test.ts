import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EngineSpec } from '../../runner/core/engine.ts';
import { type Asked, type Fingerprint, Fingerprints } from '../../runner/pipeline/fingerprint.ts';
import { readItinerary } from '../../runner/pipeline/read-itinerary.ts';

/** A small book: a chapter that builds on another one, with files beside them, given ones, and a further folder. */
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tutor-fingerprint-'));
  for (const folder of ['.git', 'docs/labs/web', 'docs/given', 'more', 'snapshots/ch02', 'snapshots/ch01', 'data'])
    mkdirSync(join(root, folder), { recursive: true });
  write('docs/ch01.md', chapter(['echo 준비']));
  write('docs/ch02.md', chapter(['docker pull busybox:1.36', './run.sh'], 'after: [ch01]\n  assets: given'));
  write('docs/run.sh', 'cat helper.txt\n');
  write('docs/helper.txt', 'x\n');
  write('docs/labs/web/Dockerfile', 'FROM debian:12\n');
  write('docs/given/start.txt', 'x\n');
  write('more/further.txt', 'x\n');
  write('snapshots/ch02/28.md', 'x\n');
  write('tutor.yml', 'chapters: ["docs/*.md"]\n');
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (path: string, text: string) => writeFileSync(join(root, path), text);

function chapter(commands: readonly string[], settings = ''): string {
  const front = settings === '' ? '' : `---\ntutor:\n  ${settings}\n---\n\n`;
  return `${front}# 장\n\n\`\`\`console\n${commands.map((command) => `$ ${command}\n`).join('')}\`\`\`\n`;
}

const answers: Asked = { engine: async () => 'one', image: async (image) => `digest of ${image}` };

async function fingerprint({
  spec = { kind: 'sandbox', generation: 28 } as EngineSpec,
  options = {},
  asked = answers,
  written = [] as readonly string[],
} = {}): Promise<Fingerprint | null> {
  const config = { root, snapshots: join(root, 'snapshots') };
  const around = { config, assets: join(root, 'more'), cwd: root };
  const itinerary = await readItinerary({ id: 'ch02', path: join(root, 'docs/ch02.md'), section: null }, root);
  return new Fingerprints(around, options, written, asked).of(itinerary, spec);
}

test.each<[what: string, change: () => void]>([
  ['its own text', () => write('docs/ch02.md', chapter(['docker pull busybox:1.36', './run.sh '], 'after: [ch01]'))],
  ['the text of a chapter that it builds on', () => write('docs/ch01.md', chapter(['echo ready']))],
  ['a file that a command names', () => write('docs/run.sh', 'cat other.txt\n')],
  ['a file that only a script names', () => write('docs/helper.txt', 'y\n')],
  ['a file that comes', () => write('docs/labs/web/app.js', '')],
  ['a file that goes', () => rmSync(join(root, 'docs/labs/web/Dockerfile'))],
  ['whether a file can be executed', () => chmodSync(join(root, 'docs/run.sh'), 0o755)],
  ['what its reader is given', () => write('docs/given/start.txt', 'y\n')],
  ['a further asset', () => write('more/further.txt', 'y\n')],
  ['its snapshot', () => write('snapshots/ch02/28.md', 'y\n')],
  ['the configuration', () => write('tutor.yml', 'chapters: ["docs/ch*.md"]\n')],
])('%s is a part of what a chapter is', async (_what, change) => {
  const before = await fingerprint();
  change();
  const after = await fingerprint();
  expect(after).not.toEqual(before);
  expect({ ...after, files: before?.files, images: before?.images }).toEqual(before);
});

test.each<[what: string, change: () => void]>([
  ['another chapter', () => write('docs/ch03.md', chapter(['ls']))],
  ['a file elsewhere that nothing names', () => write('data/numbers.csv', '1\n')],
  ["another chapter's snapshot", () => write('snapshots/ch01/28.md', 'y\n')],
  ['that it is read again', () => {}],
])('%s is none', async (_what, change) => {
  const before = await fingerprint();
  change();
  expect(await fingerprint()).toEqual(before);
});

test.each<[part: keyof Fingerprint, Parameters<typeof fingerprint>[0]]>([
  ['images', { asked: { ...answers, image: async () => 'another digest' } }],
  ['engine', { asked: { ...answers, engine: async () => 'other packages' } }],
  ['engine', { spec: { kind: 'sandbox', generation: 29 } }],
  ['options', { options: { columns: 80 } }],
])('another run differs by its %s', async (part, other) => {
  const [one, two] = [await fingerprint(), await fingerprint(other)];
  expect(two?.[part]).not.toBe(one?.[part]);
  expect({ ...two, [part]: one?.[part] }).toEqual(one);
});

test('what tutor writes itself does not count', async () => {
  const written = [join(root, 'docs/junit.xml')];
  const before = await fingerprint({ written });
  write('docs/junit.xml', '<testsuites/>');
  expect(await fingerprint({ written })).toEqual(before);
  expect(await fingerprint()).not.toEqual(before);
});

test.each<[why: string, prepare: () => void, Asked]>([
  ['a registry does not answer', () => {}, { ...answers, image: async () => null }],
  ['the engine does not answer', () => {}, { ...answers, engine: async () => null }],
  [
    'a variable names an image',
    () => write('docs/ch02.md', chapter(['IMAGE=busybox:1.36', 'docker run --rm $IMAGE date'])),
    answers,
  ],
  [
    'a variable names the image of a build',
    () =>
      write(
        'docs/ch02.md',
        `${chapter(['docker build -t x .'])}\n\`Dockerfile\`:\n\n\`\`\`dockerfile\nFROM $BASE\n\`\`\`\n`,
      ),
    answers,
  ],
])('where %s, nothing is known', async (_why, prepare, asked) => {
  prepare();
  expect(await fingerprint({ asked })).toBeNull();
});
