import { expect, test } from 'vitest';
import { verbs } from '../runner/command/docker/verbs.ts';
import { programNames } from '../runner/command/printer/programs.ts';
import { expressionsIn, readSources } from './expressions.ts';

/** What a program is called is a word of prose, too. */
const prose = new Set(['go', 'ip', 'ls', 'env', 'node', 'python', 'spring', 'rails', 'nodejs']);
const programs = [...['docker', 'docker-compose', 'podman'], ...programNames].filter((name) => !prose.has(name));
/** `git@` and `git://` begin an address, `docker: ` a message. */
const program = new RegExp(`(?<![\\w./@-])(?:${programs.join('|')})(?![\\w.@:-])`);
const leaves = new Set(
  Object.entries(verbs).flatMap(([name, { aliases }]) => [name, ...aliases].map((verb) => verb.split(' ').at(-1))),
);

/** Whether an expression holds a program, or a choice of Docker's verbs. */
function namesCommand(expression: string): boolean {
  const text = expression.replace(/\\[bBsSwWdDn]/g, ' ').replaceAll('\\', '');
  const choices = [...text.matchAll(/\((?:\?:)?([a-z]+(?:\|[a-z]+)+)\)/g)].map(([, words = '']) => words.split('|'));
  return program.test(text) || choices.some((words) => words.every((word) => leaves.has(word)));
}

test('what a command is, is known in command/ and printed/ alone', () => {
  const found = readSources().filter(
    ({ file, expressions }) => !/^(?:command|printed)\//.test(file) && expressions.some(namesCommand),
  );
  expect(found.map(({ file }) => file)).toEqual([]);
});

test('an expression is a literal or a new RegExp, and no comment or text', () => {
  const source = "const a = /docker (?:run|exec)/; // /npm/\nconst b = '/curl/'; const c = new RegExp(`${a.source}x`);";
  expect(expressionsIn(source)).toEqual(['/docker (?:run|exec)/', 'new RegExp(`${a.source}x`)']);
  expect(['/docker (?:run|exec)/', '/\\bnpm\\b/', '/^(?:stop|kill)$/'].every(namesCommand)).toBe(true);
  expect(['/docker\\.io/', '/npm-app/', '/stopped/', '/^(?:network|volume)$/'].some(namesCommand)).toBe(false);
});
