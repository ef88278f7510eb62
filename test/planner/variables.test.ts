import { describe, expect, test } from 'vitest';
import { parseChapter } from '../../runner/parser/index.ts';
import { planChapter } from '../../runner/planner/index.ts';

const source = `# 가마

::variableDefinition[team]{prompt="팀 이름은?"}

\`\`\`bash
docker tag kiln $$team$$/kiln
docker run -d -p [[PORT]]:80 --name $$team$$-kiln redis:7
docker ps --format '{{.Names}}'
\`\`\`

\`\`\`text
$$team$$-kiln
\`\`\`

\`compose.yaml\`:

\`\`\`yaml
services:
  kiln:
    image: $$team$$/kiln
\`\`\`
`;

function planWith(values: Readonly<Record<string, string>>) {
  return planChapter(parseChapter(source, { id: 'kiln', path: 'kiln.md' }), [], new Map(Object.entries(values)));
}

const choice = `# 两种茶

:::conditionalDisplay{variable="tea" requiredValue="green"}
\`\`\`bash
docker volume create green
\`\`\`
:::

:::conditionalDisplay{variable="tea" hasNoValue}
\`\`\`bash
docker volume create none
\`\`\`
:::
`;

describe('what a page shows only for a value', () => {
  const typedWith = (values: Readonly<Record<string, string>>) => {
    const plan = planChapter(parseChapter(choice, { id: 'tea', path: 'tea.md' }), [], new Map(Object.entries(values)));
    const typed = plan.steps.flatMap((step) => (step.type === 'command' && step.skip === null ? [step.text] : []));
    return { typed, asked: plan.variables.map(({ name, lines }) => ({ name, lines })) };
  };
  test.each([
    { values: {}, typed: ['docker volume create none'] },
    { values: { tea: 'green' }, typed: ['docker volume create green'] },
    { values: { tea: 'black' }, typed: [] },
  ])('$values', ({ values, typed }) => {
    expect(typedWith(values)).toEqual({ typed, asked: [{ name: 'tea', lines: [3, 9] }] });
  });
});

describe('variables of a course', () => {
  test('a value stands wherever the variable stands: in commands, outputs and files', () => {
    const { steps, variables } = planWith({ team: 'rose', PORT: '8080' });
    expect(steps.map(({ skip }) => skip)).toEqual([null, null, null, null]);
    expect(steps.flatMap((step) => (step.type === 'command' ? [step.text] : []))).toEqual([
      'docker tag kiln rose/kiln',
      'docker run -d -p 8080:80 --name rose-kiln redis:7',
      "docker ps --format '{{.Names}}'",
    ]);
    expect(steps.flatMap((step) => (step.type === 'command' ? (step.expected?.lines ?? []) : []))).toMatchObject([
      { text: 'rose-kiln' },
    ]);
    expect(steps.at(-1)).toMatchObject({ content: 'services:\n  kiln:\n    image: rose/kiln\n' });
    expect(variables).toEqual([
      { name: 'team', text: '$$team$$', lines: [6, 7, 8, 18], prompt: '팀 이름은?', value: 'rose', isGiven: true },
      { name: 'PORT', text: '[[PORT]]', lines: [7], prompt: null, value: '8080', isGiven: true },
    ]);
  });

  test('places in the source stay those of the variable', () => {
    const [step] = planWith({ team: 'a-much-longer-name' }).steps;
    if (step?.type !== 'command') throw new Error('no command');
    expect(source.slice(step.range.start, step.range.end)).toBe('docker tag kiln $$team$$/kiln');
    expect(step.written).toBe('docker tag kiln $$team$$/kiln');
  });

  test('without a value nothing is typed or written raw, and the reason names it', () => {
    const { steps, variables } = planWith({ PORT: '8080' });
    const raw = steps.filter((step) => JSON.stringify(step).includes('image: $$team$$') || step.skip !== null);
    expect(raw.map(({ type, skip }) => [type, skip?.code, skip?.reason])).toEqual([
      ['command', 'placeholder', { code: 'plan-needs-value', args: { name: 'team' } }],
      ['command', 'placeholder', { code: 'plan-needs-value', args: { name: 'team' } }],
      ['file', 'placeholder', { code: 'plan-needs-value', args: { name: 'team' } }],
    ]);
    expect(variables.map(({ name, value }) => [name, value])).toEqual([
      ['team', null],
      ['PORT', '8080'],
    ]);
  });

  test('what looks like a placeholder in a value is its giver’s own', () => {
    const [step] = planWith({ team: 'your-name', PORT: '1' }).steps;
    expect(step?.skip).toBeNull();
  });
});
