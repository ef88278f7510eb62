import { shortImage } from '../../command/index.ts';
import { escaped } from '../../core/escaped.ts';
import { squash } from '../../core/words.ts';

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
  const [one, other] = [left.instruction.replace(/\s*(?:…|\.{3})$/, ''), right.instruction];
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
