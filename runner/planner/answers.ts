import { effectsOf, programLikeness } from '../command/index.ts';
import type { Draft, DraftCommand } from './draft.ts';

/** A question at the end of which its answer stands: `… [y/N] y`. */
const asked =
  /(?:\[[yY]\/[nN]\]|\([yY](?:es)?\/[nN](?:o)?\)|\b(?:Username|Login|Continue)\s*(?:\([^)]*\))?(?=\s*[:?]))\s*[:?]?\s+(\S+)\s*$/gmu;

/**
 * What the reader types at the questions of a command: shown in its output, else the yes without which the command would
 * have been no use (`docker system prune`, `apt install`). A client's for its password is answered with the one that the
 * page gave the server.
 *
 * @param above the chapter as far as the command
 * @param below what stands below it in its block, up to the next command
 */
export function answersTo(
  { text, expected }: DraftCommand,
  above: string,
  below: readonly string[],
): readonly string[] {
  const shown = [...(expected?.text ?? '').matchAll(asked)].map((match) => match[1] ?? '');
  if (shown.length > 0) return shown;
  const { asks } = effectsOf(text);
  if (asks === null) return [];
  if (/password/i.test(asks)) {
    const told = below.map(passwordTold).find((word) => word !== null);
    return told === undefined || told === null || /^\W|^x+$/i.test(told) ? passwordIn(above, text) : [told];
  }
  if (asks.includes('[ENTER]')) return [''];
  return /\[y\/n\]|\(y\/n\)|yes\/no/i.test(asks) ? ['y'] : [];
}

/**
 * What the button below types into the question of a command (`terminal:input` of Educates; `y`{{exec}}; the password
 * below a client): no command of its own.
 *
 * @param next the block below the command's
 */
export function typedAtQuestion({ text, into }: DraftCommand, next: Draft | undefined): string | null {
  if (next === undefined) return null;
  const { block, mark } = next.view;
  const typed = block.lines
    .map((line) => line.text)
    .join('\n')
    .trim();
  const { asks, opens } = effectsOf(text);
  if (block.lang === 'terminal:input') return asks === null ? null : typed;
  if (mark !== 'run') return null;
  if (/^(?:y|n|yes|no)$/i.test(typed)) return typed;
  const mayAsk = into === 'shell' && (asks !== null || opens?.into === 'repl');
  return mayAsk && /^[\w.@!#%+-]+$/.test(typed) && programLikeness(typed) === 'unknown' ? typed : null;
}

const telling = /^\s*(?:[$#>]\s+)?(?:enter\s+)?(?:password|비밀번호|암호|パスワード|密码|密碼)\s*[:：]?\s+(\S+)\s*$/iu;

/** The password that a line below a client tells: `password tea`, `Enter password: tea`; null where it tells none. */
export function passwordTold(line: string): string | null {
  return telling.exec(line)?.[1] ?? null;
}

/** Whether a command asks for a password, and the line below it is what its reader types then, not what it prints. */
export function answersPassword(text: string, line: string): boolean {
  return passwordTold(line) !== null && !/enter/i.test(line) && /password/i.test(effectsOf(text).asks ?? '');
}

/** `-e MYSQL_ROOT_PASSWORD=tea`, `MYSQL_ROOT_PASSWORD: "tea"` */
const given = /\b[A-Z_]*PASSWORD\b["']?\s*[=:]\s*["']?([^\s"'\\<>$`]+)/g;

/** The password that the page set last, for root or for another user; none where that is not clear. */
function passwordIn(above: string, client: string): readonly string[] {
  const root = !/(?:-u|--user[= ])\s*["']?(?!root\b)\w/.test(client);
  const all = [...above.matchAll(given)];
  const own = all.filter(([whole]) => whole.includes('ROOT') === root);
  const last = (own.length > 0 ? own : all).at(-1)?.[1];
  return last === undefined ? [] : [last];
}
