import { type PrintedBy, wasGiven } from '../command/index.ts';
import { isElision } from '../core/elision.ts';
import { withoutContinuedRows } from './tables/continued-rows.ts';
import { asOneProcessTable } from './tables/process-tables.ts';

/** Another way to read an output: as it would be if what means nothing had come out otherwise. */
export interface Rereading extends PrintedBy {
  /** The tolerance under which it is listed. */
  readonly name: string;
  /** The lines as they read then; null where there is nothing to read otherwise. */
  readonly read: (lines: readonly string[], other: readonly string[]) => readonly string[] | null;
}

/** Other ways to read the output of some commands, tried where the plain way fails. */
export const rereadings: readonly Rereading[] = [
  { name: 'elision', read: withDotsAsElision },
  { name: 'elision', read: withRestOfAnswered },
  { name: 'wrapped-line', of: ['docker'], read: withoutContinuations },
  {
    // `ls` without `-l` prints in columns, as many as the terminal is wide.
    name: 'wrapped-line',
    of: ['ls'],
    asked: (printer) => !wasGiven(printer, 'l', 'size', 'human-readable'),
    read: (lines) => lines.flatMap((line) => line.trim().split(/\s+/)).sort(),
  },
  { name: 'wrapped-line', of: ['docker compose'], read: withoutContinuedRows },
  { name: 'column-layout', of: ['docker compose top'], read: asOneProcessTable },
  { name: 'usage-hint', of: ['docker'], read: withoutSummary },
  {
    name: 'stream-order',
    of: ['logs', 'run', 'start', 'attach'].map((verb) => `docker container ${verb}`),
    read: byStream,
  },
  { name: 'row-order', of: ['docker image prune', 'docker system prune'], read: byRemoval },
  { name: 'row-order', of: ['nslookup'], read: byAnswer },
];

/** Dots or colons one below the other stand for lines left out, one alone may be output. */
function withDotsAsElision(lines: readonly string[]): readonly string[] | null {
  const dots = lines.map((line) => /^\s*[.:·]\s*$/.test(line));
  const isOne = (index: number) => dots[index] === true && (dots[index - 1] === true || dots[index + 1] === true);
  return dots.some((_, index) => isOne(index)) ? lines.map((line, index) => (isOne(index) ? '...' : line)) : null;
}

/** A transcript that ends with the reader's yes shows what was asked, not what came of it. */
function withRestOfAnswered(lines: readonly string[]): readonly string[] | null {
  return /\[y\/N\]\W* y(?:es)?$/i.test(lines.at(-1)?.trimEnd() ?? '') ? [...lines, '...'] : null;
}

/** A command that is shown to be copied stands on one line, or on several that end in a backslash. */
function withoutContinuations(lines: readonly string[]): readonly string[] | null {
  const text = lines.join('\n');
  const joined = text.replace(/ \\\n\s*/g, ' ');
  return joined === text ? null : joined.split('\n');
}

/** Up to Docker 27 a complaint about arguments ends in a sentence on what the command does. */
function withoutSummary(lines: readonly string[]): readonly string[] | null {
  const usage = lines.findIndex((line) => /^Usage: {2}docker \S/.test(line));
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
function byStream(lines: readonly string[]): readonly string[] | null {
  if (lines.some(isElision)) return null;
  const errors = lines.filter((line) => errorLog.test(line));
  return errors.length === 0 || errors.length === lines.length
    ? null
    : [...lines.filter((line) => !errorLog.test(line)), ...errors];
}

/** Which image goes first when several do means nothing. */
function byRemoval(lines: readonly string[]): readonly string[] | null {
  const first = lines.findIndex((line) => removal.test(line));
  const rest = lines.slice(first).findIndex((line) => !removal.test(line));
  const end = rest < 0 ? lines.length : first + rest;
  return first < 0
    ? null
    : [...lines.slice(0, first), ...lines.slice(first, end).sort().reverse(), ...lines.slice(end)];
}

const removal = /^(?:untagged|deleted): /i;

/** nslookup asks for both kinds of address at once and shows the answers as they come. */
function byAnswer(lines: readonly string[]): readonly string[] | null {
  const answers = lines.join('\n').split(/\n(?=Non-authoritative answer:)/);
  const parts = answers.map((answer) => answer.trimEnd());
  return parts.length < 3 || lines.some(isElision)
    ? null
    : [parts[0] ?? '', ...parts.slice(1).sort((left, right) => left.length - right.length)].flatMap((part) =>
        part.split('\n'),
      );
}
