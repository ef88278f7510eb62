import { createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import type { Connect } from './endpoint.ts';
import type { Guard } from './guard.ts';
import type { Entry } from './ledger.ts';
import { requestReader } from './request-reader.ts';
import { type Making, makingOf, saysMoreInBody } from './requests.ts';

/** A socket that leads to the engine and writes down what is made through it. */
export interface Tap {
  readonly socketPath: string;
  close(): Promise<void>;
}

/** Longest answer in which an identity is looked for. */
const answerLimit = 64 * 1024;

/**
 * Opens a socket for the session's clients. Every byte is passed on unchanged, both ways; what a request is about to
 * make is written into the ledger first, and its identity when the engine answers. So the ledger holds what this run
 * made and nothing that somebody else makes at the same time. What the guard refuses does not reach the engine.
 */
export async function openTap(
  socketPath: string,
  connect: Connect,
  write: (entry: Entry) => void,
  guard: Guard | null = null,
): Promise<Tap> {
  const open = new Set<{ destroy(): unknown }>();
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const upstream = connect();
    const destroy = () => [client, upstream].forEach((one) => void one.destroy());
    for (const stream of [client, upstream]) {
      open.add(stream);
      stream.on('close', () => open.delete(stream)).on('error', destroy);
    }
    const note = notes(client, write);
    const read = requestReader(saysMoreInBody);
    const gate = new Transform({
      transform(bytes: Buffer, _encoding, done) {
        const lines = read(bytes).map(({ line, body }) => {
          note.request(makingOf(line, body));
          return line;
        });
        const asked = lines.map((line) => guard?.(line) ?? null).filter((answer) => answer !== null);
        if (asked.length === 0) return done(null, bytes);
        void Promise.all(asked).then((answers) => {
          const why = answers.find((answer) => answer !== null);
          if (why === undefined) return done(null, bytes);
          client.end(refusal(why));
          upstream.destroy();
        }, done);
      },
    });
    upstream.on('data', (bytes: Buffer) => note.answer(bytes));
    client.pipe(gate.on('error', destroy)).pipe(upstream).pipe(client);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(socketPath, resolve));
  return {
    socketPath,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const stream of open) stream.destroy();
      }),
  };
}

/** In the engine's place and form. The connection ends: part of the request may have been passed on already. */
function refusal(why: string): string {
  const body = JSON.stringify({ message: why });
  const head = ['HTTP/1.1 403 Forbidden', 'Content-Type: application/json', 'Connection: close'];
  return [...head, `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n');
}

let connections = 0;

/** What is written down of one connection. */
function notes(client: Socket, write: (entry: Entry) => void) {
  connections += 1;
  const connection = connections;
  let asked: Making | null = null;
  let answer = '';
  const over = () => {
    if (asked !== null) write({ what: 'over', connection, at: Date.now() });
    asked = null;
  };
  client.on('close', over);
  return {
    request(making: Making | null): void {
      over();
      asked = making;
      answer = '';
      if (making === null) return;
      write({
        what: 'asked',
        connection,
        at: Date.now(),
        kind: making.kind,
        names: namesOf(making),
        volumes: volumesOf(making),
      });
    },
    answer(bytes: Buffer): void {
      if (asked === null || answer.length > answerLimit) return;
      answer += bytes.toString('latin1');
      const id = identityIn(answer, asked);
      if (/^HTTP\/1\.1 [45]/.test(answer)) over();
      else if (id !== null) {
        write({ what: 'made', connection, kind: asked.kind, id });
        answer = ' '.repeat(answerLimit + 1);
      }
    },
  };
}

function volumesOf(making: Making): string[] {
  return making.kind === 'container' ? [...making.volumes] : [];
}

function namesOf(making: Making): string[] {
  if (making.kind === 'image') return [...making.references];
  return making.kind === 'container' && making.name !== null ? [making.name] : [];
}

/** The engine answers `{"Id": "…"}` for containers, networks and commits, `{"Name": "…"}` for volumes. */
function identityIn(answer: string, { kind }: Making): string | null {
  const pattern = kind === 'volume' ? /"Name": ?"([^"]+)"/ : /"Id": ?"((?:sha256:)?[0-9a-z]{12,64})"/;
  return pattern.exec(answer)?.[1] ?? null;
}
