import { isOf, printersOf } from '../command/index.ts';
import { faultsIn } from '../printed/index.ts';
import type { WatchOptions } from './watch.ts';

/** Verbs that wait until a swarm has done what they ask for, however often it fails. */
const converging = ['create', 'update', 'scale', 'rollback'].map((verb) => `docker service ${verb}`);
/** A task that is refused is tried again every five seconds. */
const patienceMs = 20_000;
/** Where the state of each task stands, below what the command has said. */
const lastLines = 5;

/** Whether a swarm tries again and again what it cannot do: `1/1: No such image: acme/shop`. No reader waits for that. */
export async function isRefused({ startedAt, line, text }: WatchOptions): Promise<boolean> {
  if (performance.now() - startedAt < patienceMs || !isOf(printersOf(line), ...converging)) return false;
  const states = (await text()).trimEnd().split('\n').slice(-lastLines).join('\n');
  return faultsIn(states).some(({ kind }) => kind !== 'other');
}
