import { loadavg } from 'node:os';
import type { Engine } from '../../runner/core/engine.ts';
import { startEngine } from '../../runner/engine/index.ts';
import { openSession, type Session } from '../../runner/session/index.ts';
import { smallImage } from '../engine/small-image.ts';
import { typeInto } from './contract.ts';

/**
 * What a chapter of Docker commands costs, typed one by one into a session, beside the same commands in a bash script
 * that runs in the same terminal of the same sandbox. Rounds alternate, so that a busy machine slows down both.
 */
const rounds = 7;
/** How much longer the chapter may take. */
const limit = 1.03;
const timeoutMs = 60_000;
const commands = [
  'docker version',
  'docker images',
  'docker run --rm small bash -c "echo hi"',
  'docker run -d --name web small sleep 60',
  'docker ps',
  'docker logs web',
  'docker exec web ls /',
  'docker inspect web',
  'docker stop -t 0 web',
  'docker rm web',
  'docker volume create data',
  'docker volume ls',
  'docker volume rm data',
  'docker network ls',
  "printf 'FROM small\\nRUN echo 1\\n' > Dockerfile",
  'docker build -t built .',
  'docker build -t built .',
  'docker rmi built',
];

async function chapterRound(session: Session): Promise<number> {
  const startedAt = performance.now();
  for (const text of commands) await succeed(session, text);
  return performance.now() - startedAt;
}

async function scriptRound(session: Session): Promise<number> {
  const startedAt = performance.now();
  await succeed(session, 'bash script.sh');
  return performance.now() - startedAt;
}

async function succeed(session: Session, command: string): Promise<void> {
  const { exitCode, text } = await typeInto(session, command, { timeoutMs });
  if (exitCode !== 0) throw new Error(`${command}: ${text}`);
}

async function openOn(engine: Engine): Promise<Session> {
  return openSession({
    start: (rc, cwd) => engine.shell({ rc, cwd }),
    exec: (argv, options) => engine.exec(argv, options),
    cwd: engine.home,
    secrets: [],
    signal: new AbortController().signal,
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function show(name: string, values: readonly number[]): void {
  const list = values.map((ms) => Math.round(ms)).join(', ');
  process.stdout.write(`${name}: ${Math.round(median(values))} ms (${list})\n`);
}

const engine = await startEngine({ kind: 'sandbox', generation: 28 });
try {
  await engine.exec(['bash', '-c', smallImage]);
  const session = await openOn(engine);
  await succeed(session, `cat > script.sh <<'END'\n${commands.join('\n')}\nEND`);
  await scriptRound(session);
  await chapterRound(session);
  const chapter: number[] = [];
  const script: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    script.push(await scriptRound(session));
    chapter.push(await chapterRound(session));
  }
  await session.close();
  const ratio = median(chapter) / median(script);
  process.stdout.write(`${commands.length} Docker commands, ${rounds} rounds, load ${loadavg()[0]?.toFixed(1)}\n`);
  show('bash script', script);
  show('session    ', chapter);
  process.stdout.write(`ratio of medians: ${ratio.toFixed(3)} (limit ${limit})\n`);
  process.exitCode = ratio <= limit ? 0 : 1;
} finally {
  await engine.stop();
}
