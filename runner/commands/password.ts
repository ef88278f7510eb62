import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { message, UserError, wording } from '../core/message.ts';
import type { Io } from './verb.ts';

const variable = 'TUTOR_PASSWORD';
const shortest = 8;

/**
 * The password for a page that others can reach: from the environment, else asked for, unseen.
 *
 * @throws UserError where there is none, or one that is guessed soon
 */
export async function readPassword({ env, stdin, stdout, locale, signal }: Io): Promise<string> {
  const given = env[variable] ?? (stdin.isTTY ? await ask() : '');
  if (given.length < shortest) throw new UserError(message('open-password', { variable, count: shortest }));
  return given;

  async function ask(): Promise<string> {
    stdout.write(wording({ code: 'open-password-question', args: {} }, locale));
    const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
    const lines = createInterface({ input: stdin, output: unseen, terminal: true });
    try {
      return await lines.question('', { signal });
    } finally {
      lines.close();
      stdout.write('\n');
    }
  }
}
