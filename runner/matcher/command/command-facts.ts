import { type Printer, printersOf } from '../../command/index.ts';
import type { Bindings } from '../../core/match.ts';
import { substituteBindings } from '../bindings/substitute.ts';
import type { Context, Place } from '../tolerances/tolerance.ts';
import { readAskedFields } from './asked-fields.ts';
import { readMachineFields } from './machine-fields.ts';

/** What the matcher needs to know of the command whose output it compares. */
export interface CommandFacts extends Place {
  readonly text: string;
  /** Who prints, those included of whom only errors are seen. */
  readonly printers: readonly Printer[];
  /** Whose output is shown. */
  readonly shown: readonly Printer[];
  /** Not everything is listed: an operand, `--filter`, `grep`, … Null where the command is none that lists. */
  readonly filtered: boolean | null;
}

/** Reads a command, with the values that earlier steps have tied to real ones. */
export function readCommand(text: string, bindings: Bindings = {}): CommandFacts {
  const printers = printersOf(text);
  return {
    text,
    printers,
    shown: printers.filter(({ shown }) => shown),
    stated: new Set(wordsOf(text)),
    ...readContext(text, bindings),
    machine: readMachineFields(text),
    asksVersion:
      /(?:^|\s)(?:--version|-v|-V|version)(?:\s|$)|\bversion\(\)|\buname -r\b|\{\{\s*\.?\w*Version|\/etc\/\S*(?:release|version)\b/.test(
        text,
      ),
    measured: /\{\{\s*(?:json )?\.(?:Size|VirtualSize|SizeRw|SizeRootFs)\s*\}\}/.test(text),
    onHost: !/\b(?:exec|run|attach|ssh)\b/.test(text),
    filtered: isFiltered(text),
  };
}

/** Reads what of a command changes how the lines of its output are read. */
export function readContext(text: string, bindings: Bindings): Context {
  return {
    typed: new Map(substituteBindings(text, bindings).used.map((word) => [word.expected, word])),
    asked: readAskedFields(text),
  };
}

function wordsOf(text: string): string[] {
  const words = text.split(/[\s;&|()'"`<>]+/).filter((word) => word !== '');
  return words.flatMap((word) => (word.includes('=') ? [word, ...word.split('=')] : [word]));
}

const listing =
  /\bdocker (?:(?:image|container|volume|network|service|node|stack|secret|config|context|plugin|buildx|builder)\s+(?:ls|list)|images|ps|container ps|stats|volume ls|network ls|search)\b([^;&\n]*)/g;

function isFiltered(text: string): boolean | null {
  let filtered: boolean | null = null;
  for (const match of text.matchAll(listing)) {
    const rest = match[1] ?? '';
    const narrowed =
      /\|/.test(rest) || /(?:^|\s)(?:-f|--filter|-l|--latest|-n|--last)(?:[\s=]|$)/.test(rest) || hasOperand(rest);
    filtered = (filtered ?? false) || narrowed;
  }
  return filtered;
}

function hasOperand(rest: string): boolean {
  const words = rest
    .replace(/(?:--format)[= ](?:'[^']*'|"[^"]*"|\S+)/g, '')
    .replace(/[12]?>+\s*\S+/g, '')
    .split(/\s+/);
  return words.some((word) => word !== '' && !word.startsWith('-') && !/^[\\#]/.test(word));
}
