import { expect, test } from 'vitest';
import { resolvePath } from '../../runner/pipeline/file-step.ts';

const start = '/root/work';
const at = (path: string, current: string) => resolvePath(path, '/root', { start, current });

test('a file is named from where the reader is, or from where the chapter starts', () => {
  expect(at('Dockerfile', '/root/work/oven')).toBe('/root/work/oven/Dockerfile');
  expect(at('oven/Dockerfile', '/root/work/oven')).toBe('/root/work/oven/Dockerfile');
  expect(at('oven/Dockerfile', start)).toBe('/root/work/oven/Dockerfile');
  expect(at('oven/Dockerfile', '/root/work/oven/door')).toBe('/root/work/oven/door/oven/Dockerfile');
  expect(at('~/oven/Dockerfile', start)).toBe('/root/oven/Dockerfile');
});

test('where another shell has led elsewhere, the folder that the chapter went into is the reader’s', () => {
  expect(at('oven/Dockerfile', '/root/oven')).toBe('/root/oven/Dockerfile');
  expect(at('oven/door/hinge.txt', '/srv/oven/door')).toBe('/srv/oven/door/hinge.txt');
  expect(at('Dockerfile', '/root')).toBe('/root/Dockerfile');
  expect(at('oven/Dockerfile', '/root')).toBe('/root/oven/Dockerfile');
});
