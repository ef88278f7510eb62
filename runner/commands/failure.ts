import { type Locale, located, type Message, message, UserError } from '../core/message.ts';

/** How tutor ends after an error. */
export interface Failure {
  readonly message: Message;
  /** 1: a chapter is wrong. 2: what the user gave cannot be used. 3: the machine or tutor itself stood in the way. */
  readonly exitCode: 1 | 2 | 3;
}

/** What a file that the user named can be, in the words of errno(3). */
const ofFiles = new Set([
  'EACCES',
  'EEXIST',
  'EISDIR',
  'ELOOP',
  'ENAMETOOLONG',
  'ENOENT',
  'ENOTDIR',
  'ENOTEMPTY',
  'EPERM',
  'EROFS',
]);

/** What an error, whichever and wherever it was thrown, is to the user. */
export function failureOf(error: unknown): Failure {
  if (error instanceof UserError) return { message: error.details, exitCode: error.exitCode };
  const { code, path, message: text = String(error) } = error as Partial<NodeJS.ErrnoException>;
  const why = reasonIn(text);
  if (code !== undefined && /^E[A-Z0-9]+$/.test(code)) {
    if (path !== undefined && ofFiles.has(code)) {
      return { message: message('unusable-file', { path, why }), exitCode: 2 };
    }
    const what = path === undefined ? why : `${why} (${path})`;
    return { message: message('machine-failed', { why: what }), exitCode: 3 };
  }
  if (error instanceof RangeError && text.includes('call stack')) {
    return { message: message('nested-too-deeply'), exitCode: 2 };
  }
  return { message: message('tutor-failed', { why }), exitCode: 3 };
}

/** `no such file or directory` of `ENOENT: no such file or directory, open 'x'`; else the first line. */
function reasonIn(text: string): string {
  const [first = ''] = text.split('\n');
  return /^E[A-Z0-9]+: (.+?)(?:, \w+(?: '.*)?)?$/.exec(first)?.[1] ?? first;
}

/**
 * Tells the user about an error: one sentence, and its trace where they asked for that.
 *
 * @returns the exit code
 */
export function tellFailure(
  error: unknown,
  { stderr, env, locale }: Pick<NodeJS.Process, 'stderr' | 'env'> & { readonly locale: Locale },
): number {
  const { message: told, exitCode } = failureOf(error);
  stderr.write(`${located(told, locale)}\n`);
  if (env.TUTOR_DEBUG && error instanceof Error) stderr.write(`${error.stack}\n`);
  return exitCode;
}

/** Whether an error only says that nobody reads on: `| head` has seen enough, or the terminal was closed. */
export function isGoneReader(error: unknown, { stdout }: Pick<NodeJS.Process, 'stdout'>): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall === 'write' && (code === 'EPIPE' || (code === 'EIO' && stdout.isTTY));
}
