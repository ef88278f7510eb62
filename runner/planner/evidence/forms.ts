import { effectsOf, namesDocker, understand } from '../../command/index.ts';
import { wordsOf } from '../../core/words.ts';
import { type DraftCommand, verbOf } from '../draft.ts';
import { blanksIn, isForm, isGrammar } from './placeholders.ts';

/**
 * Lines that show the form of a command beside lines that are commands: only the latter are typed.
 *
 * @param lists the page lists many forms: where they are no fewer than the commands of the block, `<container-id>` is no
 *   value that the reader has in front of them
 */
export function withoutForms(commands: DraftCommand[], lists: boolean): DraftCommand[] {
  const forms = commands.filter(({ text, expected }) => blanksIn(text).length > 0 && expected === null).length;
  const reference = lists && forms >= commands.length / 2;
  const texts = commands.map(({ text }) => text);
  const concrete = commands.filter((command, at) => {
    const { text, entry } = command;
    if (hasExample(text, texts)) return false;
    if (!understand(text).calls.some(({ docker }) => docker !== null)) return true;
    if (reference && entry.prompt === null && blanksIn(text).some((blank) => !account.test(blank))) return false;
    if (!reference) return !isGrammar(text);
    return !isForm(text) || meansTheirOwn(text, commands.slice(0, at));
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

/**
 * Another command of the block does the same to something: with all that the form says, or where the form leaves open
 * whatever it names.
 */
function hasExample(form: string, others: readonly string[]): boolean {
  const blanks = blanksIn(form);
  const docker = understand(form).calls.find((call) => call.docker !== null)?.docker;
  if (docker == null || blanks.length === 0) return false;
  const named = [...docker.operands, docker.image?.text ?? ''].filter((word) => word !== '');
  const open = named.every((word) => blanks.some((blank) => word.includes(blank) || blank.includes(word)));
  const said = wordsOf(blanks.reduce((text, blank) => text.replaceAll(blank, ' '), form)).filter(
    (word) => word !== ':',
  );
  return others.some((other) => {
    if (verbOf(other) !== docker.verb || blanksIn(other).length > 0) return false;
    const words = wordsOf(other);
    return open || said.every((word) => words.includes(word));
  });
}

function makesUnnamed(text: string): boolean {
  return effectsOf(text).makes.some(({ kind, name }) => kind === 'container' && name === null);
}
