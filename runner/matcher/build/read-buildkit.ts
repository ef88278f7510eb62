import { isElision } from '../../core/elision.ts';
import { squash } from '../../core/words.ts';
import { withoutCut } from '../tolerances/cut.ts';
import { type BuildFailure, type BuildLog, type BuildStep, type Display, normalInstruction } from './build-log.ts';
import { type Cause, causeOf } from './failure.ts';
import { is } from './log-lines.ts';

/** What tells the ID by which the image is listed, the surest last: containerd lists it by what it was exported as a whole. */
const idOrder = ['', 'exporting config', 'exporting manifest', 'writing image', 'exporting manifest list'];

type Draft = { -readonly [Key in keyof BuildStep]: BuildStep[Key] } & { output: string[] | null };

/** Where a log of BuildKit begins. `open`: the author left out its beginning. */
export function beginsBuildKit(line: string, open: boolean): boolean {
  return is.start(line) || (open && is.vertex(line));
}

/** The log of BuildKit at the beginning of these lines, and how many lines it is. */
export function readBuildKit(
  lines: readonly string[],
  elisions: boolean,
  open: boolean,
): { readonly log: BuildLog; readonly length: number } {
  const display: Display = lines[0]?.startsWith('#') === true ? 'plain' : 'terminal';
  const length = extent(lines, display, elisions);
  const reading = new Reading(display);
  if (open) reading.elide();
  for (const [at, line] of lines.slice(0, length).entries()) {
    if (elisions && isElision(line.replace(/^\s*(?:=> )+/, ''))) reading.elide();
    else reading.read(line, at);
  }
  return { log: reading.log(), length };
}

/** The log goes on as long as its lines have BuildKit's marks; after a failure, to the line that says why. */
function extent(lines: readonly string[], display: Display, elisions: boolean): number {
  const isOwn = display === 'plain' ? is.plain : is.terminal;
  let last = 0;
  for (const [at, line] of lines.entries()) {
    if (
      isOwn(line) ||
      (elisions &&
        isElision(line) &&
        (isOwn(lines[at + 1] ?? '') || lines.slice(last + 1, at).every((each) => each.trim() === '')))
    )
      last = at;
    else if (line.trim() === '') continue;
    else if (is.rule(line) || is.placeInFile(line) || is.failureStart(line)) return failed(lines, at);
    else break;
  }
  return last + 1;
}

function failed(lines: readonly string[], from: number): number {
  const end = lines.findIndex((line, at) => at >= from && is.failureEnd(line) && causeOf(line) !== null);
  return end < 0 ? lines.length : trailer(lines, end + 1);
}

function trailer(lines: readonly string[], from: number): number {
  let end = from;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (is.trailer(line)) end = at + 1;
    else if (line.trim() !== '') break;
  }
  return end;
}

/** How long the build had been running when a step printed a line. */
const time = /^\d+\.\d+ ?/;

const label = /^\[((?:[\w.-]+ )*?)(\d+)\/(\d+)\] (.*)$/;

const readLine =
  /^(?:\s*=>|#\d+) (?:CACHED )?\[(?:[\w.-]+ )?internal\] load (build definition from|metadata for) (\S*[^\s.…])(\.{3}|…| {1,2}(?=\d))?(?:\s|$|(?<= )\d)/;

class Reading {
  readonly #display: Display;
  readonly #steps: Draft[] = [];
  readonly #byVertex = new Map<string, Draft>();
  readonly #tags: string[] = [];
  #image: string | null = null;
  #imageBy = '';
  #cause: Cause | null = null;
  /** Why a step failed, as the step itself tells it. */
  #stepCause: Cause | null = null;
  #failedStep: string | null = null;
  #failedOutput: string[] | null = null;
  #failedVertex: string[] | null = null;
  /** What the vertex of the line before printed; null where the display does not show it. */
  #output: string[] | null = null;
  #inExcerpt = false;
  #elided = false;
  #ended = false;
  readonly #reads: string[] = [];
  readonly #quoted: string[] = [];

  constructor(display: Display) {
    this.#display = display;
  }

  elide(): void {
    if (this.#inExcerpt) this.#failedOutput?.push('...');
    else {
      this.#output?.push('...');
      this.#elided = true;
    }
  }

  read(line: string, at: number): void {
    const plain = this.#inExcerpt || this.#display !== 'plain' ? null : /^#(\d+) (.*)$/.exec(line);
    if (plain !== null) this.#vertex(plain[1] ?? '', plain[2] ?? '', at);
    else if (line.trimStart().startsWith('=>')) this.#terminal(line, at);
    else this.#tail(line);
    const read = readLine.exec(line);
    // `dockerfile` is found, too, and is the same file where names have no case.
    const name = read?.[2] === 'dockerfile' ? 'Dockerfile' : read?.[2];
    if (read !== null) this.#reads.push(`${read[1]} ${name}${read[3] === undefined ? '' : '…'}`);
    if (!this.#inExcerpt) this.#result(line);
  }

  log(): BuildLog {
    const cause = this.#cause ?? this.#stepCause;
    const failure: BuildFailure | null =
      cause === null ? null : { cause, step: this.#failedStep, output: this.#lastOutput() };
    const ended = this.#ended || this.#cause !== null || this.#image !== null || this.#tags.length > 0;
    return {
      display: this.#display,
      steps: this.#steps,
      tags: this.#tags,
      image: this.#image,
      failure,
      reads: this.#reads,
      quoted: this.#quoted,
      ended,
      openEnd: this.#elided,
    };
  }

  /** The plain display of Docker 20 does not repeat what the step that failed has printed. */
  #lastOutput(): readonly string[] | null {
    return this.#failedOutput?.length === 0 ? (this.#failedVertex ?? []) : this.#failedOutput;
  }

  #vertex(number: string, text: string, at: number): void {
    const known = this.#byVertex.get(number);
    // What was left out between two lines of one vertex was its own.
    if (known?.output && known.output === this.#output && known.output.at(-1) === '...') this.#elided = false;
    const step = label.exec(text);
    if (step !== null && (known === undefined || !isRedrawn(known, step)))
      this.#byVertex.set(number, this.#add(step, at, false, []));
    else if (text === 'CACHED' && known !== undefined) known.cached = true;
    else if (text.startsWith('ERROR: ') && known !== undefined) {
      this.#failedVertex = known.output;
      this.#stepCause = causeOf(text);
    } else if (known?.output && !is.ofVertex(text)) known.output.push(text.replace(time, ''));
    this.#output = this.#byVertex.get(number)?.output ?? null;
  }

  #terminal(line: string, at: number): void {
    const match = /^\s*=> (?:(CACHED|ERROR|CANCELED) )?(.*?)(?:(\s+)(\d+(?:\.\d+)?s))?\s*$/.exec(line);
    const step = label.exec(match?.[2] ?? '');
    if (step === null) return;
    const cut = (match?.[3] ?? '   ').length <= 2;
    if (this.#steps.some((known) => isRedrawn(known, step))) return;
    this.#add(step, at, cut, null).cached = match?.[1] === 'CACHED';
    if (match?.[1] === 'ERROR' || match?.[1] === 'CANCELED') this.#stepCause = { what: '', hint: null };
  }

  #add(match: RegExpExecArray, at: number, cut: boolean, output: string[] | null): Draft {
    const step: Draft = {
      stage: (match[1] ?? '').trim(),
      number: Number(match[2]),
      total: Number(match[3]),
      opens: null,
      instruction: normalInstruction(match[4] ?? ''),
      cut,
      cached: false,
      output,
      ids: { container: null, removed: null, layer: null },
      elidedBefore: this.#elided,
      elidedWithin: false,
      at,
    };
    this.#elided = false;
    this.#steps.push(step);
    return step;
  }

  #result(line: string): void {
    const text = line.replace(/^\s*(?:=> => |#\d+ )/, '');
    if (text === line && !is.failure(line)) return;
    const [, what = '', image] =
      /^(writing image|exporting (?:config|manifest(?: list)?)) (sha256:[0-9a-f]+)/.exec(text) ?? [];
    if (image !== undefined && idOrder.indexOf(what) >= idOrder.indexOf(this.#imageBy)) {
      this.#image = image;
      this.#imageBy = what;
    }
    const tag = /^naming to (\S+)/.exec(text)?.[1];
    if (tag !== undefined && !this.#tags.includes(tag)) this.#tags.push(tag);
    if (!is.plain(line)) this.#cause = causeOf(text) ?? this.#cause;
  }

  /** The excerpt that follows a failure: what the command printed, and where in the Dockerfile it stands. */
  #tail(line: string): void {
    if (is.finished(line)) this.#ended = true;
    const failed = /^\s*> (\[.*):\s*$/.exec(line)?.[1];
    if (failed !== undefined) {
      this.#inExcerpt = true;
      this.#failedStep = squash(failed);
      this.#failedOutput = [];
    } else if (is.rule(line)) this.#inExcerpt = false;
    else if (this.#inExcerpt && line.trim() !== '')
      this.#failedOutput?.push(line.replace(/^#\d+ /, '').replace(time, ''));
    else if (line.trim() !== '' && !isFrame(line)) this.#quoted.push(line.trim());
  }
}

/** A display shows a step again and again; with another instruction it is another step. */
function isRedrawn(known: Draft, match: RegExpExecArray): boolean {
  if (known.stage !== (match[1] ?? '').trim() || known.number !== Number(match[2])) return false;
  const text = withoutCut(normalInstruction(match[4] ?? ''));
  return known.instruction.startsWith(text) || text.startsWith(known.instruction);
}

/** Lines around what a failed build quotes, and the hints after it. */
function isFrame(line: string): boolean {
  return (
    causeOf(line) !== null || [is.terminal, is.rule, is.placeInFile, is.trailer, is.advice].some((fits) => fits(line))
  );
}
