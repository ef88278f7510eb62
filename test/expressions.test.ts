import { expect, test } from 'vitest';
import { verbs } from '../runner/command/docker/verbs.ts';
import { programNames } from '../runner/command/printer/programs.ts';
import { expressionsIn, readSources } from './expressions.ts';

/** Files that still read commands by expressions of their own. The list may only shrink: ask `command/` or `printed/`. */
const exceptions: readonly string[] = [
  'dockerfile/compose-file.ts',
  'dockerfile/sources-of.ts',
  'engine/host/harm.ts',
  'lint/rules/missing-source.ts',
  'matcher/canons/compose-version.ts',
  'matcher/canons/error-wording.ts',
  'matcher/rereadings.ts',
  'pipeline/condition.ts',
  'pipeline/journey.ts',
  'planner/blocks/fragments.ts',
  'planner/blocks/view.ts',
  'planner/draft-blocks.ts',
  'planner/draft.ts',
  'planner/evidence/content.ts',
  'planner/evidence/files.ts',
  'planner/evidence/forms.ts',
  'planner/evidence/placeholders.ts',
  'planner/evidence/prose.ts',
  'planner/expected/trailing.ts',
  'planner/files/name-files.ts',
  'planner/lines/commandness.ts',
  'planner/lines/environment.ts',
  'planner/prompts/host.ts',
  'planner/session/containers.ts',
  'planner/session/place.ts',
  'planner/session/terminals.ts',
  'planner/session/told.ts',
  'planner/transcript/entries.ts',
  'planner/transcript/extent.ts',
  'planner/transcript/mark-bare.ts',
  'planner/transcript/mark-console.ts',
  'planner/transcript/mark.ts',
  'session/full-screen.ts',
  'verdict/faults.ts',
  'verdict/nothing-there.ts',
  'verdict/surroundings.ts',
  'world/compose.ts',
  'world/only-looks.ts',
  'world/reads-folder.ts',
  'world/step-facts.ts',
];

/** What a program is called is a word of prose, too. */
const prose = new Set(['go', 'ip', 'ls', 'env', 'node', 'python', 'spring', 'rails', 'nodejs']);
const programs = [...['docker', 'docker-compose', 'podman'], ...programNames].filter((name) => !prose.has(name));
const program = new RegExp(`(?<![\\w./@-])(?:${programs.join('|')})(?![\\w.-])`);
const leaves = new Set(
  Object.entries(verbs).flatMap(([name, { aliases = [] }]) => [name, ...aliases].map((verb) => verb.split(' ').at(-1))),
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
  expect(found.map(({ file }) => file)).toEqual(exceptions);
});

test('an expression is a literal or a new RegExp, and no comment or text', () => {
  const source = "const a = /docker (?:run|exec)/; // /npm/\nconst b = '/curl/'; const c = new RegExp(`${a.source}x`);";
  expect(expressionsIn(source)).toEqual(['/docker (?:run|exec)/', 'new RegExp(`${a.source}x`)']);
  expect(['/docker (?:run|exec)/', '/\\bnpm\\b/', '/^(?:stop|kill)$/'].every(namesCommand)).toBe(true);
  expect(['/docker\\.io/', '/npm-app/', '/stopped/', '/^(?:network|volume)$/'].some(namesCommand)).toBe(false);
});
