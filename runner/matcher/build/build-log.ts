import { shortImage } from '../../command/index.ts';
import { escaped } from '../../core/escaped.ts';
import { squash } from '../../core/words.ts';
import { withoutCut } from '../tolerances/cut.ts';
import type { Cause } from './failure.ts';

/** A build as its log tells it, whatever builder and display it came from. */
export interface BuildLog {
  readonly display: Display;
  readonly steps: readonly BuildStep[];
  /** Names that the image got. */
  readonly tags: readonly string[];
  /** ID of the built image, short or long. */
  readonly image: string | null;
  readonly failure: BuildFailure | null;
  /** What the build reads before its steps, as BuildKit tells it: the Dockerfile and images; cut ones end in `…`. */
  readonly reads: readonly string[];
  /** Lines of the Dockerfile that the log quotes, and lines that belong to nothing known. */
  readonly quoted: readonly string[];
  /** The log says that it came to an end, good or bad. */
  readonly ended: boolean;
  /** The author left out steps after the last one shown. */
  readonly openEnd: boolean;
}

export type Display = 'classic' | 'plain' | 'terminal';

export interface BuildStep {
  /** Name of the stage; empty where there is only one or the builder does not say. */
  readonly stage: string;
  readonly number: number;
  readonly total: number;
  /** The name that a `FROM … AS name` gives its stage; null where the log does not say. */
  readonly opens: string | null;
  readonly instruction: string;
  /** The display cut the instruction at the terminal's edge. */
  readonly cut: boolean;
  readonly cached: boolean;
  /** What it printed; null where the display does not show it. */
  readonly output: readonly string[] | null;
  readonly ids: StepIds;
  /** Lines left out directly before it, or among its own. */
  readonly elidedBefore: boolean;
  readonly elidedWithin: boolean;
  /** Index of its first line within the log. */
  readonly at: number;
}

/** IDs that the classic builder shows; null where it does not. */
export interface StepIds {
  readonly container: string | null;
  readonly removed: string | null;
  readonly layer: string | null;
}

export interface BuildFailure {
  readonly cause: Cause;
  /** The step that failed, as BuildKit names it above its output (`[3/3] RUN cat x`); null where nothing names it. */
  readonly step: string | null;
  /** What the failing command printed; null where the display does not show it. */
  readonly output: readonly string[] | null;
}

/** Instructions for which BuildKit shows no step of their own. */
const silent =
  /^(?:LABEL|ENV|EXPOSE|CMD|ENTRYPOINT|USER|VOLUME|ARG|SHELL|HEALTHCHECK|STOPSIGNAL|MAINTAINER|ONBUILD)\b/i;

/** Whether both builders show the instruction. */
export function isVisible(instruction: string): boolean {
  return !silent.test(instruction);
}

/** An instruction as both builders would write it. */
export function normalInstruction(text: string): string {
  const line = squash(text);
  const [word = ''] = line.split(' ');
  const rest = line.slice(word.length).trim();
  if (word.toUpperCase() !== 'FROM') return `${word.toUpperCase()} ${rest}`.trim();
  return `FROM ${shortImage(rest.replace(/^--platform=\S+ /, '').replace(/ as \S+$/i, ''))}`;
}

/** What an instruction runs, as one would type it. */
export function typedBy(instruction: string): string {
  return instruction.replace(/^RUN (?:--\S+ )*/, '');
}

/** Whether two instructions are the same, one of them perhaps cut at the terminal's edge. */
export function sameStepText(
  left: { instruction: string; cut: boolean },
  right: { instruction: string; cut: boolean },
  across: boolean,
): boolean {
  const [one, other] = [withoutCut(left.instruction), right.instruction];
  if (one === other) return true;
  if ((left.cut || one !== left.instruction) && other.startsWith(one)) return true;
  if (right.cut && one.startsWith(other)) return true;
  return across && (isFilledIn(one, other) || isFilledIn(other, one));
}

/** BuildKit shows the value of a variable where the classic builder shows its name. */
function isFilledIn(named: string, filled: string): boolean {
  const parts = named.split(/\$\{?\w+\}?/);
  if (parts.length < 2) return false;
  const form = parts.map(escaped).join('\\S*');
  return new RegExp(`^${form}$`).test(filled);
}
