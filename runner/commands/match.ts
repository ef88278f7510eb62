import { readFile } from 'node:fs/promises';
import type { Options } from '../config/options.ts';
import { linesOf, withoutEnd } from '../core/lines.ts';
import type { Bindings, Match } from '../core/match.ts';
import { message, UserError, wording } from '../core/message.ts';
import { type Attempt, attemptLines, type MatchInput, type MatchOptions, matchOutput } from '../matcher/index.ts';
import { renderDiff } from '../reporter/diff.ts';
import { paintFor } from '../reporter/paint.ts';
import type { Call, Io } from './verb.ts';

interface ChainStep {
  readonly command: string;
  readonly expected: string;
  readonly actual: string;
}

/** Whether somebody wants to know what was tried. */
type Tracing = Pick<MatchInput, 'trace'>;

/** `tutor match`: compares two texts, or the steps of a chain whose values belong together. */
export async function run({ options, io }: Call): Promise<number> {
  const attempts: Attempt[] = [];
  const tracing: Tracing = options.trace ? { trace: (attempt) => attempts.push(attempt()) } : {};
  const matches =
    options.chain === undefined
      ? [await matchFiles(options, tracing)]
      : await matchChain(options.chain, options, tracing);
  const verdict = worst(matches);
  const [only] = matches;
  if (!options.json && options.trace) io.stdout.write(`${attempts.flatMap(attemptLines).join('\n')}\n\n`);
  if (!options.json) printPlain(matches, io);
  else {
    const matched =
      options.chain === undefined && only !== undefined ? toJson(only) : { verdict, steps: matches.map(toJson) };
    print(io, options.trace ? { ...matched, trace: attempts } : matched);
  }
  return verdict === 'mismatch' ? 1 : 0;
}

async function matchFiles(
  { command, expected, actual, bindings, ...options }: Options,
  tracing: Tracing,
): Promise<Match> {
  if (command === undefined || expected === undefined || actual === undefined)
    throw new UserError(message('match-needs'));
  return matchOutput({
    command,
    expected: linesOf(withoutEnd(await read(expected))),
    actual: await read(actual),
    bindings: bindings === undefined ? {} : readBindings(await readJson(bindings), bindings),
    options: matchOptions(options),
    ...tracing,
  });
}

async function matchChain(
  file: string,
  options: Pick<Options, 'strict' | 'loose'>,
  tracing: Tracing,
): Promise<readonly Match[]> {
  let bindings: Bindings = {};
  return readSteps(await readJson(file), file).map((step, index) => {
    const match = matchOutput({
      command: step.command,
      expected: linesOf(withoutEnd(step.expected)),
      actual: step.actual,
      bindings,
      placeOf: (line) => `${index + 1}:${line}`,
      options: matchOptions(options),
      ...tracing,
    });
    bindings = match.bindings;
    return match;
  });
}

function matchOptions({ strict, loose }: Pick<Options, 'strict' | 'loose'>): MatchOptions {
  const names = (text: string) => text.split(',').map((name) => name.trim());
  return {
    ...(strict === undefined ? {} : { strict: strict === true ? 'all' : names(strict) }),
    ...(loose === undefined ? {} : { loose: names(loose) }),
  };
}

function toJson({ verdict, tolerances, bindings, diff, resolved, reason }: Match): object {
  return { verdict, tolerances, bindings, diff, resolved, reason: reason === null ? null : wording(reason, 'en') };
}

function worst(matches: readonly Match[]): Match['verdict'] {
  if (matches.some((match) => match.verdict === 'mismatch')) return 'mismatch';
  return matches.some((match) => match.verdict === 'tolerated') ? 'tolerated' : 'exact';
}

function printPlain(matches: readonly Match[], io: Io): void {
  for (const match of matches) {
    const count = match.tolerances.length;
    if (match.verdict === 'exact') io.stdout.write(`${wording(message('match-verdict-exact'), io.locale)}\n`);
    else if (match.verdict === 'tolerated')
      io.stdout.write(`${wording(message('match-verdict-tolerated', { count }), io.locale)}\n`);
    else
      io.stdout.write(
        `${[match.reason === null ? '' : wording(match.reason, io.locale), ...renderDiff(match.diff, { paint: paintFor(io.stdout, io.env), firstLine: 1 })].join('\n')}\n`,
      );
  }
}

function print(io: Io, value: object): void {
  io.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error);
  }
}

async function readJson(file: string): Promise<unknown> {
  const text = await read(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable(file, error);
  }
}

function readBindings(value: unknown, file: string): Bindings {
  const entries = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : null;
  if (entries?.every(([, real]) => typeof real === 'string') !== true)
    throw unreadable(file, new Error('not an object of strings'));
  return value as Bindings;
}

function readSteps(value: unknown, file: string): readonly ChainStep[] {
  const steps = typeof value === 'object' && value !== null && 'steps' in value ? value.steps : null;
  if (!Array.isArray(steps) || !steps.every(isStep))
    throw unreadable(file, new Error('no "steps" of command, expected and actual'));
  return steps;
}

function isStep(value: unknown): value is ChainStep {
  if (typeof value !== 'object' || value === null) return false;
  return ['command', 'expected', 'actual'].every((key) => typeof (value as Record<string, unknown>)[key] === 'string');
}

function unreadable(file: string, error: unknown): UserError {
  return new UserError(
    message('match-unreadable', { file, why: error instanceof Error ? error.message : String(error) }),
  );
}
