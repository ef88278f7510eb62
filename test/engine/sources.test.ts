import { expect, test } from 'vitest';
import { findMirror } from '../../runner/engine/sandbox/sources.ts';

test('the mirror is read from the old form of source lists', () => {
  const list =
    '# deb http://old.example/debian x main\ndeb [signed-by=/k.gpg] http://mirror.example/debian bookworm main\n';
  expect(findMirror([list])).toBe('http://mirror.example/debian');
});

test('and from the new form, not taking the security archive for it', () => {
  const sources =
    'Types: deb\nURIs: http://security.example/debian-security\nSuites: trixie-security\n\n' +
    'Types: deb\nURIs: https://mirror.example/debian/\nSuites: trixie\n';
  expect(findMirror(['', sources])).toBe('https://mirror.example/debian/');
});

test('another distribution names none', () => {
  expect(findMirror(['deb http://archive.example/ubuntu noble main universe\n'])).toBeNull();
});
