import { effectsOf, isOf, printersOf } from '../command/index.ts';
import { cellsOf } from '../core/lines.ts';
import type { DiffLine } from '../core/match.ts';
import { wordsOf } from '../core/words.ts';
import { formOf } from '../printed/index.ts';
import { pathSubject, rowSubjects, type Subject, subject, type Trouble } from '../world/index.ts';
import type { Evidence } from './evidence.ts';

/** What the lines that differ speak of. */
export interface Differing {
  /** Something that is not as the chapter means it to be, because of an earlier step. */
  readonly trouble: Trouble | null;
  /** Something that no step of the chapter makes. */
  readonly foreign: Subject | null;
  /** Every line that differs speaks of the one or the other. */
  readonly all: boolean;
}

/** Tables of which each row names a thing. */
const listings = new Set([
  ...['container ls', 'image ls', 'volume ls', 'network ls', 'compose ps', 'service ls'],
  ...['node ls', 'service ps', 'stack ps'],
]);

/** Reads what the lines speak of in which an output is not the chapter's; null where none differs. */
export function differingIn(evidence: Evidence): Differing | null {
  const { match, step } = evidence;
  if (match?.verdict !== 'mismatch') return null;
  const output = effectsOf(step.text).output;
  const table = output?.form === 'table' && listings.has(output.table) ? output.table : null;
  const lines = match.diff.filter((line) => line.op !== 'same' && !isHead(line));
  const read = lines.map((line) => readLine(line, table, evidence));
  const explained = read.map(({ trouble, foreign }) => trouble !== null || foreign !== null);
  // What stands below a table and is no row of it, like the prompt of a reader who waits, says nothing of its rows.
  const rows = explained.filter((_, at) => table === null || isRow(lines[at], table));
  return {
    trouble: read.find(({ trouble }) => trouble !== null)?.trouble ?? null,
    foreign: read.find(({ foreign }) => foreign !== null)?.foreign ?? null,
    // A page of settings has many lines that name nothing; a table's row is about one thing.
    all: table === null ? explained.some(Boolean) : (rows.length > 0 ? rows : explained).every(Boolean),
  };
}

function isRow(line: DiffLine | undefined, table: string): boolean {
  if (line === undefined) return false;
  return rowSubjects(table, 'expected' in line ? line.expected : line.actual).length > 0;
}

function isHead(line: DiffLine): boolean {
  return formOf('expected' in line ? line.expected : line.actual)?.role === 'head';
}

function readLine(line: DiffLine, table: string | null, evidence: Evidence): Omit<Differing, 'all'> {
  const expected = line.op === 'unexpected' ? '' : line.expected;
  const actual = line.op === 'missing' || line.op === 'same' ? '' : line.actual;
  const named = [...subjectsIn(expected, table, evidence), ...subjectsIn(actual, table, evidence)];
  const trouble = evidence.fates.troubled(named) ?? namelessIn(expected, table, evidence);
  // A row that came in another form is there.
  const foreign =
    trouble === null && (line.op === 'missing' || (table === null && line.op === 'changed'))
      ? foreignIn(expected, table, evidence, actual)
      : null;
  return { trouble, foreign };
}

/** A volume without a name belongs to a container; tasks of a service run on other machines where these have joined. */
function namelessIn(row: string, table: string | null, { fates }: Evidence): Trouble | null {
  if (table === 'volume ls') return /\b[0-9a-f]{64}\b/.test(row) ? fates.lastUnmade('container') : null;
  return table !== null && ['node ls', 'service ps', 'stack ps'].includes(table) ? fates.lastUnmade('node') : null;
}

function subjectsIn(
  line: string,
  table: string | null,
  { world, chapterName, step, facts }: Evidence,
): readonly Subject[] {
  const cells = cellsOf(line);
  const words = line.match(/[\w./:@-]*\w/g) ?? [];
  const own = table === null ? infoSubjects(line) : [...rowSubjects(table, line), ...imageOf(table, line)];
  const objects = [...new Set([...cells, ...words])].flatMap(
    (word) => world.aliases.find('object', chapterName(word)) ?? [],
  );
  if (table !== null || step.into !== 'shell') return [...own, ...objects];
  return [
    ...own,
    ...objects,
    ...words.flatMap((word) => foldersOf(facts).flatMap((folder) => pathSubject(word, folder) ?? [])),
  ];
}

/** The image of a container's row: one that could not be had has no containers. */
function imageOf(table: string, row: string): readonly Subject[] {
  const [, image = ''] = cellsOf(row);
  return table === 'container ls' && /^[a-z]/.test(image) ? [subject('image', image)] : [];
}

/** What a line of `docker info` tells of. */
function infoSubjects(line: string): readonly Subject[] {
  return /^\s*Swarm: (?:in)?active$/.test(line) ? [subject('swarm', '')] : [];
}

function foldersOf({ needs }: Evidence['facts']): readonly string[] {
  return needs.filter(({ kind }) => kind === 'path').map(({ key }) => key.slice('path '.length));
}

/** What a line shows that no step has made: a row's own thing, a file of a folder, a thing that was there before. */
function foreignIn(line: string, table: string | null, evidence: Evidence, actual: string): Subject | null {
  const { world, facts, step } = evidence;
  // What a build leaves without a name; where none was built here, the reader has built it.
  if (table === 'image ls' && line.trim().startsWith('<none>'))
    return world.makesImages || !hasFewerRows(evidence) ? null : subject('image', '<none>');
  if (table !== null)
    return hasFewerRows(evidence) || isOfUnusedImage(line, table, evidence)
      ? (rowSubjects(table, line).find((one) => isForeign(one, evidence)) ?? null)
      : null;
  if (step.into === 'shell' && isOf(printersOf(step.text), ...ofMachine)) return foreignPort(line, evidence);
  if (step.into === 'shell' && listsFiles.test(step.text)) {
    const [folder, ...others] = foldersOf(facts);
    const known =
      folder === undefined || others.length > 0 || world.isMade({ kind: 'path', name: folder, key: `path ${folder}` });
    const names = known ? [] : fileNames(line);
    return (
      names
        .filter((name) => !actual.includes(name))
        .flatMap((name) => (folder === undefined ? world.pathNamed(name) : pathSubject(name, folder)) ?? [])
        .find((one) => !world.isMade(one)) ?? null
    );
  }
  if (effectsOf(step.text).output?.form !== 'json') return null;
  // An image may be there by the name of a container that is not.
  const asked = facts.needs.flatMap(({ kind, name }) => (kind === 'object' ? [name] : []));
  return (
    [...asked, ...(line.match(/[\w.-]+/g) ?? [])].map((word) => world.brought(word)).find((one) => one !== null) ?? null
  );
}

/** Programs that show what holds for the whole machine: its filters, its sockets, its processes. */
const ofMachine = ['iptables', 'iptables-save', 'nft', 'netstat', 'ss', 'lsof', 'conntrack', 'ps'];

/** A port that is open or led on, and that no step has opened: something was running before the chapter. */
function foreignPort(line: string, { world, facts }: Evidence): Subject | null {
  const ports = [...line.matchAll(/(?:dpt:|-host-port |(?:\.\d+|\s\*|\]):)(\d{2,5})\b/g)].map(([, port = '']) => port);
  const unmade = (port: string) => world.before(facts, subject('port', port)).madeBy === null;
  const [first] = ports;
  return first !== undefined && ports.every(unmade) ? subject('port', first) : null;
}

/** A container of an image that no step before has had to do with. */
function isOfUnusedImage(row: string, table: string, { world, facts }: Evidence): boolean {
  const [, image = ''] = cellsOf(row);
  return table === 'container ls' && /^[a-z]/.test(image) && !world.usesImageBefore(facts, image);
}

/** As many rows as the chapter shows are the same things under other names. */
function hasFewerRows({ output, step }: Evidence): boolean {
  const rows = (text: string) => text.split('\n').filter((line) => line.trim() !== '').length;
  return rows(output.text) < rows(step.expected?.text ?? '');
}

/** Names of files in a line of a listing; `ls -l` has the name last. */
function fileNames(line: string): readonly string[] {
  if (/^\s*[-dlcbps][rwxsStT-]{9}/.test(line)) return wordsOf(line).slice(-1);
  return line.match(/[\w.-]*\w\.\w+|[\w-]+(?=\/?\s*$)/g) ?? [];
}

const listsFiles = /^\s*(?:sudo )?(?:ls|ll|tree|find|dir)\b/;

function isForeign(one: Subject, { world, facts }: Evidence): boolean {
  if (one.kind === 'image') return !world.usesImageBefore(facts, one.name);
  const known = world.aliases.find(one.kind, one.name);
  if (known === null) return true;
  const { madeBy, removedBy } = world.before(facts, known);
  return madeBy === null && removedBy === null;
}
