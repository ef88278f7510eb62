import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectsOf } from '../../runner/command/index.ts';

describe('things that are made, needed and destroyed', () => {
  test('docker run', () => {
    const effects = effectsOf(
      'docker run -d -p 8080:80 -v data:/d -v ./html:/h --network back --link db:db --name web nginx',
    );
    expect(effects.makes).toEqual([
      { kind: 'container', name: 'web' },
      { kind: 'volume', name: 'data' },
    ]);
    expect(effects.needs).toEqual([
      { kind: 'image', name: 'nginx:latest' },
      { kind: 'container', name: 'db' },
      { kind: 'network', name: 'back' },
    ]);
    expect(effects.starts).toEqual([{ kind: 'container', name: 'web' }]);
    expect(effects.publishes).toEqual([{ hostPort: '8080', containerPort: '80', address: null, protocol: 'tcp' }]);
    expect(effects.mounts).toMatchObject([
      { source: 'data', type: 'volume' },
      { source: './html', type: 'bind' },
    ]);
    expect(effects.output).toEqual({ form: 'id' });
  });

  test.each([
    [
      'docker rm -f web db',
      'destroys',
      [
        { kind: 'container', name: 'web' },
        { kind: 'container', name: 'db' },
      ],
    ],
    ['docker build -t app .', 'makes', [{ kind: 'image', name: 'app:latest' }]],
    ['docker tag app me/app:v1', 'makes', [{ kind: 'image', name: 'me/app:v1' }]],
    ['docker commit web img', 'needs', [{ kind: 'container', name: 'web' }]],
    ['docker volume create data', 'makes', [{ kind: 'volume', name: 'data' }]],
    ['docker network rm back', 'destroys', [{ kind: 'network', name: 'back' }]],
    ['docker run --rm alpine ls', 'destroys', [{ kind: 'container', name: null }]],
    ['docker stop <CONTAINER>', 'needs', []],
    ['docker network connect bridge web', 'needs', [{ kind: 'container', name: 'web' }]],
  ] as const)('%s %s', (text, key, expected) => {
    expect(effectsOf(text)[key]).toEqual(expected);
  });

  test.each([
    ['docker build -f app/Dockerfile app', ['app', 'app/Dockerfile'], []],
    ['docker build - < Dockerfile', ['Dockerfile'], []],
    ['docker compose -f stack.yml up -d', ['stack.yml'], []],
    ['docker cp web:/etc/hosts .', [], ['.']],
    ['docker cp index.html web:/x', ['index.html'], []],
    ['docker save -o a.tar app', [], ['a.tar']],
    ['docker load < a.tar', ['a.tar'], []],
    ['docker run --env-file .env --mount type=bind,source=./c.conf,target=/c nginx', ['./c.conf', '.env'], []],
    ['curl -o page.html http://x', [], ['page.html']],
    ['wget https://x.org/a/b.tgz?x=1', [], ['b.tgz']],
    ['git clone https://github.com/o/repo.git', [], ['repo']],
    ['cat a > b', ['a'], ['b']],
    ['mkdir -p a/b && touch a/b/c', [], ['a/b', 'a/b/c']],
  ])('%s reads and writes files', (text, reads, writes) => {
    expect(effectsOf(text)).toMatchObject({ readsFiles: reads, writesFiles: writes });
  });

  test.each([
    ['cat > Dockerfile <<EOF\nFROM nginx\nEOF', { path: 'Dockerfile', content: 'FROM nginx\n', append: false }],
    ['tee -a f <<EOF\nx\nEOF', { path: 'f', content: 'x\n', append: true }],
    ["echo 'hi' >> f", { path: 'f', content: 'hi\n', append: true }],
    ['cat <<EOF | sudo tee /etc/x\ny\nEOF', { path: '/etc/x', content: 'y\n', append: false }],
  ])('%j writes a known content', (text, content) => {
    expect(effectsOf(text).writesContent).toEqual([content]);
  });
});

describe('what the reader is in afterwards', () => {
  test.each([
    ['docker run -it ubuntu bash', 'container', 'bash', true],
    ['docker run -it ubuntu', 'container', 'bash', true],
    ['docker run -it alpine', 'container', 'sh', true],
    ['docker run -it --rm python:3.9', 'container', 'python', false],
    ['docker exec -it db mysql -uroot -ppw', 'container', 'mysql', false],
    ['docker exec -it db mysql -uroot -psecret', 'container', 'mysql', false],
    ['psql -hlocalhost -Upostgres', 'repl', 'psql', false],
    ['docker exec -ti web /bin/sh', 'container', 'sh', true],
    ['docker compose exec web sh', 'container', 'sh', true],
    ['docker run -it my-app', 'container', 'unknown', null],
    ['docker attach web', 'container', 'unknown', null],
    ['docker run -it alpine sh -c "apk add curl; sh"', 'container', 'sh', true],
    ['psql -U me', 'repl', 'psql', false],
    ['python3', 'repl', 'python', false],
    ['ssh me@host', 'shell', 'sh', true],
    ['sudo -i', 'shell', 'bash', true],
    ['vi Dockerfile', 'editor', 'vi', false],
    ['less f', 'pager', 'less', false],
  ])('%s', (text, into, program, shellLike) => {
    expect(effectsOf(text).opens).toMatchObject({ into, program, shellLike });
  });

  test.each([
    'docker run -itd ubuntu',
    'docker run ubuntu',
    'docker exec web ls',
    'docker exec -it web ls',
    'echo "SELECT 1" | mysql',
    'mysql < dump.sql',
    'python3 -c "print(1)"',
    'psql -c "select 1"',
    'docker exec -d web bash',
    'docker run -it nginx',
    'bash install.sh',
  ])('%s: the same prompt', (text) => {
    expect(effectsOf(text).opens).toBeNull();
  });
});

describe('whether it ends', () => {
  test.each([
    'docker logs -f web',
    'docker stats',
    'docker events',
    'docker compose up',
    'docker-compose logs --follow',
    'docker run nginx',
    'docker run -it -p 3000:3000 me/app',
    'docker run --rm -p 80:80 httpd',
    'ping localhost',
    'docker run alpine ping 8.8.8.8',
    'tail -f x.log',
    'watch docker ps',
    'docker run -it alpine watch date',
    'python3 -m http.server 8000',
    'npm start',
    'flask run',
    'docker run busybox sh -c "while true; do date; sleep 1; done"',
    'while true; do curl localhost; sleep 1; done',
    'sleep infinity',
    'docker run alpine sleep 1d',
    'docker run --rm busybox sleep 3600',
    'docker run --cpus 0.1 ubuntu sha256sum /dev/zero',
    'docker exec -it box dd if=/dev/zero of=/dev/null',
    'docker run alpine sh -c "cat /dev/urandom > /dev/null"',
    'md5sum /dev/urandom',
    'docker exec box stress --vm 1',
    'docker service logs -f web',
    'nc -l 80',
    'cat',
    'docker container run --env TARGET=google.com diamol/ch03-web-ping',
  ])('%s never does', (text) => {
    expect(effectsOf(text).ends.how).toBe('endless');
    expect(effectsOf(text).ends.reason).not.toBe('');
  });

  test.each([
    'docker logs web',
    'docker stats --no-stream',
    'docker compose up -d',
    'docker run -d nginx',
    'docker run hello-world',
    'docker run alpine ping -c 3 8.8.8.8',
    'docker logs -f web &',
    'timeout 5 ping x',
    'docker run nginx ls',
    'cat f',
    'cat <<EOF\nx\nEOF',
    'for i in 1 2; do ping -c 1 x; done',
    'yes | head -n 1',
    'docker run -d alpine sleep 1d',
    'sleep 20',
    'dd if=/dev/zero of=blob bs=1M count=10',
    'head -c 16 /dev/urandom',
    'od -N 4 /dev/urandom',
    'sha256sum /dev/zero &',
    'docker exec box stress --vm 1 --timeout 10s',
    'docker run -it ubuntu bash',
    'nginx -v',
  ])('%j does', (text) => {
    expect(effectsOf(text).ends).toEqual({ how: 'ends', reason: null });
  });

  test('nobody knows what an unknown image does', () => {
    expect(effectsOf('docker run my-app').ends.how).toBe('unknown');
    expect(effectsOf('docker run --cpus 1 me/stress --cpu 2 --io 1').ends.how).toBe('unknown');
  });
});

describe('questions', () => {
  test.each([
    'docker system prune',
    'docker volume prune',
    'apt-get install curl',
    'apt-get update && apt-get install vim',
    'yum install x',
    'docker login',
    'docker login -u me',
    'passwd',
    'mysql -uroot -p',
    'docker compose rm',
    'npm init',
  ])('%s asks', (text) => {
    expect(effectsOf(text).asks).not.toBeNull();
  });

  test.each([
    'docker system prune -f',
    'apt-get install -y curl',
    'apt-get update',
    'apt update',
    'yum -y install x',
    'echo y | docker system prune',
    'docker login -u me -p pw',
    'echo pw | docker login -u me --password-stdin',
    'mysql -uroot -ppw',
    'npm init -y',
  ])('%s does not', (text) => {
    expect(effectsOf(text).asks).toBeNull();
  });
});

describe('what the chapter did not make', () => {
  test.each([
    'docker system prune -af',
    'docker rm -f $(docker ps -aq)',
    'docker rm `docker ps -a -q`',
    'docker rmi $(docker images -q)',
    'docker ps -aq | xargs docker rm',
    'docker stop $(docker ps -q)',
    'for i in $(docker ps -q); do docker kill $i; done',
    'docker rmi $(docker images -f dangling=true -q)',
    'docker volume prune',
    'docker swarm leave --force',
    'rm -rf /var/lib/docker',
    'rm -rf ~',
    'sudo rm -rf /*',
    'systemctl stop docker',
    'sudo service docker restart',
    'apt-get remove docker docker-engine',
    'sh -c "docker system prune -f"',
    'reboot',
    'systemctl poweroff',
    'sudo init 0',
    'sudo mkfs.ext4 /dev/sdb',
    'find /var/lib/docker -delete',
    'clean() { rm -rf /var/lib/docker; }',
    'rm -rf "$HOME"/*',
    'kill -9 $(pidof dockerd)',
    'eval "docker system prune -f"',
    'docker swarm init',
    'docker stack deploy -c stack.yml shop',
    'docker plugin install vieux/sshfs',
    'docker -H unix:///var/run/docker.sock rm -f web',
    'docker --context default ps',
    'DOCKER_HOST=tcp://10.0.0.7:2375 docker run nginx',
    'export DOCKER_HOST=tcp://10.0.0.7:2375',
    'curl --unix-socket /var/run/docker.sock -X POST http://docker/containers/prune',
    'docker run -v /:/host alpine rm -rf /host',
    'docker run --mount type=bind,source=/,target=/host alpine ls',
    '(cd /tmp && docker rm -f $(docker ps -aq))',
    'docker ps -aq | xargs -r -n1 sudo docker rm -f  # 모두 삭제',
  ])('%s may be hit', (text) => {
    expect(effectsOf(text).destructive).not.toBeNull();
  });

  test.each([
    'docker rm web',
    'docker rm -f $(docker ps -q --filter name=web)',
    'docker rm $(docker ps -lq)',
    'docker compose down -v',
    'rm -rf build',
    'rm -rf ./data',
    'docker rmi app:v1',
    'docker stop web',
    'docker system prune --filter label=chapter=3 -f',
    'echo docker system prune',
    'docker ps -aq',
    'systemctl status docker',
    'find . -name "*.log" -delete',
    'find /etc -name "*.conf"',
    'kill $(pgrep myserver)',
    'docker run -v /srv/www:/usr/share/nginx/html nginx',
    'docker run -v /var/run/docker.sock:/var/run/docker.sock portainer/portainer',
    'docker context use default',
    'clean() { docker rm -f $(docker ps -aq); docker volume prune -f; }',
    'eval "$(ssh-agent)"',
    'echo DOCKER_HOST=x',
  ])('%s is safe', (text) => {
    expect(effectsOf(text).destructive).toBeNull();
  });
});

describe('what it prints', () => {
  test.each([
    ['docker ps', { form: 'table', table: 'container ls', filtered: false, format: null, quiet: false }],
    ['docker images nginx', { form: 'table', table: 'image ls', filtered: true, format: null, quiet: false }],
    ['docker ps -a | grep web', { form: 'table', table: 'container ls', filtered: true, format: null, quiet: false }],
    ['docker ps -aq', { form: 'table', table: 'container ls', filtered: false, format: null, quiet: true }],
    [
      "docker ps --format '{{.Names}}'",
      { form: 'table', table: 'container ls', filtered: false, format: '{{.Names}}', quiet: false },
    ],
    ['docker history app', { form: 'table', table: 'image history', filtered: false, format: null, quiet: false }],
    ['docker stats --no-stream', { form: 'table', table: 'stats', filtered: false, format: null, quiet: false }],
    ['docker inspect web', { form: 'json' }],
    ['docker compose -f a.yaml config', { form: 'yaml' }],
    ['docker-compose config --format json', { form: 'json' }],
    ['docker compose config --services', null],
    ['docker compose config -q', null],
    ['kubectl get pod web -o yaml | less', { form: 'yaml' }],
    ['kubectl get pod web -oyaml | grep image', null],
    ['kubectl get pods -o wide', null],
    ["docker inspect -f '{{.Id}}' web", null],
    ['docker inspect web | jq .', { form: 'json' }],
    ['cd app && docker build -t app .', { form: 'log', log: 'build' }],
    ['docker build -q .', { form: 'id' }],
    ['docker rm a b', { form: 'names', names: ['a', 'b'] }],
    ['docker rm $(docker ps -aq)', { form: 'names', names: [] }],
    ['apt-get update && apt-get install -y curl', { form: 'log', log: 'apt' }],
    ['docker ps && docker images', null],
    ['docker ps > list.txt', null],
    ['docker images | wc -l', null],
    ['echo hi', null],
  ])('%s', (text, output) => {
    expect(effectsOf(text).output).toEqual(output);
  });

  test('nothing', () => {
    expect(effectsOf('mkdir a && cd a').silent).toBe(true);
    expect(effectsOf('mkdir a && ls').silent).toBe(false);
  });
});

describe('around it', () => {
  test('servers that it talks to', () => {
    expect(effectsOf('curl -s -H "Host: x" http://localhost:8080/a').contacts).toEqual([
      { host: 'localhost', port: 8080 },
    ]);
    expect(effectsOf('curl localhost').contacts).toEqual([{ host: 'localhost', port: 80 }]);
    expect(effectsOf('nc -z db 5432').contacts).toEqual([{ host: 'db', port: 5432 }]);
    expect(effectsOf('docker exec -it db mysql -uroot -psecret').contacts).toEqual([{ host: '', port: null }]);
    expect(effectsOf('docker exec db psql -h pg -c "select 1"').contacts).toEqual([{ host: 'pg', port: null }]);
    expect(effectsOf('docker exec web curl localhost').contacts).toEqual([{ host: 'localhost', port: 80 }]);
    expect(effectsOf('docker run --rm alpine wget -qO- web').contacts).toEqual([{ host: 'web', port: 80 }]);
    expect(effectsOf('docker run --name once alpine wget -qO- web').contacts).toEqual([]);
  });

  test.each([
    ['docker logs web', true],
    ['sudo docker container logs --tail 5 web 2>&1 | grep ready', true],
    ['docker compose logs', true],
    ['docker logs -f web', false],
    ['docker logs --follow web', false],
    ['docker ps', false],
  ])('whether it shows a log as it is: %s', (text, reads) => {
    expect(effectsOf(text).readsLog).toBe(reads);
  });

  test('the folder it changes to', () => {
    expect(effectsOf('mkdir app; cd app').changesFolder).toBe('app');
    expect(effectsOf('(cd app && ls)').changesFolder).toBeNull();
    expect(effectsOf('cd').changesFolder).toBe('~');
  });

  test.each([
    ['Get-Process', 'windows'],
    ['docker run -v C:\\data:/data nginx', 'windows'],
    ['docker run `\n -d nginx', 'windows'],
    ['brew install docker', 'mac'],
    ['sudo apt-get update', 'linux'],
    ['docker run -v %cd%:/app node', 'windows'],
    ['type %USERPROFILE%\\.docker\\config.json', 'windows'],
    ['docker ps', 'any'],
    ['tar czf backup-$(date +%Y%m%d).tgz data', 'any'],
    ["printf '%d%% of %s%%\\n' 1 2", 'any'],
  ])('%j is for %s', (text, system) => {
    expect(effectsOf(text).operatingSystem).toBe(system);
  });

  test('secrets that are typed, but not what the chapter publishes', () => {
    expect(effectsOf('docker login -u me -p hunter2').secrets).toEqual(['hunter2']);
    expect(effectsOf('docker run -e MYSQL_ROOT_PASSWORD=pw mysql').secrets).toEqual([]);
  });

  test('files opened in an editor, and leaving', () => {
    expect(effectsOf('sudo nano app/Dockerfile').edits).toBe('app/Dockerfile');
    expect(effectsOf('exit').leaves).toBe(true);
  });
});

test('any text has effects, without an error', () => {
  const word = fc.constantFrom(
    'docker',
    'run',
    '-v',
    ':',
    '-p',
    '::',
    '--mount',
    'type=bind',
    'rm',
    '$(docker',
    'ps)',
    '|',
    'xargs',
    'curl',
    '-o',
    'http://[',
    'rm',
    '-rf',
    '/',
    'sh',
    '-c',
    '"',
    'mysql',
    '-p',
    '<<EOF',
    '>',
    'cd',
    '--name',
    '=',
    '<x>',
  );
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 10 }).map((words) => words.join(' ')),
      (text) => {
        const effects = effectsOf(text);
        expect(effects.ends.how === 'ends').toBe(effects.ends.reason === null);
      },
    ),
    { numRuns: 500 },
  );
});
