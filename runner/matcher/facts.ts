import { asksVersion, isOf, listsAll, logPassesBy, type Printer, printersOf } from '../command/index.ts';
import type { Bindings } from '../core/match.ts';
import { substituteBindings } from './bindings/typed-words.ts';
import { readTemplateLines } from './template-fields.ts';
import type { Context, Place } from './tolerances/tolerance.ts';

/** What the matcher needs to know of the command whose output it compares. */
export interface CommandFacts extends Place {
  /** Whose output is shown. */
  readonly shown: readonly Printer[];
  /** All that the machine has is listed; null where the command is none that lists that. */
  readonly listsAll: boolean | null;
  /** Beside the output stands what a container has written to its error stream so far, errors too. */
  readonly passesBy: boolean;
}

/** Reads a command, with the values that earlier steps have tied to real ones. */
export function readCommand(text: string, bindings: Bindings = {}): CommandFacts {
  const printers = printersOf(text);
  const shown = printers.filter((printer) => printer.shown);
  return {
    printers,
    shown,
    stated: new Set(wordsOf(text)),
    ...readContext(text, bindings),
    asksVersion: printers.some(asksVersion),
    measured: shown.some(asksSize),
    onHost: printers.every(({ where }) => where === 'host') && !isOf(printers, 'docker container attach'),
    listsAll: listsAll(shown),
    passesBy: logPassesBy(text),
  };
}

/** Reads what of a command changes how the lines of its output are read. */
export function readContext(text: string, bindings: Bindings): Context {
  return {
    typed: new Map(substituteBindings(text, bindings).used.map((word) => [word.expected, word])),
    asked: readTemplateLines(printersOf(text)),
  };
}

const sizes = new Set(['Size', 'VirtualSize', 'SizeRw', 'SizeRootFs']);

function asksSize({ template }: Printer): boolean {
  return (
    template?.parts?.some((part) => 'fields' in part && part.fields.length === 1 && sizes.has(part.fields[0] ?? '')) ??
    false
  );
}

function wordsOf(text: string): string[] {
  const words = text.split(/[\s;&|()'"`<>]+/).filter((word) => word !== '');
  return words.flatMap((word) => (word.includes('=') ? [word, ...word.split('=')] : [word]));
}
