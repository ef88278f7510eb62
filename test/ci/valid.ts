import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import Draft04 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { parse } from 'junit2json';
import { expect } from 'vitest';

const require = createRequire(import.meta.url);
const options = { strict: false, allErrors: true };
const published = join(import.meta.dirname, '../../docs/schemas/report.json');
const isReport = formats.default(new Ajv2020(options)).compile(JSON.parse(readFileSync(published, 'utf8')));
/** As OASIS has published it. */
const isSarif = formats
  .default(new Draft04.default({ ...options, unicodeRegExp: false }))
  .compile(require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));

/** Expects that others understand the reports of a run: by the schemas of their forms, and by a reader of JUnit's. */
export async function expectValid(files: { readonly json: string; readonly sarif: string; readonly junit: string }) {
  isReport(JSON.parse(files.json));
  expect(isReport.errors).toBeNull();
  isSarif(JSON.parse(files.sarif));
  expect(isSarif.errors).toBeNull();
  const read = await parse(files.junit);
  const suites = read !== null && read !== undefined && 'testsuite' in read ? (read.testsuite ?? []) : [];
  const cases = suites.flatMap(({ testcase }) => testcase ?? []);
  expect(cases).not.toEqual([]);
  expect(read).toMatchObject({
    tests: cases.length,
    failures: cases.filter(({ failure }) => failure !== undefined).length,
    errors: cases.filter(({ error }) => error !== undefined).length,
    skipped: cases.filter(({ skipped }) => skipped !== undefined).length,
  });
  for (const { name, classname, file, line } of cases as readonly Record<string, unknown>[]) {
    expect({ name, classname, file, line }).toEqual({
      name: expect.stringMatching(/./),
      classname: expect.stringMatching(/\.md$/),
      file: expect.stringMatching(/\.md$/),
      line: expect.anything(),
    });
  }
}
