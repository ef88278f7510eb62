import { expect, test } from 'vitest';
import { Dependencies } from '../../runner/pipeline/dependencies.ts';
import { typedStep } from './typed-step.ts';

const typed = (text: string, line: number) => typedStep(text, { line });

test('what a failed build should have made is missing for whoever runs it, and nothing else is', () => {
  const dependencies = new Dependencies();
  dependencies.record(typed('docker build -t app:1 .', 3), false, 'ch.md');
  expect(dependencies.missingFor(typed('docker run --name web app:1', 5))).toEqual({
    what: 'image app:1',
    line: 3,
    chapter: 'ch.md',
  });
  expect(dependencies.missingFor(typed('docker run --name web app:2', 5))).toBeNull();
  expect(dependencies.missingFor(typed('docker run busybox echo', 6))).toBeNull();
});

test('a tag that is left out is "latest"', () => {
  const dependencies = new Dependencies();
  dependencies.record(typed('docker build -t app .', 3), false, 'ch.md');
  expect(dependencies.missingFor(typed('docker run app:latest', 5))?.line).toBe(3);
});

test('made after all, it is no longer missing', () => {
  const dependencies = new Dependencies();
  dependencies.record(typed('docker build -t app .', 3), false, 'ch.md');
  dependencies.record(typed('docker build -t app .', 9), true, 'ch.md');
  expect(dependencies.missingFor(typed('docker run app', 10))).toBeNull();
});

test('a name that is taken stays taken: the second run fails, the first container is still there', () => {
  const dependencies = new Dependencies();
  dependencies.record(typed('docker run -d --name web nginx', 3), true, 'ch.md');
  dependencies.record(typed('docker run -d --name web nginx', 4), false, 'ch.md');
  expect(dependencies.missingFor(typed('docker rm -f web', 5))).toBeNull();
});

test('removed and not made again, it is missing', () => {
  const dependencies = new Dependencies();
  dependencies.record(typed('docker run -d --name web nginx', 3), true, 'ch.md');
  dependencies.record(typed('docker rm -f web', 4), true, 'ch.md');
  dependencies.record(typed('docker run -d --name web nginx', 5), false, 'ch.md');
  expect(dependencies.missingFor(typed('docker logs web', 6))?.line).toBe(5);
});

test('a port that a step should have published does not answer, and nobody waits for it', () => {
  const dependencies = new Dependencies();
  dependencies.record(typed('docker run -d -p 8080:80 app', 3), false, 'ch.md');
  expect(dependencies.missingFor(typed('curl -s localhost:8080/tea', 5))).toEqual({
    what: 'port 8080',
    line: 3,
    chapter: 'ch.md',
  });
  expect(dependencies.missingFor(typed('curl localhost:8081', 6))).toBeNull();
  expect(dependencies.missingFor(typed('curl example.com:8080', 7))).toBeNull();
  dependencies.record(typed('docker run -d -p 8080:80 nginx', 8), true, 'ch.md');
  expect(dependencies.missingFor(typed('curl localhost:8080', 9))).toBeNull();
});

test('a port that is open stays open when a later step cannot publish it again', () => {
  const dependencies = new Dependencies();
  dependencies.record(typed('docker run -d -p 8080:80 nginx', 3), true, 'ch.md');
  dependencies.record(typed('docker run -d -p 8080:80 nginx', 4), false, 'ch.md');
  expect(dependencies.missingFor(typed('curl localhost:8080', 5))).toBeNull();
});

test('what a project publishes stands in its file: after it any port may answer', () => {
  const dependencies = new Dependencies();
  dependencies.record(typed('docker run -d -p 8080:80 app', 3), false, 'ch.md');
  dependencies.record(typed('docker compose up -d', 4), true, 'ch.md');
  expect(dependencies.missingFor(typed('curl localhost:8080', 5))).toBeNull();
});

test('where the chapter wants the port closed, the command is typed', () => {
  const dependencies = new Dependencies();
  dependencies.record(typed('docker run -d -p 8080:80 app', 3), false, 'ch.md');
  const wanted = typedStep('curl localhost:8080', { line: 5, failureExpected: true });
  expect(dependencies.missingFor(wanted)).toBeNull();
});

test('a file that nobody could edit is not what the chapter goes on with', () => {
  const dependencies = new Dependencies();
  dependencies.record(typed('nano /etc/ssh/sshd_config', 3), false, 'ch.md');
  const reads = typed('cat /etc/ssh/sshd_config | grep Port', 5);
  expect(dependencies.missingFor(reads)).toEqual({ what: 'file /etc/ssh/sshd_config', line: 3, chapter: 'ch.md' });
  expect(dependencies.missingFor(typed('cat /etc/hosts', 6))).toBeNull();
});

test('without the swarm that was not made nothing of a swarm is typed', () => {
  const dependencies = new Dependencies();
  dependencies.record(typed('docker swarm init', 3), false, 'ch.md');
  expect(dependencies.missingFor(typed('docker service ls', 4))).toEqual({ what: 'swarm', line: 3, chapter: 'ch.md' });
  expect(dependencies.missingFor(typed('docker ps', 5))).toBeNull();
  dependencies.record(typed('docker swarm init --advertise-addr 10.0.0.1', 6), true, 'ch.md');
  expect(dependencies.missingFor(typed('docker node ls', 7))).toBeNull();
});
