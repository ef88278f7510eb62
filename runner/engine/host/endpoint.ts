import { spawn } from 'node:child_process';
import { createConnection, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { run } from '../exec.ts';

/** Where the engine that the user's `docker` talks to listens, as Docker writes it: `unix:///var/run/docker.sock`. */
export type Endpoint = string;

/** Opens a connection to an engine's API. */
export type Connect = () => Duplex;

/**
 * Asks the user's own client which engine it would talk to: DOCKER_HOST, else the current context.
 *
 * @returns null where there is no client.
 */
export async function findEndpoint(env: NodeJS.ProcessEnv = process.env): Promise<Endpoint | null> {
  if (env.DOCKER_HOST) return env.DOCKER_HOST;
  const format = '{{.Endpoints.docker.Host}}';
  const asked = await run({ file: 'docker', args: ['context', 'inspect', '--format', format], env });
  return asked.exitCode === 0 ? asked.stdout.trim() : null;
}

/**
 * How to reach an endpoint. A local socket is opened; everything else (ssh, TLS) is left to the client's own
 * `docker system dial-stdio`, which knows the user's keys and certificates.
 */
export function connectTo(endpoint: Endpoint, env: NodeJS.ProcessEnv = process.env): Connect {
  const path = /^unix:\/\/(.+)$/.exec(endpoint)?.[1];
  if (path !== undefined) return () => createConnection({ path, allowHalfOpen: true });
  return () => {
    const child = spawn('docker', ['system', 'dial-stdio'], { env, stdio: ['pipe', 'pipe', 'ignore'] });
    const stream = Duplex.from({ writable: child.stdin, readable: child.stdout });
    child.on('error', (error) => stream.destroy(error));
    stream.on('close', () => child.kill());
    return stream;
  };
}

/** node:http accepts any stream as its connection, but its types ask for a socket. */
export function asSocket(stream: Duplex): Socket {
  return stream as Socket;
}
