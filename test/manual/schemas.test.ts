import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, schemas } from './schemas.ts';

test.each([...schemas()])('docs/schemas/%s says what the program takes (else: npm run manual)', (name, text) => {
  expect(JSON.parse(readFileSync(join(folder, name), 'utf8'))).toEqual(JSON.parse(text));
});
