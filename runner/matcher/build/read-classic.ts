import { isElision } from '../../core/elision.ts';
import { isError } from '../../printed/index.ts';
import type { BuildFailure, BuildLog, BuildStep, StepIds } from './build-log.ts';
import { normalInstruction } from './build-log.ts';
import { causeOf } from './failure.ts';

type Draft = { -readonly [Key in Exclude<keyof BuildStep, 'ids' | 'output'>]: BuildStep[Key] } & {
  output: string[];
  ids: { -readonly [Key in keyof StepIds]: StepIds[Key] };
};

const stepLine = /^Step (\d+)(?:\/(\d+))? ?: ?(.*)$/;
const idLine = /^ ?-+> ([0-9a-f]{6,64})(?:…|\.{3})?\s*$/;
const runningLine = /^ ?-+> (?:\[Warning\] .*|Running in ([0-9a-f]+)(?:…|\.{3})?\s*)$/;
const removedLine = /^(?: ?-+> )?Remov(?:ing|ed) intermediate container ([0-9a-f]+)/;
const cacheLine = /^ ?-+> Using cache\s*$/;

/** Where a log of the classic builder begins. `open`: the author left out its beginning. */
export function beginsClassic(line: string, open: boolean): boolean {
  if (open && /^(?:Step \d+| ?-+> |Remov(?:ing|ed) intermediate|Successfully (?:built|tagged) )/.test(line))
    return true;
  return /^(?:Sending build context to Docker daemon|Step 1(?:\/\d+)? ?: ?)/.test(line);
}

/** The log of the classic builder at the beginning of these lines, and how many lines it is. */
export function readClassic(
  lines: readonly string[],
  elisions: boolean,
  open: boolean,
): { readonly log: BuildLog; readonly length: number } {
  const steps: Draft[] = [];
  const tags: string[] = [];
  let image: string | null = null;
  let failure: BuildFailure | null = null;
  let elided = open;
  let length = 0;
  for (const [at, line] of lines.entries()) {
    if (image !== null && !line.startsWith('Successfully tagged ') && !line.startsWith('[Warning]')) break;
    length = at + 1;
    const step = stepLine.exec(line);
    const current = steps.at(-1);
    const cause = step === null ? causeOf(line) : null;
    if (step !== null) {
      steps.push(draft(step, at, elided));
      elided = false;
    } else if (elisions && isElision(line)) {
      if (current === undefined) elided = true;
      else {
        current.elidedWithin = true;
        current.output.push('...');
      }
    } else if (line.startsWith('Successfully built ')) image = line.slice('Successfully built '.length).trim();
    else if (line.startsWith('Successfully tagged ')) tags.push(line.slice('Successfully tagged '.length).trim());
    else if (steps.length === 0 && isError(line)) {
      failure = { cause: causeOf(line) ?? { what: line.trim(), hint: null }, step: null, output: null };
      break;
    } else if (
      cause !== null &&
      steps.length > 0 &&
      !line.startsWith('ERROR: ld.so') &&
      !line.startsWith('Error response')
    ) {
      failure = { cause, step: null, output: current?.output ?? null };
      break;
    } else if (current !== undefined) readStepLine(line, current);
  }
  return {
    log: {
      display: 'classic',
      steps,
      tags,
      image,
      failure,
      reads: [],
      quoted: [],
      ended: image !== null || tags.length > 0 || failure !== null,
      openEnd: elided,
    },
    length,
  };
}

function draft(match: RegExpExecArray, at: number, elidedBefore: boolean): Draft {
  return {
    stage: '',
    number: Number(match[1]),
    total: Number(match[2] ?? 0),
    opens: /^FROM\s.*\sAS\s+(\S+)$/i.exec((match[3] ?? '').trim())?.[1] ?? null,
    instruction: normalInstruction(match[3] ?? ''),
    cut: false,
    cached: false,
    output: [],
    ids: { container: null, removed: null, layer: null },
    elidedBefore,
    elidedWithin: false,
    at,
  };
}

function readStepLine(line: string, step: Draft): void {
  const layer = idLine.exec(line)?.[1];
  const container = runningLine.exec(line)?.[1];
  const removed = removedLine.exec(line)?.[1];
  if (layer !== undefined) step.ids.layer = layer;
  else if (container !== undefined) step.ids.container = container;
  else if (removed !== undefined) step.ids.removed = removed;
  else if (cacheLine.test(line)) step.cached = true;
  else if (!runningLine.test(line) && !isPull(line)) step.output.push(line);
}

/** Under FROM the base image is pulled, where it is not there yet. */
function isPull(line: string): boolean {
  return /^(?:[\w.-]+: Pulling from \S+|[0-9a-f]{12}: .*|Digest: sha256:[0-9a-f]+(?:…|\.{3})?|Status: (?:Downloaded newer image for|Image is up to date for) \S+)$/.test(
    line,
  );
}
