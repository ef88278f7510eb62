import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitCommands } from '../../runner/command/index.ts';

const cut = (text: string): readonly string[] => splitCommands(text).commands.map((command) => command.text);

describe('a block is cut into what is typed in one go', () => {
  test.each([
    ['one command a line', 'docker ps\ndocker images', ['docker ps', 'docker images']],
    ['empty lines are nothing', '\n\ndocker ps\n\n', ['docker ps']],
    ['a continued line', 'docker run \\\n  -d \\\n  nginx\nls', ['docker run \\\n  -d \\\n  nginx', 'ls']],
    [
      'a heredoc with a comment in it',
      'cat > f <<EOF\n# not a comment\nEOF\nls',
      ['cat > f <<EOF\n# not a comment\nEOF', 'ls'],
    ],
    ['a heredoc with tabs', 'cat <<-EOF\n\thi\n\tEOF\nls', ['cat <<-EOF\n\thi\n\tEOF', 'ls']],
    ['a loop', 'for i in 1 2; do\n  echo $i\ndone\nls', ['for i in 1 2; do\n  echo $i\ndone', 'ls']],
    ['a quote over lines', 'docker exec db sh -c "\n  ls\n"\nls', ['docker exec db sh -c "\n  ls\n"', 'ls']],
    ['a pipe at the end of a line', 'docker ps |\n  grep web\nls', ['docker ps |\n  grep web', 'ls']],
    ['continued in PowerShell', 'docker run `\n  -d nginx\nls', ['docker run `\n  -d nginx', 'ls']],
    ['continued in cmd', 'docker run ^\n  -d nginx\nls', ['docker run ^\n  -d nginx', 'ls']],
    ['two commands on a line', 'cd app && docker build .; ls', ['cd app && docker build .; ls']],
    ['Windows line ends', 'docker ps\r\ndocker images\r\n', ['docker ps', 'docker images']],
    ['an unfinished last line', 'ls\ndocker run \\', ['ls', 'docker run \\']],
    ['a backslash before an empty line', 'docker run \\\n\nls', ['docker run \\', 'ls']],
  ])('%s', (_, text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  test.each([
    ['apostrophes in sentences', "Here's a list\nthat's all\ndocker ps"],
    ['an open bracket', 'see (below\ndocker ps'],
    ['a sentence that begins like a loop', 'if you see this\ndocker ps'],
    ['a placeholder', 'docker rm <id>\ndocker ps'],
    ['a row of a table', 'a1b2  "nginx -g …"   Up 2 minutes\ndocker ps'],
  ])('%s does not swallow the next line', (_, text) => {
    expect(cut(text).at(-1)).toBe('docker ps');
  });
});

describe('comments are set apart', () => {
  test('lines above a command, and behind it', () => {
    const text = '# 목록 보기\n# 전부\ndocker ps -a  # 멈춘 것도\n\n# 끝';
    const { commands, comments } = splitCommands(text);
    expect(commands).toMatchObject([
      {
        text: 'docker ps -a',
        trailingComment: { text: '# 멈춘 것도' },
        comments: [{ text: '# 목록 보기' }, { text: '# 전부' }],
      },
    ]);
    expect(comments.map((comment) => comment.text)).toEqual(['# 목록 보기', '# 전부', '# 끝']);
  });

  test.each([
    ['docker rm <컨테이너>  # 지우기', 'docker rm <컨테이너>'],
    ['docker ps // 목록 보기', 'docker ps'],
    ['docker ps  ← 목록', 'docker ps'],
    ['docker pull alpine (alpine 이미지를 내려받기)', 'docker pull alpine'],
    ['docker run \\\n  nginx # web', 'docker run \\\n  nginx'],
  ])('%j is typed as %j', (text, typed) => {
    expect(cut(text)).toEqual([typed]);
  });

  test.each([
    'curl http://localhost/#top',
    'echo "# no comment"',
    'curl -s https://example.com//x',
    'echo a#b',
    'docker run nginx sh -c "ls // x"',
  ])('%j has none', (text) => {
    expect(splitCommands(text).commands).toMatchObject([{ text, trailingComment: null }]);
  });
});

describe('what is typed where the author slipped', () => {
  test.each([
    ['blanks behind the mark', 'docker run \\  \n  -d nginx\nls', ['docker run \\\n  -d nginx', 'ls']],
    [
      'a remark behind the mark',
      'docker run \\\n  -e A=1 \\  # the name\n  nginx\nls',
      ['docker run \\\n  -e A=1 \\\n  nginx', 'ls'],
    ],
    [
      'no marks',
      'docker run -d\n  --name web\n  -p 80:80\n  nginx\nls',
      ['docker run -d --name web -p 80:80 nginx', 'ls'],
    ],
    ['no-break spaces', 'docker\u00a0run\u00a0nginx', ['docker run nginx']],
    ['curly quotes', 'docker run alpine echo “hi there” # x', ['docker run alpine echo "hi there"']],
    ['one long dash for two', 'docker run –name web nginx', ['docker run --name web nginx']],
    ['nothing', 'docker run \\\n  -d nginx', ['docker run \\\n  -d nginx']],
    ['a blank line after the mark', 'docker run \\ \n\nls', ['docker run \\', 'ls']],
  ])('%s', (_, text, expected) => {
    expect(splitCommands(text).commands.map(({ typed }) => typed)).toEqual(expected);
  });
});

test('nothing is lost, nothing stands twice, and every place is right', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'docker ps',
      'docker run \\',
      '  -d nginx',
      '# note',
      '',
      'cat <<EOF',
      'EOF',
      "it's",
      'for i in 1; do',
      'done',
      'echo "a',
      'b"',
      'x # y',
      'a |',
      '$ ls',
      '✓ 완료',
      'docker rm <id>',
    ),
    fc.string({ maxLength: 20 }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'), (lines, newline) => {
      const text = lines.join(newline);
      const { commands, comments } = splitCommands(text);
      const notes = commands.flatMap(({ trailingComment }) => (trailingComment === null ? [] : [trailingComment]));
      const pieces = [...commands, ...comments, ...notes].sort((a, b) => a.start - b.start);
      for (const piece of pieces) expect(text.slice(piece.start, piece.end)).toBe(piece.text);
      const between = pieces.map(({ start }, at) => text.slice(pieces[at - 1]?.end ?? 0, start));
      const after = text.slice(pieces.at(-1)?.end ?? 0);
      expect([...between, after].join('').trim()).toBe('');
      expect(pieces.every(({ start }, at) => start >= (pieces[at - 1]?.end ?? 0))).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test('a long text with everything open takes no time to speak of', () => {
  const text = Array.from({ length: 3000 }, (_, at) => `echo "open ${at} $( <<X${at}`).join('\n');
  const started = performance.now();
  expect(splitCommands(text).commands.length).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(8000);
});
