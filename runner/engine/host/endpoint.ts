import { spawn } from 'node:child_process';
import { createConnection, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import * as z from 'zod';
import { message, UserError } from '../../core/message.ts';
import { run } from '../exec.ts';

export const endpointSchema = z.object({
  /** Where it listens, as Docker writes it: `unix:///var/run/docker.sock`, `ssh://me@server`. */
  host: z.string(),
  /** The client's variables that lead there, whatever the current context is by then. */
  env: z.record(z.string(), z.string()),
});

/** The engine that the user's `docker` talks to. */
export type Endpoint = Readonly<z.infer<typeof endpointSchema>>;

/** Opens a connection to an engine's API. */
export type Connect = () => Duplex;

/** What the client asks its environment for; see "Environment variables" of the `docker` command's reference. */
const variables = ['HOST', 'CONTEXT', 'TLS', 'TLS_VERIFY', 'CERT_PATH', 'CONFIG', 'API_VERSION'].map(
  (name) => `DOCKER_${name}`,
);

/**
 * Asks the user's own client which engine it would talk to: DOCKER_HOST, else the current context.
 *
 * @returns null where there is no client.
 */
export async function findEndpoint(env: NodeJS.ProcessEnv = process.env): Promise<Endpoint | null> {
  const set = variables.flatMap((name) => (env[name] ? [[name, env[name]] as const] : []));
  const given = Object.fromEntries(set);
  if (env.DOCKER_HOST) return { host: env.DOCKER_HOST, env: given };
  const format = '{{.Name}} {{.Endpoints.docker.Host}}';
  const asked = await run({ file: 'docker', args: ['context', 'inspect', '--format', format], env });
  const [name = '', host] = asked.stdout.trim().split(' ');
  return asked.exitCode === 0 && host !== undefined ? { host, env: { ...given, DOCKER_CONTEXT: name } } : null;
}

/**
 * An engine by its place, or, where none is given, the one that the user's own client would talk to.
 *
 * @param place `ssh://me@server`, `context:build1`
 * @returns null where there is no client, or no such context
 */
export async function endpointAt(place: string | undefined): Promise<Endpoint | null> {
  if (place === undefined) return findEndpoint();
  const { DOCKER_CONFIG: config } = process.env;
  const kept = config === undefined ? {} : { DOCKER_CONFIG: config };
  if (place.startsWith('ssh://')) return { host: place, env: { ...kept, DOCKER_HOST: place } };
  const env = { ...process.env, DOCKER_HOST: '', DOCKER_CONTEXT: place.slice('context:'.length) };
  return findEndpoint(env);
}

/** @throws UserError where there is no client, or no such context. */
export async function requireEndpoint(place?: string): Promise<Endpoint> {
  const endpoint = await endpointAt(place);
  if (endpoint === null)
    throw new UserError(place === undefined ? message('no-docker-client') : message('no-engine-at', { place }));
  return endpoint;
}

/** An environment in which `docker` talks to an endpoint. */
export function clientEnvironment(endpoint: Endpoint): Readonly<Record<string, string>> {
  const others = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !variables.includes(entry[0]),
  );
  return { ...Object.fromEntries(others), ...endpoint.env };
}

/**
 * How to reach an endpoint. A local socket is opened; everything else (ssh, TLS) is left to the client's own
 * `docker system dial-stdio`, which knows the user's keys and certificates.
 */
export function connectTo(endpoint: Endpoint): Connect {
  const path = /^unix:\/\/(.+)$/.exec(endpoint.host)?.[1];
  if (path !== undefined) return () => createConnection({ path, allowHalfOpen: true });
  return () => {
    const child = spawn('docker', ['system', 'dial-stdio'], {
      env: clientEnvironment(endpoint),
      stdio: ['pipe', 'pipe', 'ignore'],
    });
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
