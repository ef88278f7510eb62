import { createServer, type Socket } from 'node:net';
import type { Connect } from './endpoint.ts';
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
 * made and nothing that somebody else makes at the same time.
 */
export async function openTap(socketPath: string, connect: Connect, write: (entry: Entry) => void): Promise<Tap> {
  const open = new Set<{ destroy(): unknown }>();
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const upstream = connect();
    for (const stream of [client, upstream]) {
      open.add(stream);
      stream
        .on('close', () => open.delete(stream))
        .on('error', () => [client, upstream].forEach((one) => void one.destroy()));
    }
    const note = notes(client, write);
    const read = requestReader(saysMoreInBody);
    client.on('data', (bytes: Buffer) => {
      for (const { line, body } of read(bytes)) note.request(makingOf(line, body));
    });
    upstream.on('data', (bytes: Buffer) => note.answer(bytes));
    client.pipe(upstream).pipe(client);
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
