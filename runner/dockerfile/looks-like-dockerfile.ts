import { placeholdersIn } from '../command/index.ts';
import type { Dockerfile, Instruction } from './dockerfile.ts';
import { isInstruction } from './find-errors.ts';
import { parseDockerfile } from './parse-dockerfile.ts';

/** What a text is, seen as a Dockerfile. */
export interface DockerfileLikeness {
  readonly form: /** It begins with `FROM` (after comments and `ARG`) and every line belongs to an instruction. */
    | 'complete'
    /** Instructions without a `FROM`. */
    | 'fragment'
    /** The same thing written in several ways, one of which is meant. */
    | 'alternatives'
    /** The form of an instruction, with placeholders. */
    | 'synopsis'
    | 'none';
  /** From 0 to 1: how sure. */
  readonly score: number;
  readonly reasons: readonly string[];
}

/** Weighs whether a text is a Dockerfile, a part of one, or no such thing. */
export function looksLikeDockerfile(text: string): DockerfileLikeness {
  const dockerfile = parseDockerfile(text);
  const { instructions } = dockerfile;
  const good = instructions.filter(({ keyword }) => isInstruction(keyword));
  if (good.length === 0) return { form: 'none', score: 0.98, reasons: ['no line is an instruction'] };
  const capital = good.filter(({ written, keyword }) => written === keyword).length / good.length;
  const share = (good.length / instructions.length) * (capital < 0.5 ? 0.5 : 1);
  if (share < 0.6)
    return {
      form: 'none',
      score: 1 - share,
      reasons: [`${instructions.length - good.length} of ${instructions.length} lines are no instructions`],
    };
  const marks = good.filter(hasPlaceholder);
  if (marks.length > 0 && marks.length >= good.length / 2) {
    return { form: 'synopsis', score: 0.9, reasons: [`"${marks[0]?.written} ${marks[0]?.text}" is to be filled in`] };
  }
  const choice = alternative(dockerfile, good);
  if (choice !== null) return { form: 'alternatives', score: 0.8, reasons: [choice] };
  const strange =
    instructions.length > good.length ? [`${instructions.length - good.length} lines are no instructions`] : [];
  if (dockerfile.stages.length === 0)
    return { form: 'fragment', score: share * 0.9, reasons: ['it has no FROM', ...strange] };
  return { form: 'complete', score: share * 0.97, reasons: ['it begins with FROM', ...strange] };
}

/** A variable's default, a test and a heredoc's mark are no placeholders. */
function hasPlaceholder({ keyword, text }: Instruction): boolean {
  // The reference's own words for the forms of RUN, CMD and ENTRYPOINT.
  if (/\bparam_?1\b|"(?:executable|실행파일|실행 파일)"/.test(text)) return true;
  if (/^(?:RUN|CMD|ENTRYPOINT|HEALTHCHECK)$/.test(keyword) && !/^(?:\[?["<[][^"]*[\]>]|<)/.test(text)) {
    return placeholdersIn(`x ${text}`).some(({ style, confidence }) => style === 'angle' && confidence > 0.8);
  }
  return placeholdersIn(`x ${text}`).some(
    ({ style, confidence }) => confidence > 0.8 && style !== 'upper' && style !== 'x',
  );
}

/** Two commands to start in one stage, or stages of which none uses another and none has a name. */
function alternative({ stages }: Dockerfile, good: readonly Instruction[]): string | null {
  const groups = stages.length === 0 ? [good] : stages.map(({ instructions }) => instructions);
  for (const keyword of ['CMD', 'ENTRYPOINT']) {
    const twice = groups.some((group) => group.filter((instruction) => instruction.keyword === keyword).length > 1);
    if (twice) return `it has ${keyword} twice`;
  }
  const used = good.some(({ flags }) => flags.some(({ name }) => name === 'from'));
  const named = stages.some(({ name, parent }) => name !== null || parent !== null);
  return stages.length > 1 && !used && !named
    ? `it has ${stages.length} FROMs that have nothing to do with each other`
    : null;
}
