import { effectsOf } from '../../command/index.ts';
import type { DraftCommand } from '../draft.ts';
import { blanksIn, isForm } from './placeholders.ts';

/**
 * Lines that show the form of a command beside lines that are commands: only the latter are typed.
 *
 * @param reference the page lists many forms: there `<container-id>` is no value that the reader has in front of them
 */
export function withoutForms(commands: DraftCommand[], reference: boolean): DraftCommand[] {
  const concrete = commands.filter((command, at) => {
    const { text, entry } = command;
    if (reference && entry.prompt === null && blanksIn(text).some((blank) => !account.test(blank))) return false;
    return !isForm(text) || meansTheirOwn(text, commands.slice(0, at)) || (!reference && asksForIds(text));
  });
  return concrete.some(({ text }) => /\bdocker/.test(text)) ? concrete : commands;
}

const account = /user|account|계정|사용자/iu;

/** `docker rm <container>` below a `docker run` without a name: the reader has that container before them. */
function meansTheirOwn(text: string, before: readonly DraftCommand[]): boolean {
  const blanks = blanksIn(text);
  const own = blanks.length > 0 && blanks.every((blank) => /^<(?:container|컨테이너|コンテナ|容器)>$/iu.test(blank));
  return own && before.some((command) => makesUnnamed(command.text));
}

/** `docker rm [CONTAINER_ID]` among steps: the reader puts in what their own Docker printed. */
function asksForIds(text: string): boolean {
  const blanks = blanksIn(text);
  return blanks.length > 0 && blanks.every((blank) => /^\W*(?:container|image)?[-_ ]?id\W*$/i.test(blank));
}

function makesUnnamed(text: string): boolean {
  return effectsOf(text).makes.some(({ kind, name }) => kind === 'container' && name === null);
}
