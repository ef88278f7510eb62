import { describe, expect, test } from 'vitest';
import { effectsOf, isOf, printersOf } from '../../runner/command/index.ts';

/** Who prints: program and verb, `@` inside a container, `~` where only errors are seen, then what it goes through. */
function shown(command: string): readonly string[] {
  return printersOf(command).map(({ program, verb, where, shown: seen, through }) =>
    [`${seen ? '' : '~'}${[program, verb].filter(Boolean).join(' ')}${where === 'inside' ? '@' : ''}`, ...through].join(
      ' | ',
    ),
  );
}

describe('the program that prints', () => {
  test.each([
    // One verb by all of its names, options and spellings
    ['docker ps', ['docker container ls']],
    ['docker container list --all', ['docker container ls']],
    ['docker --context default  -H tcp://h:1 ps', ['docker container ls']],
    ['docker \\\n  ps', ['docker container ls']],
    ['docker-compose -f a.yml up', ['docker compose up']],
    ['docker compose --profile x up', ['docker compose up']],
    ['podman images', ['docker image ls']],
    ['/usr/bin/docker ps', ['docker container ls']],
    // Behind other programs
    ['sudo -E docker ps', ['docker container ls']],
    ['time docker ps', ['docker container ls']],
    ['watch -n1 docker ps', ['docker container ls']],
    ["sh -c 'docker ps | head -3'", ['docker container ls | head']],
    ["sudo bash -lc 'env'", ['env']],
    ['LANG=C docker ps', ['docker container ls']],
    // In containers and elsewhere
    ['docker exec -it npm-app cat /data/log', ['docker container exec', 'cat@']],
    ['docker exec web npm run build', ['docker container exec', 'npm run@']],
    [
      "docker run --rm -v a:/b node:18 sh -c 'npm ci && npm test'",
      ['docker container run', 'npm install@', 'npm test@'],
    ],
    ['docker run maven:3 mvn -v', ['docker container run', 'mvn@']],
    ['docker run curlimages/curl -s http://web', ['docker container run', 'curl@']],
    ['docker run --entrypoint env app', ['docker container run', 'env@']],
    ['docker run -d nginx', ['docker container run']],
    ['docker run app', ['docker container run', '@']],
    ['docker compose exec db psql -U x', ['docker compose exec', 'psql@']],
    ['ssh -p 22 me@host docker ps', ['docker container ls@']],
    ['docker logs maven', ['docker container logs']],
    // Piped and redirected
    ['docker ps | grep web', ['docker container ls | grep']],
    ['docker ps -q | wc -l', ['~docker container ls | wc', 'wc']],
    ['docker ps -q | xargs docker inspect', ['~docker container ls | docker', 'docker inspect']],
    ['curl -s http://x | jq .a', ['~curl | jq', 'jq']],
    ['docker build . > build.log', ['~docker image build']],
    ['echo $(docker inspect -f {{.Id}} web)', ['echo', 'docker inspect']],
    ['docker rm $(docker ps -aq)', ['docker container rm', '~docker container ls']],
    // Other programs by their names and verbs
    ['apt-get update && apt-get install -y curl', ['apt update', 'apt install']],
    ['python3 -m pip install flask', ['pip install']],
    ['npm i express', ['npm install']],
    ['./mvnw -q package', ['mvn package']],
    ['git -C app clone x', ['git clone']],
    ['ip a', ['ip address']],
    ['printenv HOME', ['env']],
    ['', []],
    ['A=1', []],
  ])('%s', (command, printers) => {
    expect(shown(command)).toEqual(printers);
  });

  test('a name stands for every verb that it begins', () => {
    expect(isOf(printersOf('docker-compose up'), 'docker compose')).toBe(true);
    expect(isOf(printersOf('docker compose up'), 'docker comp')).toBe(false);
    expect(isOf(printersOf('docker logs npm'), 'npm')).toBe(false);
  });
});

describe('what was asked', () => {
  test('the parts of a template', () => {
    const [printer] = printersOf(`docker inspect -f 'pid {{.State.Pid}}\\t{{json .Config.Env}}' web`);
    expect(printer?.template?.parts).toEqual([
      { text: 'pid ' },
      { fields: ['State', 'Pid'] },
      { text: '\t' },
      { fields: ['Config', 'Env'] },
    ]);
    expect(printersOf("docker inspect -f '{{range .Mounts}}{{.Name}}{{end}}' x")[0]?.template?.parts).toBeNull();
    expect(printersOf('docker ps -f name=web')[0]?.template).toBeNull();
  });

  test('the form of the output is known behind sh and sudo, too', () => {
    const table = { form: 'table', table: 'container ls', filtered: false };
    expect(effectsOf("sudo sh -c 'docker ps'").output).toMatchObject(table);
    expect(effectsOf('docker ps | head -2').output).toMatchObject({ ...table, filtered: true });
    expect(effectsOf('docker inspect web | jq .').output).toEqual({ form: 'json' });
  });
});
