import { createServer } from 'node:net';
import { type Effects, effectsOf } from '../../command/index.ts';
import { type Message, type MessageArgs, message } from '../../core/message.ts';
import { connectTo, requireEndpoint } from './endpoint.ts';
import { type Inventory, takeInventory } from './inventory.ts';

/**
 * What a chapter's commands would run into on the host's engine: names and ports that are already taken. Asked before
 * the first step; each is a warning that says what to do.
 *
 * @param at where the engine is, if it is not what `docker` reaches
 * @throws UserError where no engine answers.
 */
export async function findClashes(commands: readonly string[], at?: string): Promise<readonly Message[]> {
  const held = await takeInventory(connectTo(await requireEndpoint(at)));
  const effects = commands.map((command) => effectsOf(command));
  const ports = [...new Set(effects.flatMap(portsOf))];
  const taken = await Promise.all(
    ports.map(async (port) => held.ports.includes(port) || (at === undefined && !(await isFree(port)))),
  );
  return [
    ...nameClashes(effects, held),
    ...ports.filter((_, index) => taken[index]).map((port) => warning('clash-port', { port })),
  ];
}

/** Names that the commands give to what they make and that something else already has. */
function nameClashes(effects: readonly Effects[], held: Inventory): readonly Message[] {
  const made = effects.flatMap(({ makes }) => makes);
  const names = (kind: string) =>
    new Set(made.flatMap((thing) => (thing.kind === kind && thing.name !== null ? [thing.name] : [])));
  const there = (things: Inventory['containers']) => new Set(Object.values(things).map(({ name }) => name));
  const clashes = (code: Parameters<typeof message>[0], kind: string, taken: ReadonlySet<string>) =>
    [...names(kind)].filter((name) => taken.has(name)).map((name) => warning(code, { name }));
  return [
    ...clashes('clash-container', 'container', there(held.containers)),
    ...clashes('clash-network', 'network', there(held.networks)),
    ...clashes('clash-volume', 'volume', there(held.volumes)),
    ...clashes('clash-image', 'image', new Set(Object.keys(held.references))),
  ];
}

function warning(code: Parameters<typeof message>[0], args: MessageArgs): Message {
  return message(code, args, {}, 'warning');
}

/** Fixed ports that containers are to publish on every address. */
function portsOf({ publishes }: Effects): readonly number[] {
  return publishes.map(({ hostPort }) => Number(hostPort)).filter((port) => Number.isInteger(port) && port > 0);
}

/** Whether nobody on this machine listens there. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE'));
    server.listen(port, '0.0.0.0', () => server.close(() => resolve(true)));
  });
}
