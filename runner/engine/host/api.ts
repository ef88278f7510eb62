import { request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { message, UserError } from '../../core/message.ts';
import { asSocket, type Connect } from './endpoint.ts';

/** An answer of the engine's API. */
export interface Answer {
  /** HTTP status; 0 where nobody answered. */
  readonly status: number;
  readonly body: string;
}

/** How long an engine may take for an answer: a remote one over ssh has to be dialled first. */
const patienceMs = 30_000;

/** How often a list is asked for again. */
const attempts = 5;
const pauseMs = 200;

/** Asks an engine, with a body where there is one to be sent as JSON; never throws. */
export function ask(
  connect: Connect,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  content?: unknown,
): Promise<Answer> {
  return new Promise((resolve) => {
    const nobody = { status: 0, body: '' };
    const asked = request(
      {
        method,
        path,
        host: 'docker',
        timeout: patienceMs,
        ...(content === undefined ? {} : { headers: { 'content-type': 'application/json' } }),
        createConnection: () => asSocket(connect()),
      },
      (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (text: string) => {
          body += text;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
        answer.on('error', () => resolve(nobody));
      },
    );
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(nobody));
    asked.end(content === undefined ? undefined : JSON.stringify(content));
  });
}

/** Asks for JSON; null for anything but a 200. */
export async function askJson(connect: Connect, path: string): Promise<unknown> {
  const { status, body } = await ask(connect, 'GET', path);
  return status === 200 ? JSON.parse(body) : null;
}

/**
 * The same for a list that changes while it is made: some engines answer that with an error, so it is asked again.
 *
 * @throws UserError with the engine's own words, where it keeps saying no.
 */
export async function askList(connect: Connect, path: string): Promise<unknown> {
  for (let attempt = 0; ; attempt += 1) {
    const { status, body } = await ask(connect, 'GET', path);
    if (status === 200) return JSON.parse(body);
    if (status === 0) throw new UserError(message('host-engine-silent'));
    if (attempt === attempts) throw new UserError(message('host-engine-confused', { path, why: reasonIn(body) }));
    await setTimeout(pauseMs);
  }
}

/** The engine says why in `{"message": "…"}`. */
export function reasonIn(body: string): string {
  return /"message": ?"([^"]*)"/.exec(body)?.[1] ?? body.trim();
}
