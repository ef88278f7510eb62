import { type Call, canonicalImage, effectsOf, shortImage, understand } from '../command/index.ts';
import type { Told } from '../core/message.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Output } from '../core/output.ts';
import type { CommandStep } from '../core/plan.ts';
import { onlyLooks } from '../world/index.ts';

/** What a command that a learner typed is to the step. */
export type ByHand =
  /** The step's own command, however it is spelt. */
  | { readonly how: 'same' }
  /** Another command that does the same. */
  | { readonly how: 'otherwise' }
  /** The first of several commands that the step consists of. */
  | { readonly how: 'part' }
  /** `why` tells what differs; null where it has nothing to do with the step. */
  | { readonly how: 'not-yet'; readonly failed: boolean; readonly why: Told | null };

/** What a line consists of, call by call: of each its program and verb, its options, its operands. */
type Parts = readonly (readonly string[])[];

/** Whether a command is the step's own, however it is spelt. */
export function isSame(step: CommandStep, typed: string): boolean {
  return differenceOf(partsOf(step.text), partsOf(typed)) === null;
}

/** Whether a command is of the step's kind: the same program and, of Docker's, the same verb. */
export function isRelated(step: CommandStep, typed: string): boolean {
  const [[[wanted] = []], [[given] = []]] = [partsOf(step.text), partsOf(typed)];
  return wanted !== undefined && wanted === given;
}

/** Whether what was typed is how the step begins that consists of several commands, one after another. */
export function isPart(step: CommandStep, typed: string): boolean {
  const [wanted, given] = [partsOf(step.text), partsOf(typed)];
  const next = understand(step.text).calls[given.length]?.command;
  // What stands behind a pipe is no command of its own.
  if (given.length === 0 || next === undefined || next.stage > 0) return false;
  return differenceOf(wanted.slice(0, given.length), given) === null;
}

/** Of what was typed, the first commands, as far as they are the step's first ones and not all of them. */
export function partIn(step: CommandStep, typed: string): string {
  const { calls } = understand(typed);
  const at = calls.findLastIndex(({ command }) => isPart(step, typed.slice(0, command.end)));
  return typed.slice(0, calls[at]?.command.end ?? 0);
}

/** What is left of a step whose first commands are done; empty where none of them is. */
export function restOf(step: CommandStep, done: string): string {
  const { calls } = understand(step.text);
  const next = done === '' ? undefined : calls[understand(done).calls.length];
  return next === undefined ? '' : step.text.slice(next.command.start);
}

/** Status of a shell for a command that it does not find. */
const notFound = 127;

/** Whether a command has left everything as it was: it only looks, or there is no such command. */
export function changesNothing(text: string, { exitCode }: Pick<Output, 'exitCode'>): boolean {
  if (exitCode === notFound && understand(text).calls.length === 1) return true;
  return workOf(text) === nothing && !reachesIn(text) && onlyLooks(text, effectsOf(text));
}

/** Whether it copies something to where other commands find it. */
function reachesIn(text: string): boolean {
  return understand(text).calls.some(({ docker }) => docker?.verb === 'container cp');
}

/** What a learner's command is to a step, by its text and by what came of it. */
export function judgeByHand(step: CommandStep, typed: string, { status, output, match }: Outcome): ByHand {
  const [wanted, given] = [partsOf(step.text), partsOf(typed)];
  const difference = differenceOf(wanted, given);
  if (difference === null) return { how: 'same' };
  const ended = output?.exitCode === 0 || output?.exitCode === null;
  if (ended && isPart(step, typed)) return { how: 'part' };
  const [work, related] = [workOf(step.text), isRelated(step, typed)];
  // What is made may print the same under another name; what only looks has done all that it does.
  const shown = work === nothing && status === 'passed' && match !== null && match.verdict !== 'mismatch';
  // Other options of the same verb of Docker's make something else.
  const done = work !== nothing && work === workOf(typed) && !(related && wanted[0]?.[0]?.startsWith('docker '));
  if (ended && (shown || done)) return { how: 'otherwise' };
  return { how: 'not-yet', failed: !ended, why: related ? difference : null };
}

/** What a line consists of: programs and verbs by their full names, options by their long ones, in one order. */
function partsOf(text: string): Parts {
  return understand(text).calls.map((call) => [
    ...(call.command.stage > 0 ? ['|'] : []),
    ...(call.command.after === '||' ? ['||'] : []),
    ...partsOfCall(call),
    ...Object.entries(call.environment).map(([name, value]) => `${name}=${value}`),
    ...call.command.redirects.map(({ operator, target, body }) => `${operator} ${plainPath(body ?? target)}`),
    ...(call.command.background ? ['&'] : []),
  ]);
}

function partsOfCall({ program, args, docker }: Call): readonly string[] {
  if (docker === null) return [program, ...(patterned.has(program) ? args : args.map(plainPath))];
  const options = docker.options.map(({ name, value }) =>
    value === null ? `--${name}` : `--${name} ${name === 'tag' ? nameOfImage(value) : value}`,
  );
  const { image } = docker;
  const namesImages = docker.verb.startsWith('image ');
  const operands = docker.operands
    .filter((operand) => operand !== image?.text)
    .map((operand) => (namesImages ? nameOfImage(operand) : operand));
  return [
    `docker ${docker.verb}`,
    ...options.sort(),
    ...(image === null ? [] : [nameOfImage(image.text)]),
    ...operands,
    ...docker.argv,
  ];
}

/** Programs to whose arguments a slash is more than the way to a folder. */
const patterned = new Set(['sed', 'awk', 'grep', 'rsync', 'tr']);

/** A path without what does not change where it leads: `./a/` is `a`. */
function plainPath(word: string): string {
  return word.replace(/^\.\/(?=.)/, '').replace(/(?<=[^/])\/+$/, '');
}

/** An image's name as it is written shortest; one that a digest pins is no other one. */
function nameOfImage(text: string): string {
  return text.includes('@') ? canonicalImage(text) : shortImage(text);
}

/** The first thing in which a line is another one; null where it is the same. */
function differenceOf(wanted: Parts, given: Parts): Told | null {
  for (const [at, want] of wanted.entries()) {
    const give = given[at];
    if (give === undefined) return { code: 'guide-missing-part', args: { wanted: want.join(' ') } };
    const difference = differenceOfCalls(want, give);
    if (difference !== null) return difference;
  }
  const surplus = given[wanted.length];
  return surplus === undefined ? null : { code: 'guide-surplus-part', args: { given: surplus.join(' ') } };
}

function differenceOfCalls(wanted: readonly string[], given: readonly string[]): Told | null {
  const [[want], [give]] = [without(wanted, given), without(given, wanted)];
  if (want !== undefined && give !== undefined)
    return { code: 'guide-other-option', args: { wanted: want, given: give } };
  // A program's name by itself says nothing of what it is to do.
  if (want !== undefined)
    return given.length === 1
      ? { code: 'guide-other-option', args: { wanted: wanted.join(' '), given: given.join(' ') } }
      : { code: 'guide-missing-part', args: { wanted: want } };
  if (give !== undefined) return { code: 'guide-surplus-part', args: { given: give } };
  return wanted.join('\n') === given.join('\n') ? null : { code: 'guide-other-order', args: {} };
}

/** Those of some words that others do not have as often. */
function without(words: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return words.filter((word) => {
    const at = left.indexOf(word);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

/** What a command does to the world, as one text. */
function workOf(text: string): string {
  const { makes, destroys, starts, stops } = effectsOf(text);
  return JSON.stringify([makes, destroys, starts, stops]);
}

const nothing = JSON.stringify([[], [], [], []]);
