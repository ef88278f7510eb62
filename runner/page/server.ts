import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type WebSocket, WebSocketServer } from 'ws';
import { drawingPage, drawingPolicy } from './diagrams.ts';
import { isOwnHost, isSame, nameOf, Tries } from './entrance.ts';
import type { FromPage, ToPage } from './model.ts';
import { type Found, ownFile, policy, types } from './own-files.ts';
import { pictureFile } from './pictures.ts';

export interface ServerOptions {
  /** Folder of the built page. */
  readonly files: string;
  /** Folder of the repository, absolute: pictures come from nowhere else. */
  readonly root: string;
  /** The project's own mermaid, which draws diagrams; null where it has none. */
  mermaid(): Promise<Uint8Array | null>;
  /** Address to listen on. */
  readonly host: string;
  /** Port to listen on; 0: any free one. */
  readonly port: number;
  /** With it whoever has no secret is let in as well; null where nobody is asked for one. */
  readonly password: string | null;
  /** What is said to whoever is asked for it. */
  readonly words: Readonly<Record<string, string>>;
  /** A page has opened: what it has to know. */
  onOpen(): Iterable<ToPage>;
  /** A page asks for something. */
  onMessage(message: FromPage): void;
}

/** Serves one chapter's page to whoever has its address. */
export interface PageServer {
  /** With the secret that opens it, behind `#`: no server ever sees that part. */
  readonly address: string;
  /** Where a picture is found that a chapter in this folder (absolute) names. */
  pictureAddress(folder: string, name: string): string;
  /** Tells every open page. */
  tell(message: ToPage): void;
  /** Resolves once a page has been opened, or nobody has come in this time. */
  visited(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** Keys and clicks; nothing that a page asks for is longer. */
const longestMessage = 1 << 16;
const longestPassword = 1 << 10;

/**
 * Serves the page, by default on this machine's own address only. Whoever wants to see or do anything needs the secret: a page of
 * another origin has none, and a name that leads here by DNS rebinding is refused by its `Host`. There are no cookies,
 * which a chapter's own service on another port would be sent.
 */
export async function servePage(options: ServerOptions): Promise<PageServer> {
  const secret = randomBytes(24).toString('base64url');
  const picturesSecret = randomBytes(18).toString('base64url');
  const tries = new Tries();
  const server = createServer((request, response) => {
    answer(request, response, { ...options, picturesSecret, secret, tries, boundTo: portOf(server) }).catch(() => {
      response.writeHead(500).end();
    });
  });
  const pages = new Set<WebSocket>();
  let untold: ToPage[] = [];
  // What is said in one go comes in one message, and is drawn once.
  const flush = () => {
    const text = JSON.stringify(untold);
    untold = [];
    for (const page of pages) page.send(text);
  };
  const sockets = new WebSocketServer({ noServer: true, maxPayload: longestMessage, perMessageDeflate: false });
  server.on('upgrade', (request, socket, head) => {
    if (!isOurs(request, options.host, portOf(server)) || !isSame(secretOf(request), secret)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (page) => {
      if (untold.length > 0) flush();
      pages.add(page);
      page.on('close', () => pages.delete(page));
      page.on('error', () => page.close());
      page.on('message', (data) => {
        const message = parsed(String(data));
        if (message !== null) options.onMessage(message);
      });
      page.send(JSON.stringify([...options.onOpen()]));
      sockets.emit('told');
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(options.port, options.host, () => listening());
  });
  return {
    address: `http://${nameOf(isEverywhere(options.host) ? '127.0.0.1' : options.host)}:${portOf(server)}/#${secret}`,
    // As one part: a browser would take the dots of `../` away from the address before it asks.
    pictureAddress(folder, name) {
      const path = name.startsWith('/') ? name : join('/', relative(options.root, folder), name);
      return `/pictures/${picturesSecret}/${encodeURIComponent(path)}`;
    },
    tell(message) {
      if (untold.push(message) === 1) queueMicrotask(flush);
    },
    async visited(ms) {
      const tooLate = { signal: AbortSignal.timeout(ms) };
      if (pages.size === 0) await once(sockets, 'told', tooLate).catch(() => {});
    },
    async close() {
      flush();
      for (const page of pages) page.terminate();
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo | null)?.port ?? 0;
}

function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/** Whether a page of this server asks, under a name of this server. */
function isOurs({ headers }: IncomingMessage, host: string, port: number): boolean {
  return isOwnHost(headers.host, host, port) && headers.origin === `http://${headers.host}`;
}

/** A browser can send the secret with a socket in the name of its protocol only. */
function secretOf({ headers }: IncomingMessage): string {
  const [, secret = ''] = (headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim());
  return secret;
}

function parsed(text: string): FromPage | null {
  try {
    return fromPage(JSON.parse(text));
  } catch {
    return null;
  }
}

/** What a page says is checked like any other input. */
function fromPage(said: Record<string, unknown> | null): FromPage | null {
  if (typeof said !== 'object' || said === null) return null;
  const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
  const { type, upTo, step, terminal, keys, columns, rows } = said;
  switch (type) {
    case 'run':
      return isCount(upTo) ? { type, upTo } : null;
    case 'propose':
    case 'write':
      return isCount(step) ? { type, step } : null;
    case 'press':
      return isCount(terminal) && typeof keys === 'string' ? { type, terminal, keys } : null;
    case 'resize': {
      const fits = isCount(columns) && isCount(rows) && columns >= 20 && columns <= 500 && rows >= 5 && rows <= 200;
      return fits ? { type, columns, rows } : null;
    }
    case 'again':
    case 'skip':
    case 'resume':
    case 'onward':
    case 'reset':
      return { type };
    default:
      return null;
  }
}

interface Answering extends ServerOptions {
  readonly picturesSecret: string;
  readonly secret: string;
  readonly tries: Tries;
  /** Port that it listens on. */
  readonly boundTo: number;
}

async function answer(request: IncomingMessage, response: ServerResponse, serving: Answering): Promise<void> {
  const refuse = (status: number) => void response.writeHead(status, { 'content-type': 'text/plain' }).end();
  if (!isOwnHost(request.headers.host, serving.host, serving.boundTo)) return refuse(421);
  if (request.method === 'POST' && request.url === '/enter') return enter(request, response, serving);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const found = await foundAt(path, `http://${request.headers.host}`, serving);
  if (found === null) return refuse(404);
  const isPacked = found.isPacked && /\bgzip\b/.test(String(request.headers['accept-encoding']));
  response.writeHead(200, {
    'content-type': found.type,
    ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
    'content-security-policy': found.policy,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    // The page that draws is of no origin.
    'cross-origin-resource-policy':
      path.startsWith('/dra') || path.startsWith('/diagrams') ? 'cross-origin' : 'same-origin',
    ...(path === '/diagrams' ? {} : { 'x-frame-options': 'DENY' }),
  });
  const content = found.isPacked && !isPacked ? gunzipSync(found.content) : found.content;
  response.end(request.method === 'HEAD' ? undefined : content);
}

/** Whoever gives the password is told the secret. */
async function enter(request: IncomingMessage, response: ServerResponse, serving: Answering): Promise<void> {
  const { boundTo, host, password, secret, tries } = serving;
  const say = (status: number, text = '') =>
    void response.writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end(text);
  if (password === null || !isOurs(request, host, boundTo)) return say(403);
  if (!tries.take(request.socket.remoteAddress ?? '')) return say(429);
  let given = '';
  for await (const chunk of request) {
    given += String(chunk);
    if (given.length > longestPassword) return say(403);
  }
  return isSame(given, password) ? say(200, secret) : say(403);
}

/** What is said at the entrance; there is none where no password is asked for. */
function gateOf({ password, words }: Answering): Found | null {
  if (password === null) return null;
  return { type: 'application/json', policy, content: Buffer.from(JSON.stringify(words)) };
}

async function foundAt(path: string, origin: string, serving: Answering): Promise<Found | null> {
  if (path.startsWith('/pictures/')) return pictureAt(path, serving);
  if (path === '/enter') return gateOf(serving);
  if (path !== '/diagrams' && path !== '/diagrams/mermaid.js') return ownFile(serving.files, path);
  const script = await serving.mermaid();
  if (script === null) return null;
  return path === '/diagrams'
    ? { type: types['.html'] ?? '', policy: drawingPolicy(origin), content: Buffer.from(drawingPage) }
    : { type: types['.js'] ?? '', policy, content: script };
}

/** A picture of the repository, and nothing else of it, whatever its path says. */
async function pictureAt(path: string, { picturesSecret, root }: Answering): Promise<Found | null> {
  const [, , given = '', name = '', ...rest] = path.split('/');
  if (!isSame(given, picturesSecret) || rest.length > 0) return null;
  const file = pictureFile(decoded(name), { root, folder: root });
  const content = file === null ? null : await readFile(file.path).catch(() => null);
  if (file === null || content === null) return null;
  // A picture that is opened by itself does nothing either.
  return { type: file.type, policy: "default-src 'none'; style-src 'unsafe-inline'; sandbox", content };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
