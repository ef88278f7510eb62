import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Engine, SandboxHandle } from '../../runner/core/engine.ts';
import { startEngine } from '../../runner/engine/index.ts';
import { smallImage } from '../engine/small-image.ts';
import { LearnerWindow } from './window.ts';

/** The engine of a sandbox stands for the learner's own: it is reached by DOCKER_HOST, as any other. */
let machine: Engine;
let socket: string;
let window: LearnerWindow | null = null;

beforeAll(async () => {
  machine = await startEngine({ kind: 'sandbox', generation: 28 });
  socket = `unix:///proc/${(machine.handle as SandboxHandle).pid}/root/run/docker.sock`;
  await onMachine(smallImage);
  await onMachine('docker network create theirs');
}, 120_000);
afterEach(async () => {
  await window?.close();
});
afterAll(async () => {
  await machine.stop();
});

async function onMachine(script: string): Promise<string> {
  const done = await machine.exec(['bash', '-ec', script], { timeoutMs: 60_000 });
  if (done.exitCode !== 0) throw new Error(done.stderr);
  return done.stdout;
}

const chapter = `# Mine

\`\`\`sh
$ docker run -d --name clock small sleep 1000
\`\`\`

\`\`\`sh
$ docker network create shelf
\`\`\`
`;
const held = () =>
  onMachine("docker ps -a --format '{{.Names}}'; docker network ls --format '{{.Name}}' | grep -E 'shelf|theirs'");

async function gone(lang: string): Promise<LearnerWindow> {
  const command = ['run', 'small.md', '--engine', 'host', '--lang', lang];
  window = new LearnerWindow(chapter, { command, env: { DOCKER_HOST: socket }, columns: 110 });
  for (const at of [1, 2]) {
    await window.until(new RegExp(`step ${at} of 2|2단계 중 ${at}단계`));
    await window.ready();
    await window.press('\r');
  }
  return window;
}

test('on the learner’s own engine what was made is told, and removed when they have seen it', async () => {
  const at = await gone('en');
  expect(at.text).toContain('This is your own Docker. What the chapter makes of containers');
  await at.until('The chapter has made this in your own Docker: the container clock, the network shelf.');
  await at.until(/^\[Enter\] remove all of it/, 'lastLine');
  expect(await held()).toBe('clock\nshelf\ntheirs\n');
  await at.press('\r');
  expect(await at.exited).toBe(0);
  expect(await held()).toBe('theirs\n');
});

test('it stays where they want to keep it', async () => {
  const at = await gone('ko');
  await at.until('챕터가 내 도커에 만든 것: 컨테이너 clock, 네트워크 shelf.');
  await at.until(/^\[Enter\] 모두 지우기/, 'lastLine');
  await at.press('ㅏ');
  expect(await at.exited).toBe(0);
  expect(at.text).toContain('모두 남겨 둡니다.');
  expect(await held()).toBe('clock\nshelf\ntheirs\n');
});
