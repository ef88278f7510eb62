import { loadavg } from 'node:os';
import { type IPty, spawn } from '@lydell/node-pty';
import { matchOutput } from '../../runner/matcher/index.ts';
import { openSession } from '../../runner/session/index.ts';
import { shellHere } from './shell-here.ts';

/**
 * What a trivial command costs in a session, matching included, beside the least that a terminal costs: the same shell,
 * typed into by twenty lines that understand nothing.
 */
const commands = 5000;
const rounds = 3;
/** What a command may cost, matching included. */
const limitMs = 0.2;

async function sessionRound(matching: boolean): Promise<number> {
  const here = await shellHere();
  const signal = new AbortController().signal;
  const session = await openSession({ start: here.start, cwd: here.folder, secrets: [], signal });
  const startedAt = performance.now();
  for (let index = 0; index < commands; index += 1) {
    const command = `echo line ${index}`;
    const { text, exitCode } = await session.run({ text: command, into: 'shell', answers: [], timeoutMs: 10_000 });
    const expected = [`line ${index}`];
    if (!matching) continue;
    const { verdict } = matchOutput({ command, expected, actual: text, bindings: {}, partial: false, exitCode });
    if (verdict !== 'exact') throw new Error(`${command}: ${text}`);
  }
  const perCommand = (performance.now() - startedAt) / commands;
  await session.close();
  await here.remove();
  return perCommand;
}

async function floorRound(): Promise<number> {
  const here = await shellHere();
  const rc = `PS0='\\e]133;C\\a'; PS1='\\[\\e]133;D;$?\\a\\]$ \\[\\e]133;B\\a\\]'; unset HISTFILE`;
  const { file, args, env, cwd } = await here.start(rc, here.folder);
  const pty: IPty = spawn(file, [...args], { cols: 120, rows: 50, name: 'xterm-256color', env: { ...env }, cwd });
  let seen = '';
  let prompted = () => {};
  pty.onData((data) => {
    seen += data;
    if (!seen.includes('\x1b]133;B\x07')) return;
    seen = '';
    prompted();
  });
  const prompt = () =>
    new Promise<void>((resolve) => {
      prompted = resolve;
    });
  await prompt();
  const startedAt = performance.now();
  for (let index = 0; index < commands; index += 1) {
    const next = prompt();
    pty.write(`echo line ${index}\r`);
    await next;
  }
  const perCommand = (performance.now() - startedAt) / commands;
  pty.kill('SIGKILL');
  await here.remove();
  return perCommand;
}

interface Cost {
  readonly wallMs: number;
  /** Time that this process computed: all that is left of a measurement on a machine that others use too. */
  readonly cpuMs: number;
}

async function costOf(round: () => Promise<number>): Promise<Cost> {
  const before = process.cpuUsage();
  const wallMs = await round();
  const { user, system } = process.cpuUsage(before);
  return { wallMs, cpuMs: (user + system) / 1000 / commands };
}

function show(name: string, costs: readonly Cost[]): void {
  const list = (pick: (cost: Cost) => number) => costs.map((cost) => pick(cost).toFixed(3)).join(', ');
  const wall = list(({ wallMs }) => wallMs);
  const cpu = list(({ cpuMs }) => cpuMs);
  process.stdout.write(`${name}: ${wall} ms a command, of it computing here ${cpu}\n`);
}

const session: Cost[] = [];
const matched: Cost[] = [];
const floor: Cost[] = [];
for (let round = 0; round < rounds; round += 1) {
  floor.push(await costOf(floorRound));
  session.push(await costOf(() => sessionRound(false)));
  matched.push(await costOf(() => sessionRound(true)));
}
process.stdout.write(`${commands} times echo, ${rounds} rounds, load ${loadavg()[0]?.toFixed(1)}\n`);
show('bare pty        ', floor);
show('session         ', session);
show('session, matched', matched);
process.exitCode = Math.min(...matched.map(({ wallMs }) => wallMs)) <= limitMs ? 0 : 1;
