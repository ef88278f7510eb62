import { describe, expect, test } from 'vitest';
import { wording } from '../../runner/core/message.ts';
import { lint } from '../../runner/lint/lint.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { planChapter } from '../../runner/planner/index.ts';

/** What lint says of a chapter: `line rule: sentence`. The reader has the files named. */
function found(source: string, files: readonly string[] = []): string[] {
  const plan = planChapter(parseChapter(source, { id: 'ch', path: 'ch.md' }));
  return lint(
    { before: [], plan },
    {
      hasFile: (path) => files.includes(path.replace(/^\.\//, '')),
      isUnversioned: (image) => image.startsWith('diamol/'),
    },
  ).map(({ rule, message }) => `${message.line} ${rule}: ${wording(message, 'en')}`);
}

const console = (...commands: string[]) =>
  `# Chapter\n\n\`\`\`console\n${commands.map((line) => `$ ${line}`).join('\n')}\n\`\`\`\n`;

describe('a name used before it is made', () => {
  test('is found, with the line that makes it', () => {
    expect(found(console('docker logs web', 'docker run -d --name web nginx:1.27'))).toEqual([
      '4 name-before-made: The container "web" is used before it is made (line 5).',
    ]);
  });

  test('or that nothing makes it', () => {
    expect(found(console('docker network connect front web', 'docker run -d --name web nginx:1.27'))).toEqual([
      '4 name-before-made: Unknown network "front": no command of the chapter makes it.',
      '4 name-before-made: The container "web" is used before it is made (line 5).',
    ]);
  });

  test.each([
    ['docker rm -f web', 'docker run -d --name web nginx:1.27'],
    ['docker rm web || true', 'docker run -d --name web nginx:1.27'],
    ['docker network rm shop 2> /dev/null || echo "없습니다"', 'docker network create shop'],
    ['docker volume rm --force tea', 'docker volume create tea'],
  ])('is none where the page only makes sure that there is none: %s', (clear, make) => {
    expect(found(console(clear, make))).toEqual([]);
  });

  test('is one where it is to be removed, and nothing is said of it that is not there', () => {
    expect(found(console('docker rm web', 'docker run -d --name web nginx:1.27'))).toHaveLength(1);
    expect(
      found(console('docker stop web || true', 'docker logs web', 'docker run --name web nginx:1.27')),
    ).not.toEqual([]);
  });

  const shop = '`compose.yaml`:\n\n```yaml\nservices:\n  kettle:\n    image: nginx:1.27\n```\n\n';

  test('of a service of Compose its file tells, where it is known', () => {
    expect(found(console('docker compose up -d', 'docker compose exec kettle date'))).toEqual([]);
    expect(found(shop + console('docker compose up -d', 'docker compose exec kettle date'))).toEqual([]);
    expect(found(shop + console('docker compose up -d', 'docker compose exec oven date'))).toHaveLength(1);
  });

  test('is not claimed of an ID, or of what Docker has by itself', () => {
    expect(found(console('docker network inspect bridge', 'docker logs 3f2a'))).toEqual([]);
  });
});

describe('a file that a build copies', () => {
  const chapter = (copy: string, ...before: string[]) =>
    `# Build\n\nCreate a \`Dockerfile\`:\n\n\`\`\`dockerfile\nFROM busybox:1.36\nCOPY ${copy} /\n\`\`\`\n\n${console(...before, 'docker build -t app:1 .').slice(11)}`;

  test('and that nobody gives is found', () => {
    expect(found(chapter('app.js'))).toEqual([
      '11 missing-source: The build copies "app.js", which the chapter never gives.',
    ]);
  });

  test('is there when the reader has it, writes it, or copies its folder', () => {
    expect(found(chapter('app.js'), ['app.js'])).toEqual([]);
    expect(found(chapter('app.js', 'echo 1 > app.js'))).toEqual([]);
    expect(found(chapter('*.js', 'echo 1 > app.js'))).toEqual([]);
    expect(found(chapter('app.js', 'cp -r assets/app ~/app', 'cd ~/app'), ['assets/app/app.js'])).toEqual([]);
  });

  test('goes on in a Dockerfile that has its beginning', () => {
    const more = 'Add this at the end of the `Dockerfile`:\n\n```dockerfile\nEXPOSE 80\n```\n';
    expect(found(`${chapter('app.js', 'echo 1 > app.js')}\n${more}`)).toEqual([]);
    const slip = more.replace('EXPOSE 80', 'FROM busybox:1.36\nRUNN date').replace('Add this at the end of', 'Create');
    expect(found(slip)).toHaveLength(1);
  });

  test('is still missing where a tar file is only named', () => {
    expect(found(chapter('app.js', 'docker image save -o busybox.tar busybox:1.36'))).toHaveLength(1);
  });

  test('may have come with what was fetched', () => {
    expect(found(chapter('app.js', 'git clone https://git.example/app.git', 'cd app'))).toEqual([]);
  });
});

test('a name or port that is still taken is found; one that was freed is not', () => {
  const web = 'docker run -d --name web -p 8080:80 nginx:1.27';
  expect(found(console(web, 'docker run -d --name other -p 8080:80 nginx:1.27'))).toEqual([
    '5 used-twice: Port 8080/tcp is still taken by the container of line 4.',
  ]);
  expect(found(console(web, web))).toContain('5 used-twice: The container name "web" is still taken since line 4.');
  expect(found(console(web, 'docker rm -f web', web))).toEqual([]);
});

test('a tag that means something else tomorrow is found once', () => {
  expect(found(console('docker pull nginx', 'docker run --rm nginx nginx -v'))).toEqual([
    '4 unpinned-image: Image nginx without a fixed tag: "latest" is another image tomorrow.',
  ]);
});

test('of an image without version tags none can be asked for', () => {
  expect(found(console('docker pull diamol/node'))).toEqual([]);
});

test('a clash that the chapter shows is meant', () => {
  const web = 'docker run -d --name web nginx:1.27';
  const shown = `${console(web)}\n\`\`\`console\n$ ${web}\ndocker: Error response from daemon: Conflict. The container name "/web" is already in use by container "3f2a".\n\`\`\`\n`;
  expect(found(shown)).toEqual([]);
});

test('an unclosed fence is found', () => {
  expect(found('# A\n\n```bash\nls\n')).toContain(
    '3 unclosed-block: Unclosed code block: it runs to the end of the document or of what it stands in.',
  );
});

test('a Dockerfile that no builder reads is found at its line', () => {
  const chapter =
    '# A\n\nCreate `Dockerfile`:\n\n```dockerfile\nFROM busybox:1.36\nRUNN ls\n```\n\n```console\n$ docker build -t a:1 .\n```\n';
  expect(found(chapter)).toContain('7 dockerfile-syntax: Unknown instruction RUNN.');
});

test('output of a command that nobody is asked to type is found', () => {
  const chapter = `${console('docker volume create a')}
Output of the build:

\`\`\`
Step 3/9 : RUN make
 ---> Running in 5a1f0c2d9b7e
\`\`\`
`;
  expect(found(chapter)).toContain('9 orphan-output: Output that no command of the chapter prints.');
});

describe('what was read against the likely intent of the author', () => {
  const block = (lang: string, ...lines: string[]) => `\`\`\`${lang}\n${lines.join('\n')}\n\`\`\`\n`;

  test('a continuation with a blank behind its backslash', () => {
    const rule = 'broken-continuation: A blank behind the backslash: the command ends here for whoever copies it.';
    expect(found(`# T\n\n${block('bash', 'docker run -d \\ ', '  nginx:1.27')}`)).toContain(`4 ${rule}`);
    expect(found(`# T\n\n${block('bash', 'docker run -d \\', '  nginx:1.27')}`)).toEqual([]);
  });

  test('a backslash that is missing among others', () => {
    const rule =
      'broken-continuation: The backslash at the end of this line is missing: whoever copies the command gets only its beginning.';
    const lost = ['docker run -d \\', '  --name tea', '  --rm \\', '  nginx:1.27'];
    expect(found(`# T\n\n${block('bash', ...lost)}`)).toEqual([`5 ${rule}`]);
    // Broken by the page, on which the reader types one line.
    expect(found(`# T\n\n${block('bash', 'docker run -d --name tea', '  --rm nginx:1.27')}`)).toEqual([]);
  });

  test('a backslash with which nothing goes on', () => {
    const rule = 'broken-continuation: Nothing goes on behind this backslash.';
    const lines = ['docker pull nginx:1.27 \\', '# 컨테이너를 띄웁니다', 'docker run -d nginx:1.27 \\'];
    expect(found(`# T\n\n${block('bash', ...lines)}`)).toEqual([`4 ${rule}`, `6 ${rule}`]);
    expect(found(`# T\n\n${block('bash', 'docker run -d \\', '  # イメージ', '  nginx:1.27')}`)).toEqual([]);
  });

  test('a file without a name', () => {
    const nameless = found(`# T\n\nThe settings are these.\n\n${block('yaml', 'kettle: copper', 'cups: 2')}`);
    expect(nameless.map((line) => line.split(':')[0])).toEqual(['5 nameless-file']);
    expect(found(`# T\n\nWrite \`pot.yaml\`:\n\n${block('yaml', 'kettle: copper')}`)).toEqual([]);
  });

  test('commands behind a prompt below a word of warning', () => {
    const warned = found(`# T\n\nA bad example:\n\n${block('console', '$ docker ps -a')}`);
    expect(warned.map((line) => line.split(':')[0])).toEqual(['5 commands-as-example']);
    expect(found(`# T\n\nLook:\n\n${block('console', '$ docker ps -a')}`)).toEqual([]);
  });

  test.each([
    ['잘못된 예:', '실행합니다:'],
    ['悪い例:', '実行します:'],
    ['错误示例：', '执行：'],
  ])('commands below %s', (warning, plain) => {
    const under = (words: string) => found(`# T\n\n${words}\n\n${block('console', '$ docker ps -a')}`);
    expect(under(warning).map((line) => line.split(':')[0])).toEqual(['5 commands-as-example']);
    expect(under(plain)).toEqual([]);
  });

  test.each([
    ['설정은 다음과 같습니다.', '`pot.yaml`을 작성합니다.'],
    ['設定は次のとおりです。', '`pot.yaml` を作成します。'],
    ['配置如下。', '编写 `pot.yaml`：'],
  ])('a file that is only called so: %s', (nameless, named) => {
    const under = (words: string) => found(`# T\n\n${words}\n\n${block('yaml', 'kettle: copper', 'cups: 2')}`);
    expect(under(nameless).map((line) => line.split(':')[0])).toEqual(['5 nameless-file']);
    expect(under(named)).toEqual([]);
  });

  test.each(['이미지를 만들면 다음과 같이 출력됩니다.', 'ビルドの出力:', '构建输出：'])(
    'output of nothing: %s',
    (words) => {
      const printed = block('', 'Step 3/9 : RUN make', ' ---> Running in 5a1f0c2d9b7e');
      const lines = found(`# T\n\n${block('console', '$ docker volume create tea')}\n${words}\n\n${printed}`);
      expect(lines.map((line) => line.split(' ')[1])).toEqual(['orphan-output:']);
    },
  );

  test.each(['# 컨테이너를 띄웁니다', '# コンテナを起動', '# 启动容器'])('a broken continuation below %s', (remark) => {
    expect(found(`# T\n\n${block('bash', remark, 'docker run -d \\ ', '  nginx:1.27')}`)[0]).toContain(
      '5 broken-continuation',
    );
    expect(found(`# T\n\n${block('bash', remark, 'docker run -d \\', '  nginx:1.27')}`)).toEqual([]);
  });
});
