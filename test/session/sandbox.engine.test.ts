import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Engine, type Generation, generations } from '../../runner/core/engine.ts';
import { startEngine } from '../../runner/engine/index.ts';
import { openSession, type Session, type StepRequest } from '../../runner/session/index.ts';
import { smallImage } from '../engine/small-image.ts';
import { type Machine, sessionContract, typeInto } from './contract.ts';

/** `TUTOR_GENERATION=20` runs all of this on another Docker. */
const generation = generationOf(process.env.TUTOR_GENERATION ?? '28');
const spec = { kind: 'sandbox', generation } as const;

function generationOf(text: string): Generation {
  const found = generations.find((one) => String(one) === text);
  if (found === undefined) throw new Error(`TUTOR_GENERATION: ${generations.join(', ')}, not ${text}`);
  return found;
}

function machineOf(engine: Engine, stop: () => Promise<void>): Machine {
  return {
    cwd: engine.home,
    exec: (argv, options) => engine.exec(argv, options),
    start: (rc, cwd) => engine.shell({ rc, cwd }),
    stop,
  };
}

describe(`a session in a sandbox of Docker ${generation}`, () => {
  sessionContract(async () => {
    const engine = await startEngine(spec);
    return machineOf(engine, () => engine.stop());
  });
});

describe(`a session with Docker ${generation}`, () => {
  let engine: Engine;
  let session: Session;
  const type = (text: string, more: Partial<StepRequest> = {}) =>
    typeInto(session, text, { timeoutMs: 60_000, ...more });
  const inside = (text: string) => type(text, { into: 'container' });
  beforeAll(async () => {
    engine = await startEngine(spec);
    await engine.exec(['bash', '-c', smallImage]);
  });
  afterAll(() => engine.stop());
  beforeEach(async () => {
    const { start, exec, cwd } = machineOf(engine, async () => {});
    session = await openSession({
      start,
      ...(exec ? { exec } : {}),
      cwd,
      secrets: [],
      signal: new AbortController().signal,
    });
  });
  afterEach(async () => {
    await session.close();
    await engine.exec(['bash', '-c', 'docker rm -f $(docker ps -aq)']);
  });

  test.each(['bash', 'sh'])('docker run -it … %s: typed into, left, its file is in the container', async (shell) => {
    expect(await type(`docker container run -it --name lab small ${shell}`)).toMatchObject({ ended: 'opened' });
    expect(session.open.at(-1)?.kind).toBe('container');
    expect(await inside('echo Elton >> ch03.txt')).toMatchObject({ text: '', exitCode: 0 });
    expect(await inside('ls nowhere')).toMatchObject({ exitCode: 2 });
    expect((await inside('echo $?; cat ch03.txt')).text).toBe('2\nElton');
    expect(await inside('exit')).toMatchObject({ ended: 'exit', exitCode: null });
    expect(session.open).toHaveLength(1);
    expect((await type('docker container diff lab')).text).toContain('A /ch03.txt');
  });

  test('the window inside a container is as wide as outside', async () => {
    await type('docker run -it --rm small bash');
    expect((await inside('python3 -c "import os; print(os.get_terminal_size())"')).text).toContain('columns=120');
  });

  test('a REPL in a container in a shell: three deep, and back', async () => {
    await type('docker run -it --rm small bash');
    await inside('python3 -q');
    expect(session.open.map(({ kind }) => kind)).toEqual(['shell', 'container', 'repl']);
    expect((await type('6 * 7', { into: 'repl' })).text).toBe('42');
    await type('Ctrl-D', { into: 'repl' });
    expect((await inside('echo in the container')).text).toBe('in the container');
    expect((await type('hostname')).messages.map(({ code }) => code)).toEqual(['session-left-program']);
  });

  test('detached with Ctrl-P Ctrl-Q, entered again with exec and attach', async () => {
    await type('docker run -it --name kept small bash');
    await inside('VALUE=1');
    expect(await inside('Ctrl-P Ctrl-Q')).toMatchObject({ ended: 'detached' });
    await type('docker exec -it kept sh');
    expect((await inside('echo "[$VALUE]"')).text).toBe('[]');
    await inside('exit');
    expect(await type('docker attach kept')).toMatchObject({ ended: 'opened' });
    expect((await inside('echo "[$VALUE]"')).text).toBe('[1]');
  });

  test.each([
    ['docker run -d --name on small python3 -m http.server 80', 'docker attach on', ''],
    [
      "docker run -d --name on small bash -c 'while :; do echo tick; sleep 0.5; done'",
      'docker container attach on',
      'tick',
    ],
    ["docker create --name on small bash -c 'while sleep 0.5; do echo tick; done'", 'docker start -a on', 'tick'],
    ['docker run -d -P -p 8080 --name on --entrypoint sleep small infinity', 'docker attach --sig-proxy=false on', ''],
  ])('what never ends is let go of soon: %s', async (make, attach, shows) => {
    await type(make);
    // Of what might still end, twenty seconds of silence are awaited.
    const output = await type(attach, { timeoutMs: 15_000 });
    expect(output).toMatchObject({ ended: 'interrupted', text: expect.stringContaining(shows) });
    expect(output.messages.map(({ code }) => code)).toEqual(['session-let-go']);
    expect((await type('docker ps --format {{.Names}}')).text).toBe('on');
  });

  test('what ends is waited for, however silent it is', async () => {
    await type("docker run -d --name job small bash -c 'sleep 8; echo done; exit 3'");
    expect(await type('docker attach job')).toMatchObject({ ended: 'exit', exitCode: 3, text: 'done' });
  });

  test('a container that ends by itself', async () => {
    expect(await type("docker run -it --rm small bash -c 'echo done; exit 4'")).toMatchObject({
      ended: 'exit',
      exitCode: 4,
      text: 'done',
    });
    await type('docker run -it --name short small bash');
    expect(await inside('exec sleep 0.3')).toMatchObject({ ended: 'exit' });
    expect((await type('echo outside')).text).toBe('outside');
  });

  test('docker logs -f is ended when it has shown what is promised', async () => {
    await type("docker run -d --name talker small bash -c 'while :; do echo tick; sleep 0.3; done'");
    const output = await type('docker logs -f talker', { holds: (text) => text.includes('tick\ntick\ntick') });
    expect(output).toMatchObject({ ended: 'interrupted' });
    expect(output.durationMs).toBeLessThan(5000);
  });

  test('a container that ignores Ctrl-C is left running, and the reader is told', async () => {
    const output = await type(
      "docker run --name deaf small bash -c 'trap : INT TERM; echo up; while :; do sleep 1; done'",
    );
    expect(output).toMatchObject({ text: 'up', ended: 'interrupted' });
    // The clients of 20.10 and 26 hand on every Ctrl-C and never give up by themselves.
    const told = generation === 28 ? 'session-left-running' : 'session-killed-client';
    expect(output.messages.map(({ code }) => code)).toContain(told);
    expect((await type('docker ps --format {{.Names}}')).text).toBe('deaf');
  });

  test('docker system prune asks, and is answered or given up', async () => {
    const refused = await type('docker system prune');
    expect(refused).toMatchObject({ ended: 'question' });
    expect(refused.messages).toMatchObject([{ args: { question: 'Are you sure you want to continue? [y/N]' } }]);
    const agreed = await type('docker system prune', { answers: ['y'] });
    expect(agreed).toMatchObject({ ended: 'exit', exitCode: 0 });
    expect(agreed.text).toContain('Total reclaimed space');
  });

  test.each(['su - root', 'sudo -i', 'su -s /bin/bash nobody'])('%s opens a shell', async (command) => {
    expect(await type(command)).toMatchObject({ ended: 'opened' });
    const user = command.endsWith('nobody') ? 'nobody' : 'root';
    expect(await inside('id -un; (exit 4)')).toMatchObject({ text: user, exitCode: 4 });
    await inside('exit');
    expect(session.open).toHaveLength(1);
  });

  test('a password is asked for, given, refused, and shown nowhere', async () => {
    await type('useradd -m -s /bin/bash elton; passwd elton', { answers: ['battery-staple', 'battery-staple'] });
    await type('su -s /bin/bash nobody');
    const unanswered = await inside('su elton');
    expect(unanswered).toMatchObject({ ended: 'question', messages: [{ args: { question: 'Password:' } }] });
    const refused = await type('su elton', { into: 'container', answers: ['wrong-horse'] });
    expect(refused).toMatchObject({ ended: 'exit', exitCode: 1, text: 'Password:\nsu: Authentication failure' });
    expect(await type('su elton', { into: 'container', answers: ['battery-staple'] })).toMatchObject({
      ended: 'opened',
      text: 'Password:',
    });
    expect((await inside('id -un; echo battery-staple wrong-horse')).text).toBe('elton\n*** ***');
    await session.leave();
    expect((await type("printf 'elton:battery-staple' | base64")).text).not.toContain('ZXJ5LXN0YXBs');
  });

  test('a HEALTHCHECK is waited for where the chapter shows its result', async () => {
    await type('docker run -d --name well --health-cmd true --health-interval 2s small sleep 60');
    const output = await type('docker ps', { holds: (text) => text.includes('(healthy)') });
    expect(output.text).toContain('(healthy)');
    expect(output.retries).toBeGreaterThan(0);
  });

  test('BuildKit’s moving display ends as a person would copy it', async () => {
    await type("printf 'FROM small\\nRUN echo built\\n' > Dockerfile");
    const { text } = await type('DOCKER_BUILDKIT=1 docker build -t mine .');
    expect(text).toMatch(/^\[\+\] Building [\d.]+s \(\d+\/\d+\) FINISHED/);
    expect(text).toMatch(/^ => \[2\/2\] RUN echo built +[\d.]+s$/m);
    expect(text.match(/\[\+\] Building/g)).toHaveLength(1);
  });
});
