import { expect, test } from 'vitest';
import { resolvePath } from '../../runner/pipeline/file-step.ts';

const start = '/home/reader/work';
const at = (path: string, current: string) => resolvePath(path, '/home/reader', { start, current });

test('a file is named from where the reader is, or from where the chapter starts', () => {
  expect(at('Dockerfile', '/home/reader/work/oven')).toBe('/home/reader/work/oven/Dockerfile');
  expect(at('oven/Dockerfile', '/home/reader/work/oven')).toBe('/home/reader/work/oven/Dockerfile');
  expect(at('oven/Dockerfile', start)).toBe('/home/reader/work/oven/Dockerfile');
  expect(at('oven/Dockerfile', '/home/reader/work/oven/door')).toBe('/home/reader/work/oven/door/oven/Dockerfile');
  expect(at('~/oven/Dockerfile', start)).toBe('/home/reader/oven/Dockerfile');
});

test('where another shell has led elsewhere, the folder that the chapter went into is the reader’s', () => {
  expect(at('oven/Dockerfile', '/home/reader/oven')).toBe('/home/reader/oven/Dockerfile');
  expect(at('oven/door/hinge.txt', '/srv/oven/door')).toBe('/srv/oven/door/hinge.txt');
  expect(at('Dockerfile', '/home/reader')).toBe('/home/reader/Dockerfile');
  expect(at('oven/Dockerfile', '/home/reader')).toBe('/home/reader/oven/Dockerfile');
});
