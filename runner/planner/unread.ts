import { placeholdersIn, understand } from '../command/index.ts';
import type { Chapter } from '../core/chapter.ts';
import { inlineCodeIn } from '../core/inline-code.ts';
import type { Step, UnreadCommand } from '../core/plan.ts';
import { squash } from '../core/words.ts';
import { commandness } from './lines/commandness.ts';

/**
 * Commands in the running text that no step types, each once: a reader may have to type them, and a run that does not
 * should say so. A mention of what a step types anyway is none, nor is a form with placeholders.
 */
export function unreadCommands(chapter: Chapter, steps: readonly Step[]): readonly UnreadCommand[] {
  return commandSpans(chapter, steps).map(({ line, text }) => ({ line, text }));
}

/** The same, each with its offset in the source; below 0 where it stands there otherwise than a reader sees it. */
export function commandSpans(
  { prose, source }: Chapter,
  steps: readonly Step[],
): readonly (UnreadCommand & { readonly start: number })[] {
  const typed = steps.flatMap((step) => (step.type === 'command' ? [plain(step.text)] : [])).join('\n');
  const found = new Map<string, UnreadCommand & { start: number }>();
  for (const { kind, text, line, range } of prose) {
    if (kind === 'heading') continue;
    for (const code of spansOf(text)) {
      const command = plain(code);
      if (!found.has(command) && isWhole(command) && !typed.includes(command))
        found.set(command, { line, text: command, start: source.indexOf(code.trim(), range.start) });
    }
  }
  return [...found.values()];
}

/** Inline code, and lines that are nothing but a command. */
function spansOf(text: string): readonly string[] {
  const code = inlineCodeIn(text).map((one) => one.text);
  const [only, ...more] = text.split('\n').filter((line) => !line.includes('`'));
  // Among others, a line must be one of Docker's for certain.
  return [
    ...code,
    ...(more.length === 0 ? [only ?? ''] : [only ?? '', ...more].filter((line) => commandness(line) > 0.95)),
  ];
}

/** A program's name alone, or a part of its manual, is only talked about. */
function isWhole(command: string): boolean {
  if (command.length > 200 || !command.includes(' ') || placeholdersIn(command).length > 0) return false;
  const [call] = understand(command).calls;
  const isBare = call?.docker != null && call.docker.operands.length === 0 && call.docker.options.length === 0;
  return !isBare && commandness(command) >= 0.8;
}

function plain(text: string): string {
  return squash(text.trim().replace(/^\$\s+/, ''));
}
