import { type ChildProcess, spawn } from 'node:child_process';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { Engine, ShellCommand } from '../core/engine.ts';
import { wordsOf } from '../core/words.ts';
import type { Service } from './model.ts';

/** Ports of the engine's machine that lead to containers. */
const portsScript = `docker ps -q | xargs -r docker inspect -f \
'{{range .NetworkSettings.Ports}}{{range .}}{{.HostPort}} {{end}}{{end}}'`;
const patienceMs = 5000;

/** The ports that a chapter's containers publish, each led to this machine, where its reader's browser is. */
export class Services {
  readonly #engine: Engine;
  readonly #open = new Map<number, Forward>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Looks which ports are published now. Resolves to null where those are the same as before. */
  async look(): Promise<readonly Service[] | null> {
    const { stdout, exitCode } = await this.#engine.exec(['sh', '-c', portsScript], { timeoutMs: patienceMs });
    if (exitCode !== 0) return null;
    const ports = new Set(wordsOf(stdout).map(Number));
    const gone = [...this.#open].filter(([port]) => !ports.has(port));
    for (const [port, forward] of gone) {
      forward.close();
      this.#open.delete(port);
    }
    const fresh = [...ports].filter((port) => !this.#open.has(port));
    for (const port of fresh) this.#open.set(port, await forwardTo(port, () => this.#engine.connection(port)));
    if (gone.length === 0 && fresh.length === 0) return null;
    return [...this.#open].sort(([a], [b]) => a - b).map(([port, { url }]) => ({ port, url }));
  }

  close(): void {
    for (const forward of this.#open.values()) forward.close();
    this.#open.clear();
  }
}

interface Forward {
  readonly url: string;
  close(): void;
}

/** Takes the same number here where it is free: the chapter's own address then works in the reader's browser. */
async function forwardTo(port: number, connection: () => ShellCommand | null): Promise<Forward> {
  if (connection() === null) return { url: `http://localhost:${port}/`, close: () => {} };
  const connections = new Set<() => void>();
  const server = createServer((socket) => {
    const command = connection();
    if (command === null) return void socket.destroy();
    const end = connect(socket, command);
    connections.add(end);
    socket.on('close', () => connections.delete(end));
  });
  const listening = (await listen(server, port)) || (await listen(server, 0));
  return {
    // Another name than the page's: a browser keeps what the two store and send apart.
    url: listening ? `http://localhost:${(server.address() as AddressInfo).port}/` : '',
    close() {
      server.close();
      for (const end of connections) end();
    },
  };
}

function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const failed = () => resolve(false);
    server.once('error', failed).listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}

function connect(socket: Socket, { file, args, env, cwd }: ShellCommand): () => void {
  const program: ChildProcess = spawn(file, args, { env: { ...env }, cwd, stdio: ['pipe', 'pipe', 'ignore'] });
  const end = () => {
    socket.destroy();
    program.kill('SIGKILL');
  };
  program.on('error', end);
  program.stdin?.on('error', end);
  if (program.stdin) socket.pipe(program.stdin);
  program.stdout?.pipe(socket);
  socket.on('error', end);
  socket.on('close', end);
  return end;
}
