import { isOf, isRelay } from '../../command/index.ts';
import type { CommandFacts } from '../facts.ts';
import type { Lines } from './text-canon.ts';

const remark = /^\s*(?:#|\/\/|※|<-+|←)\s+(\S.*)$/;

/** Programs whose output is the content of a file, in which a line like that counts. */
const printsFiles = 'cat head tail less more grep sed awk diff curl wget history crontab printf echo'.split(' ');

/**
 * The chapter's lines without remarks that its author wrote between the lines of an output: sentences behind a mark for
 * comments (`# the image is there now`).
 *
 * @returns null where there is none, or where such lines may be output: the command prints files or a program's
 *   output, or the real output has one
 */
export function withoutRemarks(expected: Lines, actual: Lines, { shown }: CommandFacts): Lines | null {
  if (isOf(shown, ...printsFiles) || shown.some(isRelay) || actual.some((line) => remark.test(line))) return null;
  const rest = expected.filter((line) => !isRemark(line));
  return rest.length === expected.length || rest.every((line) => line.trim() === '') ? null : rest;
}

function isRemark(line: string): boolean {
  const text = remark.exec(line)?.[1] ?? '';
  return /[가-힣]{2}/.test(text) ? /\s/.test(text) : /^[A-Za-z][\w'’,-]*(?: [\w'’`"().,/:-]+){2,}$/.test(text);
}
