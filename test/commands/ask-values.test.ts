import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { askValues } from '../../runner/commands/ask-values.ts';
import type { Io } from '../../runner/commands/verb.ts';
import type { Locale } from '../../runner/core/message.ts';
import { forgetJournal, keepJournal } from '../../runner/guide/journal.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import type { SetValues } from '../../runner/pipeline/read-itinerary.ts';
import { planChapter } from '../../runner/planner/index.ts';

const first = '# 1\n\n```bash\ndocker tag pot $$team$$/pot\n```\n';
const second = `# 2

::variableDefinition[hub]{prompt="Who are you on Docker Hub?" default="teahouse"}

\`\`\`bash
docker tag pot $$hub$$/$$team$$
docker run -p $$port$$:80 pot
\`\`\`
`;

function plan(source: string, set: SetValues = {}) {
  return planChapter(parseChapter(source, { id: 'tea', path: 'tea.md' }), [], new Map(Object.entries(set)));
}

/** A learner who answers with these lines. */
async function ask(answers: string, set: SetValues = {}, locale: Locale = 'en', path = '/nowhere/tea.md') {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  stdin.end(answers);
  const io = { stdin, stdout, locale, signal: new AbortController().signal } as unknown as Io;
  const values = await askValues({ before: [plan(first, set)], plan: plan(second, set) }, set, io, path);
  stdout.end();
  return { values, shown: await text(stdout) };
}

test('each variable is asked for once, in the author’s words where there are any', async () => {
  const { values, shown } = await ask('rose\njin\n8080\n');
  expect(values).toEqual({ team: 'rose', hub: 'jin', port: '8080' });
  expect(shown).toBe(
    'Value of “team”, used at line 6: Who are you on Docker Hub? [teahouse] Value of “port”, used at line 7: ',
  );
});

test('an empty answer takes the author’s value, and leaves open what has none', async () => {
  expect((await ask('\n\n\n')).values).toEqual({ hub: 'teahouse' });
});

test('nobody is asked for what was given', async () => {
  const { values, shown } = await ask('rose\n', { hub: 'jin', port: '80' }, 'ko');
  expect(values).toEqual({ hub: 'jin', port: '80', team: 'rose' });
  expect(shown).toBe('“team”의 값(6번 줄에서 씁니다): ');
});

test('the questions end with the input', async () => {
  expect((await ask('rose\n')).values).toEqual({ team: 'rose' });
});

const path = `/nowhere/${process.pid}/tea.md`;
afterAll(() => forgetJournal(path));

test('who goes on is not asked again, but for what is new', async () => {
  await ask('rose\njin\n', {}, 'en', path);
  expect((await ask('lily\n\n\n', {}, 'en', path)).values).toMatchObject({ team: 'lily' });
  const entry = { step: 'docker tag pot lily/pot', status: 'passed', typed: null, leftOut: false, ms: 1 } as const;
  await keepJournal(path, { entries: [entry] });
  const { values, shown } = await ask('8080\n', {}, 'en', path);
  expect(values).toEqual({ team: 'lily', hub: 'teahouse', port: '8080' });
  expect(shown).toBe('Value of “port”, used at line 7: ');
  expect((await ask('', { team: 'oak' }, 'en', path)).values).toMatchObject({ team: 'oak', port: '8080' });
  await forgetJournal(path);
  expect((await ask('moss\n', {}, 'en', path)).values).toEqual({ team: 'moss' });
});
