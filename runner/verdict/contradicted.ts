import { isOf, type Printer, printersOf, thoseOf, understand, wasGiven } from '../command/index.ts';
import type { DiffLine } from '../core/match.ts';
import { wordsOf } from '../core/words.ts';
import { formOf } from '../printed/index.ts';
import { namesIn, rowSubjects } from '../world/index.ts';
import { type Evidence, isContained } from './evidence.ts';

/**
 * Whether what came says otherwise of what the chapter has written itself: it names something of the chapter's that the
 * chapter does not show there, or does not name what it should; a row of the chapter's own thing is another one; a value
 * that the chapter shows twice is not one.
 */
export function isContradicted(evidence: Evidence): boolean {
  const { step, match, output, world, facts } = evidence;
  const printers = printersOf(step.text);
  const diff = match?.diff ?? [];
  const isAligned = isOneForOne(diff) || diff.some((line) => line.op === 'changed' || isSame(line));
  const isFixed = printers.length > 0 && printers.every((one) => isTextOfDocker(one) || endsBefore(one, diff));
  if (isAligned && (isSameForAll(evidence) || isFixed || asksHelp(step.text))) return true;
  if (isWritten(evidence, printers) || isTwofold(evidence) || isAskedFor(evidence)) return true;
  if (isOfMeanwhile(evidence, printers)) return false;
  const own = world.ownWords(facts);
  if (isOfNobody(evidence, printers, own) || isOwnMode(evidence, printers)) return true;
  const { form, table = null } = tableIn(printers);
  if (table !== null && diff.some((line) => isOwnRow(line, table, evidence, own))) return true;
  const shown = diff.flatMap((line) => (line.op === 'changed' || line.op === 'missing' ? [line.expected] : []));
  const came = diff.flatMap((line) => (line.op === 'changed' || line.op === 'unexpected' ? [line.actual] : []));
  if (namesOwn(came, step.expected?.text ?? '', own)) return true;
  // What shares nothing with the output may be no output of this command; one line in place of another one is.
  return (isAligned || form) && namesOwn(shown, output.text, own);
}

function isOneForOne(diff: readonly DiffLine[]): boolean {
  return diff.length === 2 && diff.some(({ op }) => op === 'missing') && diff.some(({ op }) => op === 'unexpected');
}

function isSame(line: DiffLine): boolean {
  return line.op === 'same' && line.expected.trim() !== '';
}

function tableIn(printers: readonly Printer[]): { readonly form: boolean; readonly table?: string } {
  const found = printers.find(({ output }) => output?.form === 'table')?.output;
  return found?.form === 'table' ? { form: true, table: found.table } : { form: false };
}

/** Whether lines name something of the chapter's own that another text does not. */
function namesOwn(lines: readonly string[], other: string, own: ReadonlySet<string>): boolean {
  const cells = new Set(cellsIn(other));
  const names = new Set(namesIn(other));
  // Parts of a path that the chapter has not typed may be folders of its author's.
  const partsOf = (cell: string) => (cell.startsWith('/') ? [] : namesIn(cell));
  return cellsIn(lines.join('\n')).some(
    (cell) => !cells.has(cell) && (own.has(cell) || partsOf(cell).some((name) => own.has(name) && !names.has(name))),
  );
}

function cellsIn(text: string): readonly string[] {
  return wordsOf(text).map((word) => word.replace(/^["'([{]+|["')\]},;:]+$/g, ''));
}

/** Whether a row is missing of what the chapter has made, or tells of it otherwise than by its image's command or an ID. */
function isOwnRow(line: DiffLine, table: string, { world, facts }: Evidence, own: ReadonlySet<string>): boolean {
  if (line.op === 'missing')
    return rowSubjects(table, line.expected).some((one) => {
      const known = world.aliases.find(one.kind, one.name) ?? one;
      // Where Docker chose the name, it stands in no other reader's list.
      return !known.key.includes('#') && world.before(facts, known).madeBy !== null;
    });
  if (line.op !== 'changed') return false;
  const here = rowSubjects(table, line.actual).map(({ key }) => key);
  if (!rowSubjects(table, line.expected).some(({ key, name }) => here.includes(key) && own.has(name))) return false;
  return line.spans.some(({ expected: [from, to] }) => {
    const quoted = (line.expected.slice(0, from).split('"').length - 1) % 2 === 1;
    return !quoted && !/^["\s]*$|^[0-9a-f]{12,64}$/.test(line.expected.slice(from, to).trim());
  });
}

/** Rows of what runs, before which only such containers were made that end with their command: another terminal saw them. */
function isOfMeanwhile({ match, world, facts }: Evidence, printers: readonly Printer[]): boolean {
  const lists = thoseOf(printers, 'docker container ls');
  if (lists.length === 0 || lists.some((list) => wasGiven(list, 'all', 'latest', 'last'))) return false;
  const made = world.named('container', '').filter((one) => world.before(facts, one).madeBy !== null);
  const isLess = (match?.diff ?? []).every(({ op }) => op === 'same' || op === 'missing');
  return isLess && made.length > 0 && made.every((one) => !world.lasts(one));
}

/** A folder that the chapter has made itself lacks a file that it shows there and names nowhere. */
function isOfNobody(
  { step, match, world, facts }: Evidence,
  printers: readonly Printer[],
  own: ReadonlySet<string>,
): boolean {
  const folders = facts.needs.filter(({ kind }) => kind === 'path');
  if (step.into !== 'shell' || !isOf(printers, 'ls') || folders.length === 0) return false;
  const lacking = (match?.diff ?? []).flatMap((line) => (line.op === 'missing' ? namesIn(line.expected) : []));
  return folders.every((one) => world.isMade(one)) && lacking.length > 0 && lacking.every((name) => !own.has(name));
}

/**
 * A file that the chapter has made itself has another mode than it shows. Whether its group may write is up to the umask,
 * which is 002 on some machines and 022 on others.
 */
function isOwnMode({ step, match, world, facts }: Evidence, printers: readonly Printer[]): boolean {
  const files = facts.needs.filter(({ kind }) => kind === 'path');
  if (step.into !== 'shell' || !isOf(printers, 'ls') || files.length === 0) return false;
  if (!files.every((one) => world.isMade(one))) return false;
  return (match?.diff ?? []).some(
    (line) => line.op === 'changed' && modeIn(line.expected) !== null && modeIn(line.expected) !== modeIn(line.actual),
  );
}

/** The mode that a row of a listing begins with, but for the group's leave to write; null where it begins otherwise. */
function modeIn(row: string): string | null {
  const mode = /^[-dl][rwxsStT-]{9}(?=[\s.+@])/.exec(row)?.[0];
  return mode === undefined ? null : `${mode.slice(0, 5)}${mode.slice(6)}`;
}

/** A value that the chapter shows at two places, of things that it names: here they are two. */
function isTwofold({ step, match, surroundings }: Evidence): boolean {
  if (match?.reason?.code !== 'contradiction' || surroundings.standInsMet.length > 0) return false;
  const { expected } = match.reason.args;
  const isAlone = (step.expected?.text ?? '').split('\n').some((line) => line.trim() === `${expected}`);
  // What a list hands on is whatever is there; a row is of whichever thing.
  return isAlone && !understand(step.text).calls.some(({ substituted }) => substituted);
}

/** A line names what the command has asked for, and the chapter's names something else: `--- tea ping statistics ---`. */
function isAskedFor({ step, match }: Evidence): boolean {
  const asked = new Set(wordsOf(step.text).filter((word) => word.length > 2 && !word.startsWith('-')));
  return (match?.diff ?? []).some(
    (line) =>
      line.op === 'changed' && cellsIn(line.actual).some((cell) => asked.has(cell) && !line.expected.includes(cell)),
  );
}

/** `docker network --help`: Docker's own words. */
function asksHelp(text: string): boolean {
  const { calls } = understand(text);
  return calls.length > 0 && calls.every(({ docker, args }) => docker !== null && args.includes('--help'));
}

/** Docker's own text, which is the same for every reader of its version: the log of a build. */
function isTextOfDocker(printer: Printer): boolean {
  const { program, verb, output } = printer;
  if (program !== 'docker') return false;
  return ofOwnThing.has(verb) || (output?.form === 'log' && output.log === 'build');
}

/** What these tell of a container is what was done to it. */
const ofOwnThing = new Set(['container diff', 'container port']);

/** Docker prints nothing but the names that it was given, and what is shown below them is other output of Docker's. */
function endsBefore({ program, output }: Printer, diff: readonly DiffLine[]): boolean {
  const isList = program === 'docker' && output?.form === 'names' && output.names.length > 0;
  return (
    isList && diff.every((line) => line.op === 'same' || (line.op === 'missing' && formOf(line.expected) !== null))
  );
}

/** It was printed in a container, and its image is no stand-in: every reader has the same one. */
function isSameForAll({ step, surroundings }: Evidence): boolean {
  return surroundings.standInsMet.length === 0 && isContained(step);
}

/** Programs that print what they are given, and nothing of a machine. */
const plain = new Set(
  'exit true false echo printf cat head tail wc sort uniq grep egrep fgrep sed awk cut tr seq rev tac nl tee expr diff cmp basename dirname'.split(
    ' ',
  ),
);

/** Where files are that no chapter has written. */
const ofMachine = /^\/(?:etc|proc|sys|dev|var|usr)\//;

/** Files below the folder that the chapter begins in are made by it, or given with it: any other would be missed. */
function isOfChapter(key: string): boolean {
  return !/^path [/~]/.test(key);
}

/** Whether all of an output is made of what the chapter has written: `echo …`, `cat FILE` of its own file. */
function isWritten({ step, facts, world }: Evidence, printers: readonly Printer[]): boolean {
  const shown = printers.filter((one) => one.shown);
  const isPlain = shown.every(({ program, through }) => plain.has(program) && through.every((one) => plain.has(one)));
  if (!isPlain || shown.length === 0) return false;
  const args = understand(step.text).calls.flatMap((call) => call.args);
  return (
    facts.needs.every((one) => one.kind !== 'path' || isOfChapter(one.key) || world.isMade(one)) &&
    args.every((arg) => !ofMachine.test(arg) && !/\$\(|\$\{?[A-Za-z]|`/.test(arg))
  );
}
