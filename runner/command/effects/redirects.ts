import type { ShellRedirect, SimpleCommand } from '../shell/script.ts';
import type { Call } from '../understand.ts';
import type { Parts } from './effect-parts.ts';
import { operandsOf } from './programs/program-table.ts';

/** Files that the redirections of a command read and write. */
export function redirectParts(command: SimpleCommand): Parts {
  const writes = command.redirects.filter(({ operator, target }) => isWrite(operator) && !target.startsWith('/dev/'));
  const reads = command.redirects.filter(
    ({ operator, target }) => /^\d*<$/.test(operator) && !target.startsWith('/dev/'),
  );
  return { writesFiles: writes.map(({ target }) => target), readsFiles: reads.map(({ target }) => target) };
}

/** What `cat <<EOF > f`, `tee f <<EOF`, `echo x > f` and `printf x > f` write. */
export function contentParts(call: Call, input: string | null): Parts {
  const file = call.command.redirects.find(({ operator, target }) => isWrite(operator) && !target.startsWith('/dev/'));
  const path = file?.target ?? (call.program === 'tee' ? operandsOf(call.args)[0] : undefined);
  const content = contentOf(call, input);
  if (path === undefined || content === null) return {};
  const append = file?.operator.includes('>>') ?? call.args.includes('-a');
  return { writesContent: [{ path, content, append }] };
}

/** Whether standard output goes elsewhere than to the terminal. */
export function isRedirected(command: SimpleCommand): boolean {
  return command.redirects.some(
    ({ operator }) => /^(?:1|&)?>[>|]?$/.test(operator) || operator === '>&' || operator === '&>>',
  );
}

/** What a command reads from a heredoc or a here-string; null where from neither. */
export function inputOf(redirects: readonly ShellRedirect[]): string | null {
  const here = redirects.findLast(({ operator }) => /<<[-<]?$/.test(operator));
  if (here === undefined) return null;
  if (here.operator.endsWith('<<<')) return `${here.target}\n`;
  return here.operator.endsWith('-') ? (here.body ?? '').replace(/^\t+/gm, '') : here.body;
}

function contentOf(call: Call, input: string | null): string | null {
  if (call.program === 'cat' || call.program === 'tee') return input;
  if (call.program === 'echo') return echoed(call.args);
  return call.program === 'printf' && call.args.length === 1 ? unescaped(call.args[0] ?? '') : null;
}

function echoed(args: readonly string[]): string {
  const flags = args.findIndex((arg) => !/^-[neE]+$/.test(arg));
  const words = flags < 0 ? [] : args.slice(flags);
  const options = (flags < 0 ? args : args.slice(0, flags)).join('');
  const text = words.join(' ');
  return `${options.includes('e') ? unescaped(text) : text}${options.includes('n') ? '' : '\n'}`;
}

function unescaped(text: string): string {
  return text.replace(/\\n/g, '\n').replace(/\\t/g, '\t').replace(/\\\\/g, '\\');
}

function isWrite(operator: string): boolean {
  return /^(?:\d*|&)>[>|]?$/.test(operator);
}
