import { rm } from 'node:fs/promises';
import { createConnection, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Engine, EngineSpec } from '../core/engine.ts';
import { type Message, UserError } from '../core/message.ts';
import { attachEngine, type EngineHandle, makeScratch, type StartOptions, startEngine } from '../engine/index.ts';

/** What a worker asks for. */
interface EngineRequest {
  readonly spec: EngineSpec;
  readonly images: readonly string[];
}

type EngineAnswer = { readonly handle: EngineHandle } | { readonly error: Message | string };

/** Hands out engines to the test workers. */
export interface EngineBroker {
  /** Path of the socket on which it answers. */
  readonly socket: string;
  /** Ends every engine that is still out. */
  close(): Promise<void>;
}

/** What the command line says about the host's own engine. */
export type HostOptions = Pick<StartOptions, 'keep' | 'allowDestructive'>;

/**
 * Engines belong to the parent process, because a worker that vitest ends (Ctrl-C, a time limit) runs no clean-up. One
 * connection is one engine: when it closes, for whatever reason, the engine is stopped.
 */
export async function openBroker(signal: AbortSignal, host: HostOptions): Promise<EngineBroker> {
  const folder = makeScratch();
  const socket = join(folder, 'socket');
  const serving = new Set<Promise<void>>();
  const connections = new Set<Socket>();
  const places = new Places();
  const server = createServer((connection) => {
    connections.add(connection);
    const served = serve(connection, { signal, host, places }).finally(() => {
      connections.delete(connection);
      serving.delete(served);
    });
    serving.add(served);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(socket, resolve));
  return {
    socket,
    async close() {
      server.close();
      for (const connection of connections) connection.destroy();
      await Promise.all(serving);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Engines of other machines, one chapter at a time on each: names and ports are shared there. */
class Places {
  readonly #busy = new Set<string>();
  readonly #waiting: (() => void)[] = [];

  /** Waits until one of them is free, and takes it. */
  async take(places: readonly string[]): Promise<string> {
    for (;;) {
      const free = places.find((place) => !this.#busy.has(place));
      if (free !== undefined) {
        this.#busy.add(free);
        return free;
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  giveBack(place: string): void {
    this.#busy.delete(place);
    for (const go of this.#waiting.splice(0)) go();
  }
}

interface Serving {
  readonly signal: AbortSignal;
  readonly host: HostOptions;
  readonly places: Places;
}

async function serve(connection: Socket, { signal, host, places }: Serving): Promise<void> {
  const closed = new Promise<void>((resolve) => connection.once('close', () => resolve()));
  connection.on('error', () => connection.destroy());
  const request = await firstLine(connection);
  if (request === null) return;
  const { spec, images } = JSON.parse(request) as EngineRequest;
  const place = spec.kind === 'host' && spec.at !== undefined ? await places.take(spec.at) : null;
  const chosen: EngineSpec = place === null ? spec : { kind: 'host', at: [place] };
  const engine = await startEngine(chosen, { signal, images, ...host }).catch((error: Error) => error);
  const answer: EngineAnswer =
    engine instanceof Error
      ? { error: engine instanceof UserError ? engine.details : engine.message }
      : { handle: engine.handle };
  connection.write(`${JSON.stringify(answer)}\n`);
  await closed;
  if (!(engine instanceof Error)) await engine.stop();
  if (place !== null) places.giveBack(place);
}

/** Asks the broker for an engine. `stop` gives it back. */
export async function borrowEngine(socket: string, request: EngineRequest): Promise<Engine> {
  const connection = createConnection(socket);
  connection.write(`${JSON.stringify(request)}\n`);
  const line = await firstLine(connection);
  const answer = line === null ? { error: 'the engine was withdrawn' } : (JSON.parse(line) as EngineAnswer);
  if ('error' in answer) throw typeof answer.error === 'string' ? new Error(answer.error) : new UserError(answer.error);
  const engine = await attachEngine(answer.handle);
  const giveBack = () =>
    new Promise<void>((resolve) => {
      connection.once('close', () => resolve()).end();
    });
  return new Proxy(engine, {
    get: (target, name) => (name === 'stop' ? giveBack : Reflect.get(target, name, target)),
  });
}

function firstLine(connection: Socket): Promise<string | null> {
  return new Promise((resolve) => {
    createInterface({ input: connection })
      .once('line', resolve)
      .once('close', () => resolve(null));
    connection.once('error', () => resolve(null));
  });
}
