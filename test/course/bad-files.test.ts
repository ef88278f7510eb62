import { expect, test } from 'vitest';
import { UserError } from '../../runner/core/message.ts';
import { courseDescribedBy, coursesIn } from '../../runner/course/index.ts';
import { layOut } from './lay-out.ts';

/** What is said about a course that cannot be read: the code, the file from the course's folder, the line. */
async function saidOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = layOut(files);
  try {
    return `${(await coursesIn(folder)).length} courses`;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { code, path, line, args } = error.details;
    return `${code} ${path?.slice(folder.length + 1)}:${line ?? ''} ${Object.values(args).join(' ')}`.trim();
  }
}

test.each([
  [
    { 'index.json': '{\n "title": "a",\n "details": {\n  "steps": [ { "text": "a.md" ]\n }\n}\n' },
    'course-syntax index.json:4 JSON',
  ],
  [
    { 'index.json': '{\n "title": "a",\n "details": {\n  "steps": "x"\n }\n}\n' },
    'course-value index.json:4 details.steps',
  ],
  [
    { 'index.json': '{\n "title": "a",\n "details": {\n  "steps": [\n   {},\n   {"text": 3}\n  ]\n }\n}\n' },
    'course-value index.json:6 details.steps[2].text',
  ],
  [{ 'index.json': '{"title": "a", "details": {"steps": []}}' }, 'course-empty index.json:'],
  [
    { 'index.json': '{"title": "a", "details": {"steps": [{"text": "gone.md"}]}}' },
    'course-file-missing index.json: gone.md',
  ],
  [{ 'labspace.yaml': 'title: x\nsections:\n  - title: a\n   contentPath: b\n' }, 'course-syntax labspace.yaml:4 YAML'],
  [
    { 'labspace.yaml': 'title: x\nsections:\n  - contentPath: a.md\n  - title: a\n' },
    'course-value-missing labspace.yaml:4 sections[2].contentPath',
  ],
  [{ 'labspace.yaml': 'title: x\n' }, 'course-value-missing labspace.yaml:1 sections'],
  [{ 'labspace/labspace.yaml': 'sections: []\n' }, 'course-empty labspace/labspace.yaml:'],
  [{ 'resources/workshop.yaml': 'kind: Workshop\nspec: {title: [\n' }, 'course-syntax resources/workshop.yaml:3 YAML'],
  [{ 'resources/workshop.yaml': 'kind: Workshop\n' }, 'course-empty resources/workshop.yaml:'],
])('%j: %s', async (files, said) => {
  expect(await saidOf(files)).toBe(said);
});

test.each([
  [{ 'index.json': '{\n\t"title": "a",\n\t"details": {\n\t\t"steps": [{"text": "a.md"},]\n\t}\n}\n', 'a.md': 'A' }],
  [{ 'index.json': '{\n\t"title": "a",\n\t"details": {\n\t\t"steps": [{"text": "a.md"}]\n\t}\n}\n', 'a.md': 'A' }],
  // One that is empty beside one that is not is nothing to stop for.
  [
    {
      'a/index.json': '{"title": "a", "details": {"steps": []}}',
      'b/labspace.yaml': 'sections:\n  - contentPath: a.md\n',
      'b/a.md': 'A',
    },
  ],
])('%j is read', async (files) => {
  expect(await saidOf(files)).toBe('1 courses');
});

test('files that describe no course are none, whatever they are', async () => {
  expect(await saidOf({ 'index.json': '{"files": [', 'resources/workshop.yaml': 'kind: Service\n' })).toBe('0 courses');
});

test('a course that is named and has no page is told', async () => {
  const folder = layOut({ 'index.json': '{"title": "a", "details": {"steps": []}}' });
  await expect(courseDescribedBy(`${folder}/index.json`)).rejects.toThrow('no page');
});
