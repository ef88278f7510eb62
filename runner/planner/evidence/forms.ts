import { effectsOf, namesDocker, understand } from '../../command/index.ts';
import { escaped } from '../../core/escaped.ts';
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
    if (commands.slice(at + 1).some((other) => fillsIn(text, other.text))) return false;
    if (!understand(text).calls.some(({ docker }) => docker !== null)) return true;
    if (reference && entry.prompt === null && blanksIn(text).some((blank) => !account.test(blank))) return false;
    return !isForm(text) || meansTheirOwn(text, commands.slice(0, at)) || (!reference && asksForIds(text));
  });
  return concrete.some(({ text }) => namesDocker(text)) ? concrete : commands;
}

const account = /user|account|계정|사용자/iu;

/** `docker rm <container>` below a `docker run` without a name: the reader has that container before them. */
function meansTheirOwn(text: string, before: readonly DraftCommand[]): boolean {
  const blanks = blanksIn(text);
  const own = blanks.length > 0 && blanks.every((blank) => /^<(?:container|컨테이너|コンテナ|容器)>$/iu.test(blank));
  return own && before.some((command) => makesUnnamed(command.text));
}

/** Another command is this one with its placeholders filled in: an example of it. */
function fillsIn(form: string, text: string): boolean {
  const blanks = blanksIn(form);
  if (blanks.length === 0 || !blanks.every((blank) => /^[<[{].*[>\]}]$/.test(blank))) return false;
  const pattern = blanks.reduce((all, blank) => all.replace(escaped(blank), '\\S+'), escaped(form));
  return form !== text && new RegExp(`^${pattern}$`).test(text);
}

/** `docker rm [CONTAINER_ID]` among steps: the reader puts in what their own Docker printed. */
function asksForIds(text: string): boolean {
  const blanks = blanksIn(text);
  return blanks.length > 0 && blanks.every((blank) => /^\W*(?:container|image)?[-_ ]?id\W*$/i.test(blank));
}

function makesUnnamed(text: string): boolean {
  return effectsOf(text).makes.some(({ kind, name }) => kind === 'container' && name === null);
}
