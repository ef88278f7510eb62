import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Everything that an own course of a format consists of. */
function textOf(course: string): string {
  const folder = join(import.meta.dirname, '../courses', course);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.name}\n${readFileSync(join(entry.parentPath, entry.name), 'utf8')}`)
    .join('\n');
}

const editor = [
  ...['create-file', 'open-file', 'append-lines-to-file', 'prepend-lines-to-file', 'insert-lines-before-line'],
  ...['insert-lines-after-line', 'append-lines-after-line', 'insert-lines-before-match', 'append-lines-after-match'],
  ...['replace-matching-text', 'replace-lines-in-range', 'select-matching-text', 'select-lines-in-range'],
  ...['replace-text-selection', 'insert-lines-before-selection', 'append-lines-after-selection'],
];

/** What the formats have and tutor reads (manual: "Courses"), as it stands in a course. */
const features: Readonly<Record<string, readonly string[]>> = {
  'killercoda/shop': [
    ...['"intro"', '"steps"', '"finish"', '"foreground"', '"background"', '"verify"', '"assets"', '"chmod"', '/**"'],
    ...['"host02"', '"imageid"', '`{{exec}}', '```{{execute}}', '{{execute T2}}', '{{execute HOST2}}', '<details>'],
    ...['\nOR\n', 'verify.sh'],
  ],
  'labspace/tea': [
    ...['contentPath', 'services:', 'save-as=', 'save-as=~', 'no-run-button', 'no-copy-button', 'terminal-id='],
    ...['::variableDefinition', '$$tea$$', ':::conditionalDisplay', 'requiredValue=', 'hasValue', 'os="windows"'],
    ...[':tabLink', ':fileLink', 'compose.override.yaml', '/init-scripts/', 'environment:'],
  ],
  'educates/bakery': [
    ...['pathways:', 'params:', '{{< param', 'setup.d', 'profile', 'session: 2'],
    ...['terminal:execute\n', 'terminal:execute-all', 'terminal:input', 'terminal:interrupt', 'workshop:copy'],
    ...['examiner:execute-test', 'dashboard:', ...editor.map((action) => `editor:${action}\n`)],
  ],
};

test.each(Object.entries(features))(
  'the own course %s, which the engine tests run, uses what its format has',
  (course, marks) => {
    const text = textOf(course);
    // `setup.d` and `profile` are names of files.
    const names = `${text}\n${readdirSync(join(import.meta.dirname, '../courses', course), { recursive: true }).join('\n')}`;
    expect(marks.filter((mark) => !names.includes(mark))).toEqual([]);
  },
);

test('every button of the editor that is read is among them', () => {
  const sources = ['clickable.ts', 'editor-buttons.ts'].map((name) =>
    readFileSync(join(import.meta.dirname, '../../runner/parser', name), 'utf8'),
  );
  const known = sources.join('\n').match(/'(?:editor|terminal|workshop):[a-z-]*[a-z]'/g) ?? [];
  const own = textOf('educates/bakery');
  const isUnused = (action: string) => !own.includes(`${action.slice(1, -1)}\n`);
  expect([...new Set(known)].filter(isUnused)).toEqual([]);
});
