import { canonicalImage, effectsOf, shortImage, understand } from '../command/index.ts';
import type { Told } from '../core/message.ts';
import type { Outcome } from '../core/outcome.ts';
import type { CommandStep } from '../core/plan.ts';

/** What a command that a learner typed is to the step. */
export type ByHand =
  /** The step's own command, however it is spelt. */
  | { readonly how: 'same' }
  /** Another command that does the same. */
  | { readonly how: 'otherwise' }
  /** `why` tells what differs; null where it has nothing to do with the step. */
  | { readonly how: 'not-yet'; readonly why: Told | null };

/** Whether a command is the step's own, however it is spelt. */
export function isSame(step: CommandStep, typed: string): boolean {
  return differenceOf(partsOf(step.text), partsOf(typed)) === null;
}

/** Whether a command is of the step's kind: the same program and, of Docker's, the same verb. */
export function isRelated(step: CommandStep, typed: string): boolean {
  const [[wanted], [given]] = [partsOf(step.text), partsOf(typed)];
  return wanted !== undefined && wanted === given;
}

/** What a learner's command is to a step, by its text and by what came of it. */
export function judgeByHand(step: CommandStep, typed: string, { status, output, match }: Outcome): ByHand {
  const [wanted, given] = [partsOf(step.text), partsOf(typed)];
  const difference = differenceOf(wanted, given);
  if (difference === null) return { how: 'same' };
  const ended = output?.exitCode === 0 || output?.exitCode === null;
  if (ended && status === 'passed' && match !== null && match.verdict !== 'mismatch') return { how: 'otherwise' };
  if (ended && workOf(step.text) !== nothing && workOf(step.text) === workOf(typed)) return { how: 'otherwise' };
  if (!isRelated(step, typed)) return { how: 'not-yet', why: null };
  if (!ended) return { how: 'not-yet', why: { code: 'guide-failed-by-hand', args: { exit: output?.exitCode ?? '?' } } };
  return { how: 'not-yet', why: difference };
}

/** What a command consists of: program and verb by their full names, options by their long ones, in one order. */
function partsOf(text: string): readonly string[] {
  return understand(text).calls.flatMap(({ program, args, docker }) => {
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
  });
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

/** The first thing in which a command is another one; null where it is the same. */
function differenceOf(wanted: readonly string[], given: readonly string[]): Told | null {
  const missing = wanted.filter((part) => !given.includes(part));
  const surplus = given.filter((part) => !wanted.includes(part));
  const [want, give] = [missing[0], surplus[0]];
  if (want !== undefined && give !== undefined)
    return { code: 'guide-other-option', args: { wanted: want, given: give } };
  if (want !== undefined) return { code: 'guide-missing-part', args: { wanted: want } };
  if (give !== undefined) return { code: 'guide-surplus-part', args: { given: give } };
  return wanted.join('\n') === given.join('\n')
    ? null
    : { code: 'guide-surplus-part', args: { given: given.at(-1) ?? '' } };
}

/** What a command does to the world, as one text. */
function workOf(text: string): string {
  const { makes, destroys, starts, stops } = effectsOf(text);
  return JSON.stringify([makes, destroys, starts, stops]);
}

const nothing = JSON.stringify([[], [], [], []]);
