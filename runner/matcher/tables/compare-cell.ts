import { isImageId, isOf, shortImage } from '../../command/index.ts';
import { compareLine } from '../line/compare-line.ts';
import type { LineMatch } from '../line/line.ts';
import { isAnotherThanStated } from '../tolerances/amount.ts';
import type { Env } from '../units.ts';
import type { CellKind } from './columns.ts';
import { sameCommand, sameInstruction, sameStatus } from './cut-cells.ts';
import { samePorts } from './ports.ts';

/** Compares two cells of a column: what was needed, or null where they differ. */
type CompareCell = (expected: string, actual: string, env: Env) => LineMatch | null;

/** Compares two cells of a column. */
export function compareCell(kind: CellKind, ...[expected, actual, env]: Parameters<CompareCell>): LineMatch | null {
  return /^(?:\.{3}|…)$/.test(expected) ? used('elision', expected, actual) : cells[kind](expected, actual, env);
}

const text: CompareCell = (expected, actual, { facts }) => compareLine(expected, actual, facts, 'value');

/** Cells of which only this is compared. */
function by(name: string, isSame: (expected: string, actual: string, env: Env) => boolean): CompareCell {
  return (expected, actual, env) => (isSame(expected, actual, env) ? used(name, expected, actual) : null);
}

/** The first way by which two cells are the same. */
function first(...ways: readonly CompareCell[]): CompareCell {
  return (...cells) => {
    for (const way of ways) {
      const match = way(...cells);
      if (match !== null) return match;
    }
    return null;
  };
}

/** A longer cell is no cell: rows were read as one. */
const longest = 120;
const isCell = (expected: string, actual: string) => expected.length <= longest && actual.length <= longest;

/** Version 1 of compose joins the parts of a name with `_`, version 2 with `-`. */
const composeName = by(
  'compose-name',
  (expected, actual, { facts }) =>
    isOf(facts.printers, 'docker compose') && expected.replaceAll('_', '-') === actual.replaceAll('_', '-'),
);

const cells: Readonly<Record<CellKind, CompareCell>> = {
  text,
  name: first(text, composeName),
  free: by('incidental-column', isCell),
  device: by('incidental-column', (expected, actual) => expected === actual || `${expected}${actual}`.includes('/')),
  version: first(by('version', bothAre(/^v?\d+(?:\.\d+)+[\w.+~-]*$/)), text),
  comment: first(by('builder', bothAre(/^(?:buildkit\.\S+)?$/)), text),
  age: by('age', () => true),
  size: by('size', () => true),
  measure: by(
    'measurement',
    (expected, actual, { facts }) =>
      (expected === '') === (actual === '') && !isAnotherThanStated(expected, actual, facts.stated),
  ),
  memory: by('measurement', sameLimit),
  process: compareProcesses,
  id: (expected, actual) => compareIds('id', expected, actual),
  digest: (expected, actual) => compareIds('digest', expected, actual),
  image: first(compareImages, composeName),
  status: by('age', sameStatus),
  ports: samePorts,
  command: first(by('cut-cell', sameCommand), text),
  instruction: by('instruction-form', sameInstruction),
};

function bothAre(form: RegExp): (expected: string, actual: string) => boolean {
  return (expected, actual) => form.test(expected) && form.test(actual);
}

/** A tolerance used, where the texts differ at all. */
function used(name: string, expected: string, actual: string): LineMatch {
  return { uses: expected === actual ? [] : [{ name, expected, actual }], claims: [] };
}

/** The memory of a whole machine is never a round number: such a limit was set with `--memory`. */
function sameLimit(expected: string, actual: string): boolean {
  const [mine, real] = [expected, actual].map((text) => text.split('/')[1]?.trim());
  return mine === undefined || !/^[1-9]\d* ?[KMGT]i?B$/.test(mine) || mine === real;
}

/** Processes in containers have the same few numbers again and again: they identify nothing. */
function compareProcesses(expected: string, actual: string, env: Env): LineMatch | null {
  if ((expected === '') !== (actual === '')) return null;
  const typed = env.facts.typed?.get(expected);
  if (typed !== undefined) return typed.actual === actual ? used('pid', expected, actual) : null;
  const onHost = isOf(env.facts.printers, 'docker container top', 'docker compose top');
  const claims = onHost ? ([{ type: 'pid', expected, actual }] as const) : [];
  return { ...used('measurement', expected, actual), claims };
}

/** `<missing>` and `<none>` stand where another builder has an ID; whatever else stands in brackets is the author's. */
function compareIds(type: 'id' | 'digest', expected: string, actual: string): LineMatch | null {
  if (isUnknown(actual)) return null;
  if (isAbsent(expected) || isAbsent(actual)) return used('missing-id', expected, actual);
  if (expected === '' || actual === '') return null;
  if (/^<.*>$/.test(expected)) return used(type, expected, actual);
  const claim = { type, expected: plain(expected), actual: plain(actual), shared: true } as const;
  return { ...used(type, expected, actual), claims: [claim] };
}

function isAbsent(text: string): boolean {
  return /^<(?:missing|none)>$/.test(text);
}

/** In brackets, and nothing that Docker writes there. */
function isUnknown(text: string): boolean {
  return /^<.*>$/.test(text) && !isAbsent(text);
}

/** Without the mark of a current one, and without the end of one whose middle is left out: it is bound by its beginning. */
function plain(text: string): string {
  return text.replace(/\s*\*?$/, '').replace(/(…|\.{3})[0-9a-f]+$/, '$1');
}

/** After its tag is gone an image is shown by its ID (Docker 20 and 26) or still by name (28). */
function compareImages(expected: string, actual: string, env: Env): LineMatch | null {
  const match = text(shortImage(expected), shortImage(actual), env);
  if (match === null && (isImageId(expected) === isImageId(actual) || isUnknown(actual))) return null;
  const { uses } = used('image-reference', expected, actual);
  return { uses: [...(match?.uses ?? []), ...uses], claims: match?.claims ?? [] };
}
