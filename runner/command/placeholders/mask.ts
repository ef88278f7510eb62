import { bracketed } from './bracketed.ts';

const masks: Readonly<Record<string, string>> = { '<': '‹', '>': '›', ' ': '\u00a0', '|': '¦' };
const marks: Readonly<Record<string, string>> = { '‹': '<', '›': '>', '\u00a0': ' ', '¦': '|' };

/**
 * Makes `<container id>` one word for the shell, to which it would be two redirections. The length stays the same;
 * `unmask` undoes it.
 */
export function maskAngles(text: string): string {
  if (!/<[^<>\n]+>/.test(text)) return text;
  const angles = bracketed(text).filter(({ style, confidence }) => style === 'angle' && confidence > 0.9);
  return angles.reduce(
    (line, { start, end }) =>
      line.slice(0, start) + line.slice(start, end).replace(/[<> |]/g, (mark) => masks[mark] ?? mark) + line.slice(end),
    text,
  );
}

/** The text as it was before `maskAngles`. */
export function unmask(text: string): string {
  return /‹[^›]*›/.test(text)
    ? text.replace(/‹[^›]*›/g, (word) => word.replace(/[‹›\u00a0¦]/g, (mark) => marks[mark] ?? mark))
    : text;
}
