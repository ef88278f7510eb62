import { typedLines } from './keys.ts';
import type { Program } from './programs.ts';

/** Some line editors take no more than a thousand characters. */
const mostTyped = 700;
const octal: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\\': '\\\\', "'": '\\047', '%': '%%' };

/** The lines to type for a command. */
export function linesFor(text: string, program: Pick<Program, 'style' | 'shellLike'>): string[] {
  return text.includes('\t') && isOtherShell(program) ? linesWithTabs(text) : typedLines(text);
}

/**
 * The lines for a command with tabs, in a shell other than bash: its line editor takes a tab for completion, and
 * BusyBox's knows no key that types one. The command is spelled for printf(1) and evaluated.
 */
function linesWithTabs(text: string): string[] {
  const pieces: string[] = [''];
  for (const character of text) {
    const spelled = octal[character] ?? character;
    if ((pieces.at(-1) ?? '').length + spelled.length > mostTyped) pieces.push('');
    pieces[pieces.length - 1] += spelled;
  }
  const [only, ...others] = pieces;
  if (others.length === 0) return [`eval "$(printf '${only}')"`];
  // What is substituted loses newlines at its end; the letter keeps them.
  const rest = others.map((piece) => `TYPED=\${TYPED%x}$(printf '${piece}x')`);
  return [`TYPED=$(printf '${only}x')`, ...rest, `eval "\${TYPED%x}"`];
}

/** Whether a program is a shell whose line editor is not bash's. */
function isOtherShell({ style, shellLike }: Pick<Program, 'style' | 'shellLike'>): boolean {
  return style === 'marked' || (style === 'text' && shellLike === true);
}
