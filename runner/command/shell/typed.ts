import { linesOf } from '../../core/lines.ts';
import { straighten } from '../placeholders/mask.ts';

/** A continuation mark that continues nothing: blanks, or a remark, stand behind it. */
const broken = /(?<=\s)\\[ \t]+(?:#.*|\/\/ .*|←.*|\(.*\)[ \t]*)?$/;

/** Whether a line is meant to go on, though it does not for a shell. */
export function isBrokenContinuation(line: string): boolean {
  return broken.test(line);
}

/** Whether `next` is an option of the command on `line` that the author put on a line of its own without a mark. */
export function isUnmarkedContinuation(line: string, next: string): boolean {
  const opens = /^\s*(?:sudo\s+)?docker\s+(?:container\s+|image\s+|service\s+)?(?:run|create|build)\b/.test(line);
  const marked = /[\\`^|&]\s*(?:#.*)?$/.test(line) || broken.test(line);
  // Columns are those of a help text.
  return opens && !marked && /^\s*--?[a-z][\w-]*(?:[\s=]|$)/i.test(next) && !/\S\s{2,}[A-Z]/.test(next);
}

/** What a reader types for a command as written. `marked`: its lines carry continuation marks or need none. */
export function typedText(text: string, marked: boolean): string {
  const lines = linesOf(straighten(text));
  const mended = lines.map((line, index) => (index < lines.length - 1 ? line.replace(broken, '\\') : line));
  const typed = marked
    ? mended.join('\n')
    : mended.map((line, index) => (index === 0 ? line.trimEnd() : line.trim())).join(' ');
  // A word processor makes one dash of two.
  return typed.replace(/(?<=\s)[–—](?=[a-z]{2})/g, '--');
}
