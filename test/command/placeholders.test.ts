import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeholdersIn } from '../../runner/command/index.ts';

const found = (text: string): readonly string[] =>
  placeholdersIn(text)
    .filter(({ confidence }) => confidence >= 0.6)
    .map((one) => one.text);

describe('what the reader must replace', () => {
  test.each([
    ['docker run [OPTIONS] IMAGE[:TAG] [COMMAND] [ARG...]', ['[OPTIONS]', 'IMAGE', '[:TAG]', '[COMMAND]', '[ARG...]']],
    ['docker stop <CONTAINER ID>', ['<CONTAINER ID>']],
    ['docker tag <이미지>[:<태그>] {이름}/app', ['<이미지>', '[:<태그>]', '{이름}']],
    ['docker image rm [이미지명 또는 IMAGE ID]', ['[이미지명 또는 IMAGE ID]']],
    ['docker run --name 컨테이너_이름 이미지명', ['컨테이너_이름', '이미지명']],
    ['docker push YOUR_ID/app', ['YOUR_ID']],
    ['docker push your-name/app', ['your-name']],
    ['docker push yourname/app', ['yourname']],
    ['docker stop CONTAINER', ['CONTAINER']],
    ['docker run -p HOST_PORT:CONTAINER_PORT nginx', ['HOST_PORT', 'CONTAINER_PORT']],
    ['docker run ... nginx', ['...']],
    ['curl http://xxx.xxx.xxx.xxx', ['xxx', 'xxx', 'xxx', 'xxx']],
    ['docker run -v [host path]:[container path] nginx', ['[host path]', '[container path]']],
    ['docker run (옵션) 이미지', ['(옵션)', '이미지']],
    ['docker run -e KEY=VALUE nginx', ['KEY=VALUE']],
    ['docker exec -it container_name sh', ['container_name']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('what only looks like it', () => {
  test.each([
    'docker run -d --name web -p 80:80 nginx:alpine',
    'docker ps --format "{{.Names}}" | awk \'{print $1}\'',
    '[ -f x ] && cat < in > out',
    'ls *.[ch] $HOME $(pwd) [0-9]* {a,b}',
    'echo "<h1>Hi</h1>" > index.html',
    "docker inspect -f '{{range .Mounts}}{{.Name}}{{end}}' web",
    'docker run -e MYSQL_ROOT_PASSWORD=pw --cap-add NET_ADMIN mysql',
    'curl -X GET http://localhost:8080',
    'curl -d \'{"name": "x"}\' localhost',
    'docker kill -s SIGTERM web',
    'docker run ubuntu echo "안녕하세요"',
    'docker run -d nginx # 백그라운드로 실행',
    'go test ./...',
    'docker build --build-arg VERSION=1 -t app .',
    'docker run alpine hostname',
    'cat <<EOF > f\nhi\nEOF',
    'find . -exec rm {} +',
    'DOCKER_BUILDKIT=1 docker build -t app:latest .',
    'docker run -v $PWD:/app node:16 npm test',
    'cat README LICENSE Dockerfile',
    'sudo iptables -t nat -L DOCKER -n',
    'iptables -I DOCKER-USER -i eth0 -j DROP',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('places are right and do not overlap, in any text', () => {
  const word = fc.constantFrom(
    'docker',
    'run',
    '<a b>',
    '[x',
    ']',
    '[:TAG]',
    '{이름}',
    '...',
    'IMAGE',
    '"',
    "'",
    '<',
    '>',
    'your-x',
    '컨테이너',
    '\n',
    '$(',
    ')',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
      ),
      (text) => {
        const all = placeholdersIn(text);
        for (const one of all) expect(text.slice(one.start, one.end)).toBe(one.text);
        expect(all.every(({ start }, at) => start >= (all[at - 1]?.end ?? 0))).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});
