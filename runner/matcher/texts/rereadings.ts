import { isOf, isRelay } from '../../command/index.ts';
import { isElision } from '../../core/elision.ts';
import type { CommandFacts } from '../facts.ts';
import { readHeader } from '../tables/header.ts';
import type { Lines } from './readings.ts';

/** Dots or colons one below the other stand for lines left out, one alone may be output. */
export function withDotsAsElision(lines: Lines): Lines | null {
  const dots = lines.map((line) => /^\s*[.:·]\s*$/.test(line));
  const isOne = (index: number) => dots[index] === true && (dots[index - 1] === true || dots[index + 1] === true);
  return dots.some((_, index) => isOne(index)) ? lines.map((line, index) => (isOne(index) ? '...' : line)) : null;
}

/** zsh writes a `%` behind an output that does not end its last line, and authors copy it along. */
export function withoutUnendedMark(lines: Lines, other: Lines): Lines | null {
  const [last = '', theirs = ''] = [lines.at(-1), other.at(-1)];
  return last === `${theirs}%` && /\S$/.test(theirs) ? lines.with(-1, theirs) : null;
}

/** The rows of a table whose header the author left out. */
export function withHeader(lines: Lines, other: Lines): Lines | null {
  const header = lacksHeader(lines) ? other.find((line) => readHeader(line) !== null) : undefined;
  return header === undefined ? null : [header, ...lines];
}

function lacksHeader(lines: Lines): boolean {
  if (isElision(lines[0] ?? '')) return true;
  const rows = lines.filter((line) => line.trim() !== '');
  return rows.length > 0 && rows.every((line) => /\S\s{2,}\S/.test(line.trim()) && readHeader(line) === null);
}

/** The lines in the order of their letters. */
export function sorted(lines: Lines): Lines {
  return [...lines].sort(new Intl.Collator('en').compare);
}

/** A transcript that ends with the reader's yes shows what was asked, not what came of it. */
export function withRestOfAnswered(lines: Lines): Lines | null {
  return /\[y\/N\]\W* y(?:es)?$/i.test(lines.at(-1)?.trimEnd() ?? '') ? [...lines, '...'] : null;
}

/** The log of a pull is copied up to its digest; what was pulled stands there already. */
export function withRestOfPull(lines: Lines): Lines | null {
  return /^Digest: sha256:[0-9a-f]+$/.test(lines.at(-1)?.trim() ?? '') ? [...lines, '...'] : null;
}

/** A command that is shown to be copied stands on one line, or on several that end in a backslash. */
export function withoutContinuations(lines: Lines): Lines | null {
  const text = lines.join('\n');
  const joined = text.replace(/ \\\n\s*/g, ' ');
  return joined === text ? null : joined.split('\n');
}

/** Up to Docker 27 a complaint about arguments ends in a sentence on what the command does. */
export function withoutSummary(lines: Lines): Lines | null {
  const usage = lines.findIndex((line) => line.startsWith('Usage:  docker '));
  const complains = lines
    .slice(0, Math.max(0, usage))
    .some((line) => /\b(?:requires|accepts)\b.* arguments?\b/.test(line));
  const summary = lines.findIndex((line, index) => index > usage && line.trim() !== '');
  return complains && /^[A-Z][^:'"]*$/.test(lines[summary] ?? '')
    ? lines.filter((_, index) => index !== summary)
    : null;
}

/** Lines of the error logs of nginx and httpd, which go to the other stream than all else. */
const errorLog =
  /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d \[\w+\] \d+#|^\[\w{3} \w{3} [ \d]\d [\d:.]+ \d{4}\] \[|^AH\d{5}: |^tar: /;

/** Docker keeps the order of lines within a stream; those of the two come together as it happens. */
export function byStream(lines: Lines): Lines | null {
  if (lines.some(isElision)) return null;
  const errors = lines.filter((line) => errorLog.test(line));
  return errors.length === 0 || errors.length === lines.length
    ? null
    : [...lines.filter((line) => !errorLog.test(line)), ...errors];
}

/** Which image goes first when several do means nothing. */
export function byRemoval(lines: Lines): Lines | null {
  const first = lines.findIndex((line) => removal.test(line));
  const rest = lines.slice(first).findIndex((line) => !removal.test(line));
  const end = rest < 0 ? lines.length : first + rest;
  return first < 0
    ? null
    : [...lines.slice(0, first), ...lines.slice(first, end).sort().reverse(), ...lines.slice(end)];
}

const removal = /^(?:untagged|deleted): /i;

/** nslookup asks for both kinds of address at once and shows the answers as they come. */
export function byAnswer(lines: Lines): Lines | null {
  const answers = lines.join('\n').split(/\n(?=Non-authoritative answer:)/);
  const parts = answers.map((answer) => answer.trimEnd());
  return parts.length < 3 || lines.some(isElision)
    ? null
    : [parts[0] ?? '', ...parts.slice(1).sort((left, right) => left.length - right.length)].flatMap((part) =>
        part.split('\n'),
      );
}

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
