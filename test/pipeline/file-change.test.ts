import { describe, expect, test } from 'vitest';
import { applyDiff, isDiff } from '../../runner/pipeline/file-change.ts';

const compose = 'services:\n  web:\n    image: nginx:1.25\n    ports:\n      - "80:80"\n  db:\n    image: redis:7\n';

describe('a diff goes where its lines stand in the file', () => {
  test('as version control prints it', () => {
    const diff =
      '--- a/compose.yaml\n+++ b/compose.yaml\n@@ -1,4 +1,4 @@\n services:\n   web:\n-    image: nginx:1.25\n+    image: nginx:1.27\n     ports:\n';
    expect(applyDiff(compose, diff)).toEqual({ fits: 'once', content: compose.replace('1.25', '1.27') });
  });

  test('with the lines that stay as they stand in the file, and no heading', () => {
    const diff = 'FROM node:20\n-COPY . .\n+COPY package.json .\n+RUN npm install\n+COPY . .\nCMD ["node", "."]\n';
    const file = '# tea\nFROM node:20\nCOPY . .\nCMD ["node", "."]\n';
    const content = '# tea\nFROM node:20\nCOPY package.json .\nRUN npm install\nCOPY . .\nCMD ["node", "."]\n';
    expect(applyDiff(file, diff)).toEqual({ fits: 'once', content });
  });

  test('a blank behind the mark; what is added is moved in as what it replaces', () => {
    const diff = '- image: redis:7\n+ image: redis:8\n+ restart: always\n';
    const content = compose.replace('redis:7', 'redis:8\n    restart: always');
    expect(applyDiff(compose, diff)).toEqual({ fits: 'once', content });
  });

  test('two parts with an elision between them', () => {
    const diff = '-    image: nginx:1.25\n+    image: httpd\n...\n-    image: redis:7\n+    image: valkey\n';
    const content = compose.replace('nginx:1.25', 'httpd').replace('redis:7', 'valkey');
    expect(applyDiff(compose, diff)).toEqual({ fits: 'once', content });
  });
});

test('a change that was made already changes nothing', () => {
  const changed = compose.replace('1.25', '1.27');
  const diff = '   web:\n-    image: nginx:1.25\n+    image: nginx:1.27\n';
  expect(applyDiff(changed, diff)).toEqual({ fits: 'once', content: changed });
});

test('what the file does not hold fits nowhere: the first line that is looked for is told', () => {
  expect(applyDiff(compose, '   web:\n-    image: caddy\n+    image: httpd\n')).toEqual({
    fits: 'nowhere',
    line: '  web:',
  });
});

test('where lines stand twice, or nothing stands around the change, a reader chooses the place', () => {
  const twice = 'a\nRUN make\nb\nRUN make\n';
  expect(applyDiff(twice, '-RUN make\n+RUN make all\n')).toEqual({ fits: 'anywhere' });
  expect(applyDiff(twice, '+RUN make test\n')).toEqual({ fits: 'anywhere' });
});

test('a list is no diff', () => {
  expect(isDiff('- tea\n- milk\n')).toBe(false);
  expect(isDiff('-tea\n+milk\n')).toBe(true);
});
