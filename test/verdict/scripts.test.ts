import { expect, test } from 'vitest';
import { wording } from '../../runner/core/message.ts';
import type { Outcome } from '../../runner/core/outcome.ts';
import type { Output } from '../../runner/core/output.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { Journey } from '../../runner/pipeline/journey.ts';
import { planChapter } from '../../runner/planner/index.ts';

const ended: Output = {
  text: '',
  exitCode: 1,
  durationMs: 0,
  ended: 'exit',
  retries: 0,
  omittedLines: 0,
  messages: [],
};

/** What a check says at the end of a page whose commands came out so: `-` before those that did not do their part, `~` where the folder was lost. */
function checked(check: string, ...commands: readonly string[]): string {
  return checkedWith('', check, ...commands);
}

function checkedWith(text: string, check: string, ...commands: readonly string[]): string {
  const source = commands.map((text) => `\`\`\`bash\n${text.replace(/^[-~] /, '')}\n\`\`\`{{exec}}\n`).join('\n');
  const scripts = [{ role: 'check', name: 'verify.sh', content: check } as const];
  const plan = planChapter(parseChapter(source, { id: 'ch', path: 'ch.md' }), [], new Map(), {
    ...{ scripts, tests: {}, services: [], documents: [], elsewhere: null },
  });
  const journey = new Journey({ before: [], plan });
  const page: Outcome[] = [];
  for (const [at, step] of plan.steps.entries()) {
    if (step.type === 'command' && step.script !== undefined) {
      const { status, messages } = journey.decideScript(step, { ...ended, text }, page, false);
      return `${status}: ${messages.map((told) => wording(told, 'en')).join(' ')}`;
    }
    const isUndone = /^[-~] /.test(commands[at] ?? '');
    const isAstray = commands[at]?.startsWith('~ ') ?? false;
    const place = {
      kind: 'step',
      of: { chapter: 'first.md', line: 1 },
      evidence: [{ code: 'place-lost', args: {} }],
    } as const;
    const outcome: Outcome = {
      ...{ step, match: null, typed: null, messages: [] },
      status: isUndone ? 'broken' : 'passed',
      cause: isAstray ? place : isUndone ? { kind: 'surroundings', evidence: [] } : null,
      output: { ...ended, exitCode: isUndone ? 1 : 0 },
    };
    journey.record(outcome);
    page.push(outcome);
  }
  throw new Error('no check');
}

const asksForWeb = 'docker inspect web || exit 1';

test.each([
  ['what it asks for was to be made there', asksForWeb, '- docker run -d --name web nginx'],
  ['what has no name may be what it asks for', asksForWeb, 'docker run -d --name web nginx', '- docker run -d nginx'],
  ['a script may have done anything', asksForWeb, 'docker run -d --name web nginx', '- ./finish.sh'],
  ['a file in its folder', 'test -f site/index.html', 'mkdir site', '- cp page.html site/'],
  ['the folder of the page was lost', 'test -f list.txt', 'touch list.txt', '~ docker compose ps'],
  ['nobody can tell what it asks for', 'curl -s http://tea.example | grep tea', 'mkdir site', '- docker ps'],
])('a check follows from a step that its things hang on: %s', (_what, check, ...commands) => {
  expect(checked(check, ...commands)).toMatch(/^broken: .*did not (?:do its part|make)/);
});

test.each([
  ['a list', asksForWeb, 'docker run -d --name web nginx', '- docker ps'],
  ['another container', asksForWeb, 'docker run -d --name web nginx', '- docker run -d --name db redis'],
  ['another file', 'test -f site/index.html', 'touch site/index.html', '- cat notes.txt'],
  ['a network', '[ -s list.txt ] || exit 1', 'echo tea > list.txt', '- docker network create shop'],
])('a fault beside it is none of its own: %s', (_what, check, ...commands) => {
  expect(checked(check, ...commands)).toMatch(/^failed: /);
});

test.each([
  "ModuleNotFoundError: No module named 'yaml'",
  '/tmp/verify.sh: line 3: jq: command not found',
  'sh: 1: yq: not found',
])('a check that lacks a program of its platform says nothing of the course: %s', (line) => {
  expect(checkedWith(line, 'check web', 'docker run -d --name web nginx')).toMatch(/^broken: /);
});

test('one that the page installs is the page’s', () => {
  const line = '/tmp/verify.sh: line 3: jq: command not found';
  expect(checkedWith(line, 'check web', 'sudo apt-get install -y jq')).toMatch(/^failed: /);
  expect(checkedWith('web is not blue', 'check web', 'docker run -d --name web nginx')).toMatch(/^failed: /);
});
