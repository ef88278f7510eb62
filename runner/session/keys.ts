import { linesOf } from '../core/lines.ts';

const mayName = /\^|ctr?l|control/i;
const named = /^(?:(?:ctrl|control|ctl)\s*[-+]\s*|\^)([a-z\\[\]@_])$/i;

/** Ctrl-C, Ctrl-D, Ctrl-\, Ctrl-U (empties the line), Escape and Enter as the terminal sends them. */
export const keys = {
  interrupt: '\x03',
  endOfFile: '\x04',
  quit: '\x1c',
  killLine: '\x15',
  escape: '\x1b',
  enter: '\r',
} as const;

/** What lets go of a container that runs on: Ctrl-P Ctrl-Q, Docker's default. */
export const detachKeys = '\x10\x11';

/** What keys a step names: `Ctrl-P Ctrl-Q`, `^C`, `Ctrl+P, Ctrl+Q`, or control characters; null for a line of text. */
export function keysOf(text: string): string | null {
  const trimmed = text.trim();
  if (/^[\x01-\x08\x0e-\x1f]+$/.test(trimmed)) return trimmed;
  if (!mayName.test(trimmed)) return null;
  const words = trimmed
    .replace(/\s*([-+])\s*/g, '$1')
    .split(/[\s,]+|(?<=[a-z])(?=\^)/i)
    .filter((word) => !/^(?:then|and)$/i.test(word));
  const controls = words.map(controlOf);
  return words.length > 0 && controls.every((control) => control !== null) ? controls.join('') : null;
}

/** The lines to type for a command: control characters that would edit the line are left out, tabs are not. */
export function typedLines(text: string): string[] {
  return linesOf(text).map((line) => line.replace(/[\0-\x08\x0b-\x1f\x7f]/g, ''));
}

function controlOf(word: string): string | null {
  const letter = named.exec(word)?.[1];
  return letter === undefined ? null : String.fromCharCode(letter.toUpperCase().charCodeAt(0) & 0x1f);
}
