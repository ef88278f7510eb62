import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wording } from '../../runner/core/message.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { planChapter, planJson } from '../../runner/planner/index.ts';

const plan = (source: string) => planChapter(parseChapter(source, { id: 'ch', path: 'ch.md' }));

const line = fc.constantFrom(
  '```',
  '```bash',
  '```dockerfile',
  '```sql',
  '# Heading',
  '**예상 출력:**',
  'Inside the container:',
  '다른 터미널에서',
  '',
  '$ docker run -it --name x alpine sh',
  'docker run -it alpine sh',
  '/ # ls',
  'bin  dev',
  '# docker ps',
  '# a remark',
  'exit',
  'docker ps',
  'CONTAINER ID   IMAGE',
  'docker exec -it db mysql -p',
  'mysql> SELECT 1;',
  '>>> 1',
  'docker run \\',
  '  -p 80:80 nginx',
  "cat > f <<'EOF'",
  'EOF',
  'FROM alpine',
  'CMD ["x"]',
  '...',
  '[y/N] y',
  'docker stop <ID>',
  "echo 'open",
  '$',
  '> more',
  '❌',
);
const source = fc
  .tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\uFEFF'))
  .map(([lines, end, bom]) => bom + lines.join(end));

describe('for any chapter', () => {
  test('each block has one verdict, and the places of commands and outputs are those of the source', () => {
    fc.assert(
      fc.property(source, (text) => {
        const { blocks, steps, chapter } = plan(text);
        expect(blocks.map(({ block }) => block.index)).toEqual(chapter.blocks.map(({ index }) => index));
        for (const { reason } of blocks) expect(wording(reason, 'en')).not.toBe('');
        for (const [at, step] of steps.entries()) {
          expect(step.index).toBe(at);
          if (step.type === 'file') continue;
          const [first = ''] = step.text.split('\n');
          expect(text.slice(step.range.start, step.range.end).startsWith(first.split(' ')[0] ?? '')).toBe(true);
          for (const shown of step.expected?.lines ?? []) {
            expect(text.slice(shown.range.start, shown.range.end)).toBe(shown.text);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('only `run` and `in-container` hold commands, and what comes after an opener never lands on the host by a prompt', () => {
    fc.assert(
      fc.property(source, (text) => {
        for (const block of planJson(plan(text)).blocks) {
          if (!['run', 'in-container'].includes(block.kind)) expect(block.commands).toEqual([]);
          for (const command of block.commands) if (command.text === 'ls') expect(command.in).not.toBe('shell');
        }
      }),
      { numRuns: 300 },
    );
  });
});

test('lines in a container belong to the command that was typed, not to a button that repeats it', () => {
  const transcript = (opener: string) =>
    `\`\`\`bash\n$ ${opener}\n\`\`\`\n\n> \`${opener}\`{{exec}}\n\n\`\`\`bash\n/ # date\n\`\`\`\n`;
  for (const opener of [
    'docker run -it alpine sh',
    'docker run -ti --name pot ubuntu bash',
    'sudo docker run --rm -it busybox',
  ])
    expect(plan(transcript(opener)).steps.map((step) => (step.type === 'command' ? step.opener : null))).toEqual([
      undefined,
      undefined,
      0,
    ]);
});

test('the promised form has exactly these fields', () => {
  const json = planJson(plan('# T\n\n```bash\n$ docker ps\nX\n```\n'));
  expect(json).toEqual({
    version: 1,
    chapter: { id: 'ch', path: 'ch.md', title: 'T' },
    blocks: [
      {
        line: 3,
        endLine: 6,
        lang: 'bash',
        kind: 'run',
        section: 'T',
        reason: expect.any(String),
        commands: [
          { line: 4, text: 'docker ps', in: 'shell', skip: null, terminal: 1, expected: { line: 5, text: 'X' } },
        ],
        file: null,
        for: null,
      },
    ],
    scripts: [],
    variables: [],
    unread: [],
    messages: [],
  });
});

test('a file name that was copied along as the first line is no line of the file', () => {
  const written = (source: string) =>
    plan(source).steps.flatMap((step) => (step.type === 'file' ? [[step.path, step.content]] : []));
  expect(written('```docker\nDockerfile\n\n# base\nFROM nginx\n```\n')).toEqual([
    ['Dockerfile', '# base\nFROM nginx\n'],
  ]);
  const services = 'services:\n  web:\n    image: nginx\n';
  expect(written(`\`\`\`yaml\ndocker-compose.yml\n${services}\`\`\`\n`)).toEqual([['docker-compose.yml', services]]);
});

test('one block may show what several commands of another print: each expects its own share', () => {
  const { steps } = plan(
    [
      '```bash\ndocker images\ndocker pull alpine:latest\ndocker save -o alpine.tar alpine:latest\n```',
      'Output:',
      '```\nREPOSITORY   TAG\nbusybox      latest\nlatest: Pulling from library/alpine\nStatus: Downloaded newer image\n```',
    ].join('\n\n'),
  );
  const expected = steps.map((step) => (step.type === 'command' ? (step.expected?.text.split('\n') ?? null) : null));
  expect(expected).toEqual([
    ['REPOSITORY   TAG', 'busybox      latest'],
    ['latest: Pulling from library/alpine', 'Status: Downloaded newer image'],
    null,
  ]);
});

test.each([
  ['echo tea\nhostname\ncat /etc/leaf-release', '출력:', 'tea\nkettle\n3.20.1', ['tea', 'kettle', '3.20.1']],
  [
    'docker --version\nmkdir -p lab\nuname -r',
    'You should see:',
    'Docker version 28\n6.1.0',
    ['Docker version 28', null, '6.1.0'],
  ],
  ['echo tea\nls -1 /srv', '出力例:', 'tea\ncup\npot', [null, 'tea\ncup\npot']],
  [
    'docker pull nginx\ndocker run -d nginx\ndocker ps',
    '出力例:',
    'CONTAINER ID   IMAGE\n1a2b3c4d5e6f   nginx\n2a2b3c4d5e6f   nginx',
    [null, null, 'CONTAINER ID   IMAGE\n1a2b3c4d5e6f   nginx\n2a2b3c4d5e6f   nginx'],
  ],
  // As many lines as commands, and one table all the same.
  [
    'docker service scale tea=5\ndocker service ls',
    '返回：',
    'ID      NAME   MODE         REPLICAS   IMAGE\nco5hl   tea    replicated   5/5        alpine',
    [null, 'ID      NAME   MODE         REPLICAS   IMAGE\nco5hl   tea    replicated   5/5        alpine'],
  ],
  [
    'docker stack deploy -c tea.yml tea\ndocker stack ls',
    '결과:',
    'NAME   SERVICES   ORCHESTRATOR\ntea    2          Swarm',
    [null, 'NAME   SERVICES   ORCHESTRATOR\ntea    2          Swarm'],
  ],
  [
    'docker node update --availability drain cup\ndocker node ls',
    'You should see:',
    'ID      HOSTNAME   STATUS   AVAILABILITY   MANAGER STATUS\nco5hl   cup        Ready    Drain          Leader',
    [
      null,
      'ID      HOSTNAME   STATUS   AVAILABILITY   MANAGER STATUS\nco5hl   cup        Ready    Drain          Leader',
    ],
  ],
])('as many lines as commands that print: each has printed one (%s)', (commands, label, output, wanted) => {
  const { steps } = plan(`\`\`\`bash\n${commands}\n\`\`\`\n\n${label}\n\n\`\`\`\n${output}\n\`\`\`\n`);
  expect(steps.map((step) => (step.type === 'command' ? (step.expected?.text ?? null) : null))).toEqual(wanted);
});
