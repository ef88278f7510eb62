import { placeholdersIn } from '../command/index.ts';
import type { Dockerfile, Instruction } from './dockerfile.ts';
import { isInstruction } from './find-errors.ts';
import { parseDockerfile } from './parse-dockerfile.ts';
import { stagesUsed } from './sources-of.ts';

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
  if (!anyInstruction.test(text)) return { form: 'none', score: 0.98, reasons: ['no line is an instruction'] };
  const dockerfile = parseDockerfile(text);
  const { instructions } = dockerfile;
  const good = instructions.filter(({ keyword }) => isInstruction(keyword));
  if (good.length === 0) return { form: 'none', score: 0.98, reasons: ['no line is an instruction'] };
  const strange = instructions.length - good.length;
  const remarks = strange > 0 ? [`${strange} of ${instructions.length} lines are no instructions`] : [];
  const share = (good.length / instructions.length) * (isShouted(good) ? 1 : 0.5);
  if (share < 0.6)
    return { form: 'none', score: 1 - share, reasons: remarks.length > 0 ? remarks : ['no keyword is in capitals'] };
  const mark = good.filter(hasPlaceholder);
  if (mark[0] !== undefined && mark.length >= good.length / 2) {
    return { form: 'synopsis', score: 0.9, reasons: [`"${mark[0].written} ${mark[0].text}" is to be filled in`] };
  }
  const choice = alternative(dockerfile, good);
  if (choice !== null) return { form: 'alternatives', score: 0.8, reasons: [choice] };
  if (dockerfile.stages.length === 0)
    return { form: 'fragment', score: share * 0.9, reasons: ['it has no FROM', ...remarks] };
  return complete(instructions, good, share, remarks);
}

const anyInstruction =
  /^[ \t\ufeff]*(?:FROM|RUN|CMD|LABEL|MAINTAINER|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|ONBUILD|STOPSIGNAL|HEALTHCHECK|SHELL)\b/im;

function complete(
  instructions: readonly Instruction[],
  good: readonly Instruction[],
  share: number,
  remarks: readonly string[],
): DockerfileLikeness {
  const transcript = instructions[0] !== good[0];
  const bare = good.every(({ keyword }) => keyword === 'FROM' || keyword === 'ARG');
  const reason = transcript ? 'it begins with another line' : bare ? 'it has nothing but FROM' : 'it begins with FROM';
  return { form: 'complete', score: share * 0.97 * (transcript || bare ? 0.75 : 1), reasons: [reason, ...remarks] };
}

/** Authors write keywords in capitals; sentences do not. */
function isShouted(good: readonly Instruction[]): boolean {
  return good.filter(({ written, keyword }) => written === keyword).length >= good.length / 2;
}

/** A variable's default, a test and a heredoc's mark are no placeholders. */
function hasPlaceholder({ keyword, text: whole }: Instruction): boolean {
  const text = whole.replace(/\s#\s.*$/s, '');
  // The reference's own words for the forms of RUN, CMD and ENTRYPOINT.
  if (/\bparam_?1\b|"(?:executable|실행파일|실행 파일)"/.test(text)) return true;
  if (['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK'].includes(keyword) && !/^(?:\[?["<[][^"]*[\]>]|<)/.test(text)) {
    return placeholdersIn(`x ${text}`).some(({ style, confidence }) => style === 'angle' && confidence > 0.8);
  }
  return placeholdersIn(`x ${text}`).some(
    ({ style, confidence }) => confidence > 0.8 && style !== 'upper' && style !== 'x',
  );
}

/** Two commands to start in one stage, or a stage that nothing after it uses. */
function alternative({ stages }: Dockerfile, good: readonly Instruction[]): string | null {
  const groups = stages.length === 0 ? [good] : stages.map(({ instructions }) => instructions);
  for (const keyword of ['CMD', 'ENTRYPOINT']) {
    const twice = groups.some((group) => group.filter((instruction) => instruction.keyword === keyword).length > 1);
    if (twice) return `it has ${keyword} twice`;
  }
  const used = new Set(good.flatMap(stagesUsed));
  const idle = stages.slice(0, -1).find(({ name, index }) => name === null && !used.has(String(index)));
  return idle === undefined ? null : `nothing uses the stage that begins with FROM ${idle.from}`;
}
