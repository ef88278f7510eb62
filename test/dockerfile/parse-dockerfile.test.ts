import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseImages, imageFacts, parseDockerfile, sourcesOf } from '../../runner/dockerfile/index.ts';

const multiStage = `# syntax=docker/dockerfile:1
ARG VERSION=16
FROM node:\${VERSION}-alpine AS Build
WORKDIR /app
COPY package*.json ./
RUN --mount=type=bind,source=.npmrc,target=/root/.npmrc npm ci \\
  # the cache is of no use
  && npm cache clean --force
COPY ["my file.txt", "/x/"]

FROM nginx:alpine
COPY --from=build /app/dist /usr/share/nginx/html
COPY --from=busybox:1.36 /bin/busybox /bin/
ADD https://example.org/a.tgz /tmp/
EXPOSE 80 443/tcp
HEALTHCHECK --interval=5s --retries=3 CMD curl -f http://localhost || exit 1
CMD ["nginx", "-g", "daemon off;"]
`;

describe('a Dockerfile of two stages', () => {
  const dockerfile = parseDockerfile(multiStage);

  test('has no errors, and knows its stages', () => {
    expect(dockerfile.errors).toEqual([]);
    expect(dockerfile).toMatchObject({
      syntax: 'docker/dockerfile:1',
      escape: '\\',
      globalArguments: { VERSION: '16' },
    });
    expect(dockerfile.stages.map(({ name, from }) => [name, from])).toEqual([
      ['build', 'node:16-alpine'],
      [null, 'nginx:alpine'],
    ]);
  });

  test('starts from images of a registry only', () => {
    expect(baseImages(dockerfile).map(({ image }) => image?.canonical)).toEqual([
      'node:16-alpine',
      'nginx:alpine',
      'busybox:1.36',
    ]);
  });

  test('needs files of the context, not those of stages and addresses', () => {
    expect(sourcesOf(dockerfile).map(({ path, glob }) => [path, glob])).toEqual([
      ['package*.json', true],
      ['.npmrc', false],
      ['my file.txt', false],
    ]);
  });

  test('says what the image does', () => {
    expect(imageFacts(dockerfile)).toMatchObject({
      exposes: ['80', '443/tcp'],
      healthcheck: {
        command: { form: 'shell', line: 'curl -f http://localhost || exit 1' },
        settings: { interval: '5s' },
      },
      command: { form: 'exec', argv: ['nginx', '-g', 'daemon off;'] },
      entrypoint: null,
      workdir: null,
    });
    expect(imageFacts(dockerfile, 'build')).toMatchObject({ command: null, workdir: '/app' });
  });

  test('knows the lines of an instruction over several', () => {
    const run = dockerfile.instructions.find(({ keyword }) => keyword === 'RUN');
    expect(run).toMatchObject({ line: 6, endLine: 8, text: 'npm ci && npm cache clean --force' });
  });
});

describe('what a target needs', () => {
  const dockerfile = parseDockerfile(
    'FROM a AS base\nCOPY base.txt .\nFROM base AS test\nCOPY test.txt .\nFROM b AS other\nCOPY other.txt .\nFROM c\nCOPY --from=test /x /y\n',
  );

  test.each([
    ['test', ['base.txt', 'test.txt']],
    ['other', ['other.txt']],
    ['3', ['base.txt', 'test.txt']],
    [undefined, ['base.txt', 'test.txt', 'other.txt']],
  ])('%s', (target, expected) => {
    expect(sourcesOf(dockerfile, target).map(({ path }) => path)).toEqual(expected);
  });
});

describe('heredocs', () => {
  test('are bodies of RUN and COPY', () => {
    const { instructions, errors } = parseDockerfile(
      'FROM alpine\nRUN <<EOF\napk add curl\nEOF\nCOPY <<page /index.html\n<h1>hi</h1>\npage\nCMD ls\n',
    );
    expect(errors).toEqual([]);
    expect(instructions.map(({ keyword, heredocs }) => [keyword, heredocs.map(({ body }) => body.trim())])).toEqual([
      ['FROM', []],
      ['RUN', ['apk add curl']],
      ['COPY', ['<h1>hi</h1>']],
      ['CMD', []],
    ]);
  });

  test('of a COPY need no file', () => {
    expect(sourcesOf(parseDockerfile('FROM a\nCOPY <<EOF /x\nhi\nEOF\n'))).toEqual([]);
  });
});

test('the back-tick of Windows files continues lines', () => {
  const { instructions, escape: mark } = parseDockerfile(
    '# escape=`\nFROM mcr.microsoft.com/windows/nanoserver:1809\nCOPY a `\n  C:\\app\\\nCMD x\n',
  );
  expect(mark).toBe('`');
  expect(instructions.map(({ arguments: words }) => words)).toEqual([
    ['mcr.microsoft.com/windows/nanoserver:1809'],
    ['a', 'C:\\app\\'],
    ['x'],
  ]);
});

describe('what the builder would refuse', () => {
  test.each([
    ['', 'empty', '', 1],
    ['# nothing\n', 'empty', '', 1],
    ['RUN ls\n', 'no-from', 'RUN', 1],
    ['ARG A=1\n', 'no-from', 'ARG', 1],
    ['FROM a\nINSTALL b\n', 'unknown-instruction', 'INSTALL', 2],
    ['FROM\n', 'missing-arguments', 'FROM', 1],
    ['FROM a\nRUN\n', 'missing-arguments', 'RUN', 2],
    ['FROM a b\n', 'wrong-arguments', 'b', 1],
    ['FROM a\nCOPY x\n', 'wrong-arguments', 'x', 2],
    ['FROM a\nEXPOSE eighty\n', 'wrong-arguments', 'eighty', 2],
    ['FROM a\nENV A\n', 'wrong-arguments', 'A', 2],
    ['FROM a\nHEALTHCHECK curl x\n', 'wrong-arguments', 'curl', 2],
    ["FROM a\nCMD ['node', 'x']\n", 'malformed-json', "['node', 'x']", 2],
    ['FROM a\nCMD ["node", "x",]\n', 'malformed-json', '["node", "x",]', 2],
    ['FROM a AS b\nFROM c AS b\n', 'duplicate-stage', 'b', 2],
    ['FROM a\nONBUILD FROM b\n', 'wrong-trigger', 'FROM', 2],
    ['FROM a\nRUN <<EOF\nls\n', 'open-heredoc', 'EOF', 2],
  ])('%j: %s', (text, code, subject, line) => {
    expect(parseDockerfile(text).errors).toMatchObject([{ code, subject, line }]);
  });

  test.each([
    'FROM scratch\nCOPY a /\n',
    'from alpine as x\nrun ls\n',
    'FROM a\nRUN [ -f x ] && ls\n',
    'FROM a\nENV A hello world\n',
    'FROM a\nEXPOSE $PORT 80-90/udp\n',
    'FROM --platform=linux/amd64 a AS b\n',
    'FROM a\nCMD []\n',
    '\ufeffFROM a\n',
  ])('%j is right', (text) => {
    expect(parseDockerfile(text).errors).toEqual([]);
  });
});

test('any text is read without an error, and instructions stand where they are said to', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'FROM a',
      'FROM a AS b',
      'FROM b',
      'RUN x \\',
      '  y',
      '# c',
      '',
      'COPY . .',
      'COPY --from=b / /',
      'RUN <<EOF',
      'EOF',
      'CMD ["a"]',
      'CMD ["a"',
      'ARG A=$A',
      `ENV A=\${A:-b} C`,
      'ONBUILD',
      '# escape=`',
      'FROM $A',
      'EXPOSE',
      'HEALTHCHECK NONE',
    ),
    fc.string({ maxLength: 15 }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), (lines, newline) => {
      const text = lines.join(newline);
      const dockerfile = parseDockerfile(text);
      for (const { start, end, written } of dockerfile.instructions) {
        // A keyword may itself be continued on the next line.
        expect(text.slice(start, end).startsWith(written.slice(0, 1))).toBe(true);
        expect(end).toBeGreaterThanOrEqual(start + written.length);
      }
      sourcesOf(dockerfile);
      baseImages(dockerfile);
      imageFacts(dockerfile);
    }),
    { numRuns: 400 },
  );
});
