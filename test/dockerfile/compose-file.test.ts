import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeComposeFile, parseComposeFile } from '../../runner/dockerfile/index.ts';

const stack = `name: shop
services:
  web:
    build: ./app
    image: shop/web:v1
    ports: ["8080:80", "443"]
    volumes:
      - ./html:/usr/share/nginx/html:ro
      - type: volume
        source: data
        target: /data
    depends_on:
      db: {condition: service_healthy}
    env_file: [.env]
    command: nginx -g "daemon off;"
  db:
    image: mysql:8
    container_name: shop-db
    build: {context: ., dockerfile: db.Dockerfile, target: dev}
    healthcheck: {test: ["CMD", "true"]}
volumes:
  data:
networks:
  back: {external: true}
secrets:
  key: {file: ./key.txt}
`;

test('a compose file', () => {
  const file = parseComposeFile(stack);
  expect(file).toMatchObject({
    name: 'shop',
    errors: [],
    volumes: [{ name: 'data', external: false }],
    networks: [{ name: 'back', external: true }],
    files: ['./key.txt'],
  });
  expect(file.services).toMatchObject([
    {
      name: 'web',
      line: 3,
      image: 'shop/web:v1',
      build: { context: './app', dockerfile: null },
      ports: [
        { hostPort: '8080', containerPort: '80' },
        { hostPort: null, containerPort: '443' },
      ],
      mounts: [
        { source: './html', target: '/usr/share/nginx/html', type: 'bind' },
        { source: 'data', target: '/data', type: 'volume' },
      ],
      dependsOn: ['db'],
      envFiles: ['.env'],
      command: 'nginx -g "daemon off;"',
    },
    {
      name: 'db',
      line: 16,
      image: 'mysql:8',
      containerName: 'shop-db',
      build: { dockerfile: 'db.Dockerfile', target: 'dev' },
      healthcheck: true,
    },
  ]);
});

test('the first version had services at the top', () => {
  expect(parseComposeFile('web:\n  image: nginx\n').services).toMatchObject([{ name: 'web', image: 'nginx', line: 1 }]);
});

describe('what is wrong', () => {
  test.each([
    ['services:\n  web: [\n', 'malformed-yaml'],
    ['services:\n\tweb:\n', 'malformed-yaml'],
    ['version: "3"\n', 'no-services'],
    ['services:\n  web: nginx\n', 'wrong-service'],
  ])('%j: %s', (text, code) => {
    expect(parseComposeFile(text).errors[0]).toMatchObject({ code });
  });
});

test.each([
  [stack, 0.9, 1],
  ['web:\n  image: nginx\n', 0.5, 1],
  ['apiVersion: v1\nkind: Pod\nspec:\n  image: nginx\n', 0, 0.2],
  ['FROM nginx\n', 0, 0],
  ['key: value\n', 0, 0.2],
])('%j looks like one from %d to %d', (text, low, high) => {
  expect(looksLikeComposeFile(text)).toBeGreaterThanOrEqual(low);
  expect(looksLikeComposeFile(text)).toBeLessThanOrEqual(high);
});

test('any text is read without an error', () => {
  const piece = fc.constantFrom(
    'services:',
    '\n',
    '  web:',
    '    image: x',
    '    ports: [80]',
    '    build:',
    '&a',
    '*a',
    ': ',
    '- ',
    '{',
    '}',
    '"',
    '\t',
    'version: 3',
    '    volumes: {a: b}',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')),
      ),
      (text) => {
        expect(Array.isArray(parseComposeFile(text).services)).toBe(true);
        expect(looksLikeComposeFile(text)).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 300 },
  );
});
