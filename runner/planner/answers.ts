import { effectsOf } from '../command/index.ts';
import type { DraftCommand } from './draft.ts';

/** A question at the end of which its answer stands: `… [y/N] y`. */
const asked =
  /(?:\[[yY]\/[nN]\]|\([yY](?:es)?\/[nN](?:o)?\)|\b(?:Username|Login|Continue)\s*(?:\([^)]*\))?)\s*[:?]?\s+(\S+)\s*$/gmu;

/**
 * What the reader types at the questions of a command: shown in its output, else the yes that prune asks for. A package
 * manager's question is answered where the output goes on behind it.
 */
export function answersTo({ text, expected }: DraftCommand): readonly string[] {
  const shown = [...(expected?.text ?? '').matchAll(asked)].map((match) => match[1] ?? '');
  if (shown.length > 0) return shown;
  const { asks } = effectsOf(text);
  if (asks === null) return [];
  const agreed = expected !== null && asks.includes('[Y/n]');
  return agreed || /\[y\/N\]|\(y\/n\)|yes\/no/.test(asks) ? ['y'] : [];
}
