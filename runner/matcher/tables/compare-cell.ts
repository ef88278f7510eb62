import { isImageId, isOf, shortImage } from '../../command/index.ts';
import { compareLine } from '../line/compare-line.ts';
import type { LineMatch } from '../line/line.ts';
import { isAnotherThanStated } from '../tolerances/stated-amount.ts';
import type { Env } from '../units.ts';
import type { CellKind } from './columns.ts';
import { sameCommand } from './command-cell.ts';
import { sameInstruction } from './instruction-cell.ts';
import { samePorts } from './ports-cell.ts';
import { sameStatus } from './status-cell.ts';

/** A longer cell is no cell: rows were read as one. */
const longestFree = 120;

const nothing: LineMatch = { uses: [], claims: [] };

/**
 * Compares two cells of a column.
 *
 * @returns what was needed, or null where they differ
 */
export function compareCell(kind: CellKind, expected: string, actual: string, env: Env): LineMatch | null {
  if (/^(?:\.{3}|…)$/.test(expected)) return used('elision', expected, actual);
  switch (kind) {
    case 'free':
      return expected.length > longestFree || actual.length > longestFree
        ? null
        : used('incidental-column', expected, actual);
    case 'device':
      return expected === actual || `${expected}${actual}`.includes('/')
        ? used('incidental-column', expected, actual)
        : null;
    case 'version':
      return isVersion(expected) && isVersion(actual)
        ? used('version', expected, actual)
        : compareText(expected, actual, env);
    case 'comment':
      return isBuildersName(expected) && isBuildersName(actual)
        ? used('builder', expected, actual)
        : compareText(expected, actual, env);
    case 'age':
      return used('age', expected, actual);
    case 'size':
      return used('size', expected, actual);
    case 'measure':
      return (expected === '') === (actual === '') && !isAnotherThanStated(expected, actual, env.facts.stated)
        ? used('measurement', expected, actual)
        : null;
    case 'memory':
      return sameLimit(expected, actual) ? used('measurement', expected, actual) : null;
    case 'process':
      return compareProcesses(expected, actual, env);
    case 'id':
    case 'digest':
      return compareIds(kind, expected, actual);
    case 'image':
      return compareImages(expected, actual, env) ?? compareProjectNames(expected, actual, env);
    case 'status':
      return sameStatus(expected, actual) ? used('age', expected, actual) : null;
    case 'ports':
      return samePorts(expected, actual, env);
    case 'command':
      return sameCommand(expected, actual) ? used('cut-cell', expected, actual) : compareText(expected, actual, env);
    case 'instruction':
      return sameInstruction(expected, actual) ? used('instruction-form', expected, actual) : null;
    case 'name':
      return compareText(expected, actual, env) ?? compareProjectNames(expected, actual, env);
    case 'text':
      return compareText(expected, actual, env);
  }
}

/** Version 1 of compose joins the parts of a name with `_`, version 2 with `-`. */
function compareProjectNames(expected: string, actual: string, env: Env): LineMatch | null {
  const same =
    isOf(env.facts.printers, 'docker compose') && expected.replaceAll('_', '-') === actual.replaceAll('_', '-');
  return same ? used('compose-name', expected, actual) : null;
}

/** A tolerance used, where the texts differ at all. */
function used(name: string, expected: string, actual: string): LineMatch {
  return expected === actual ? nothing : { uses: [{ name, expected, actual }], claims: [] };
}

function compareText(expected: string, actual: string, env: Env): LineMatch | null {
  return compareLine(expected, actual, env.facts);
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

function plain(text: string): string {
  return text.replace(/\s*\*?$/, '');
}

/** After its tag is gone an image is shown by its ID (Docker 20 and 26) or still by name (28). */
function compareImages(expected: string, actual: string, env: Env): LineMatch | null {
  const text = compareText(shortImage(expected), shortImage(actual), env);
  if (text !== null)
    return expected === actual
      ? text
      : { ...text, uses: [...text.uses, { name: 'image-reference', expected, actual }] };
  return isImageId(expected) !== isImageId(actual) && !isUnknown(actual)
    ? used('image-reference', expected, actual)
    : null;
}

function isVersion(text: string): boolean {
  return /^v?\d+(?:\.\d+)+[\w.+~-]*$/.test(text);
}

function isBuildersName(comment: string): boolean {
  return comment === '' || /^buildkit\.\S+$/.test(comment);
}
