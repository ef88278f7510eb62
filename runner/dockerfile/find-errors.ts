import type { Dockerfile, DockerfileError, DockerfileErrorCode, Instruction } from './dockerfile.ts';

/** Instructions, each with the fewest arguments it takes. */
const known: Readonly<Record<string, number>> = {
  ADD: 2,
  ARG: 1,
  CMD: 0,
  COPY: 2,
  ENTRYPOINT: 0,
  ENV: 1,
  EXPOSE: 1,
  FROM: 1,
  HEALTHCHECK: 1,
  LABEL: 1,
  MAINTAINER: 1,
  ONBUILD: 1,
  RUN: 1,
  SHELL: 1,
  STOPSIGNAL: 1,
  USER: 1,
  VOLUME: 1,
  WORKDIR: 1,
};

/** Whether a word, in capitals, is an instruction. */
export function isInstruction(word: string): boolean {
  return Object.hasOwn(known, word);
}

/** What the builder would refuse, in the order of the file. */
export function findErrors(dockerfile: Omit<Dockerfile, 'errors'>): readonly DockerfileError[] {
  const { instructions, stages } = dockerfile;
  const [first] = instructions;
  if (first === undefined) return [{ code: 'empty', subject: '', line: 1, column: 1, offset: 0 }];
  const early = instructions.find(({ keyword }) => keyword !== 'ARG');
  const names = stages.map(({ name }) => name);
  const errors = instructions.flatMap((instruction) => wrongIn(instruction));
  const twice = stages.flatMap(({ name, instructions: own }, index) => {
    const repeated = name !== null && names.indexOf(name) < index;
    return repeated && own[0] !== undefined ? [error('duplicate-stage', own[0], name)] : [];
  });
  const noFrom =
    early === undefined
      ? error('no-from', first)
      : early.keyword === 'FROM' || !isInstruction(early.keyword)
        ? null
        : error('no-from', early);
  return [...(noFrom === null ? [] : [noFrom]), ...errors, ...twice].sort((a, b) => a.offset - b.offset);
}

function error(code: DockerfileErrorCode, at: Instruction, subject: string = at.written): DockerfileError {
  return { code, subject, line: at.line, column: at.column, offset: at.start };
}

function wrongIn(instruction: Instruction): readonly DockerfileError[] {
  const { keyword, heredocs, text, form } = instruction;
  if (!isInstruction(keyword)) return [error('unknown-instruction', instruction)];
  const open = heredocs.find(({ closed }) => !closed);
  if (open !== undefined) return [error('open-heredoc', instruction, open.name)];
  if (instruction.arguments.length === 0 && heredocs.length === 0 && known[keyword] !== 0)
    return [error('missing-arguments', instruction)];
  const wrong = wrongArgument(instruction);
  if (wrong !== null) return [error(keyword === 'ONBUILD' ? 'wrong-trigger' : 'wrong-arguments', instruction, wrong)];
  // A shell may begin with a test: `RUN [ -f x ]`, `RUN [[ … ]]`.
  const json =
    /^\[\s*["'“]/.test(text) &&
    form === 'shell' &&
    ['CMD', 'ENTRYPOINT', 'RUN', 'COPY', 'ADD', 'VOLUME', 'SHELL'].includes(keyword);
  return json ? [error('malformed-json', instruction, text)] : [];
}

/** The word that makes the arguments wrong; null where they are right. */
function wrongArgument({ keyword, arguments: words, heredocs, trigger, form }: Instruction): string | null {
  switch (keyword) {
    case 'FROM':
      return words.length === 1 || (words.length === 3 && words[1]?.toLowerCase() === 'as') ? null : (words[1] ?? '');
    case 'COPY':
    case 'ADD':
      return words.length >= 2 || heredocs.length > 0 ? null : (words[0] ?? '');
    case 'EXPOSE':
      return words.find((word) => !/^(?:\d+(?:-\d+)?(?:\/(?:tcp|udp|sctp))?|.*\$.*)$/i.test(word)) ?? null;
    case 'ENV':
    case 'LABEL':
      return words.length === 1 && !words[0]?.includes('=') ? (words[0] ?? '') : null;
    case 'STOPSIGNAL':
      return words.length === 1 ? null : (words[1] ?? '');
    case 'HEALTHCHECK':
      return /^(?:CMD|NONE)$/i.test(words[0] ?? '') ? null : (words[0] ?? '');
    case 'SHELL':
      return form === 'exec' ? null : (words[0] ?? '');
    case 'ONBUILD':
      return trigger !== null &&
        isInstruction(trigger.keyword) &&
        !['FROM', 'ONBUILD', 'MAINTAINER'].includes(trigger.keyword)
        ? null
        : (words[0] ?? '');
    default:
      return null;
  }
}
