import { effectsOf, isOf, printersOf, sameImage, thoseOf } from '../command/index.ts';
import type { DiffLine, Match } from '../core/match.ts';
import { type Locale, wording } from '../core/message.ts';
import type { CommandStep } from '../core/plan.ts';
import { squash, wordsOf } from '../core/words.ts';
import { type StandInFault, standInFault } from '../engine/shelf/index.ts';

/** What is known of a step when it is asked whether a stand-in image is to blame for its result. */
export interface StandInQuestion {
  readonly step: CommandStep;
  /** Stand-ins that the step may have met. */
  readonly images: readonly string[];
  readonly output: string;
  readonly match: Match | null;
  readonly locale: Locale;
}

/** The label that every stand-in carries; in a history it marks where the stand-in's own layers begin. */
const label = 'md.tutor.stand-in';

/** How the names of all its labels begin. */
const labels = 'md.tutor.';

/** Why a step's result hangs on what a stand-in image is not; null where it does not. */
export function hangsOnStandIn({ step, images, output, match, locale }: StandInQuestion): StandInFault | null {
  if (images.length === 0) return null;
  const command = step.text;
  const known = standInFault({ images, command, output, differing: differingLines(match), locale });
  if (known !== null) return { ...known, always: known.always && isContained(step) };
  if (match?.verdict !== 'mismatch') return null;
  const because = (code: 'stand-in-history' | 'stand-in-inspect') => ({
    why: wording({ code, args: {} }, locale),
    always: false,
  });
  if (differsInBaseLayersOnly(command, output, match)) return because('stand-in-history');
  return inspects(command, images) || differsInItsOwn(step, output, match) ? because('stand-in-inspect') : null;
}

/** Whether all that differs is of the image itself: its label, its system's folders, the words of its `ip`. */
function differsInItsOwn(step: CommandStep, output: string, { diff }: Match): boolean {
  const pairs = diff.filter(({ op }) => op !== 'same').map((line) => [expectedOf(line), actualOf(line)] as const);
  const printers = printersOf(step.text);
  if (pairs.some(([, actual]) => actual.includes(labels)))
    return pairs.every(([expected, actual]) => actual.includes(labels) || isFrame(expected) === isFrame(actual));
  if (!isContained(step)) return false;
  if (isOf(printers, 'ps', 'top', 'docker container top'))
    return /^\s*(?:UID|USER)\s/m.test(output) && differsInUsersOnly(pairs);
  if (isOf(printers, 'ip address', 'ip link'))
    return pairs.every(([one, other]) => stateless(one) === stateless(other));
  if (!isOf(printers, 'ls')) return false;
  const shown = pairs.flatMap(([expected]) => namesIn(expected));
  const real = pairs.flatMap(([, actual]) => namesIn(actual));
  const differing = [...shown.filter((name) => !real.includes(name)), ...real.filter((name) => !shown.includes(name))];
  return differing.every((name) => systemFolders.test(name));
}

/** The processes are those of the chapter, and belong to other users: each image has its own. */
function differsInUsersOnly(pairs: readonly (readonly [string, string])[]): boolean {
  const command = (line: string) => wordsOf(line).slice(-1)[0];
  const user = (line: string) => wordsOf(line)[0];
  return (
    pairs.every(([one, other]) => command(one) !== undefined && command(one) === command(other)) &&
    pairs.some(([one, other]) => user(one) !== user(other))
  );
}

/** Of the Filesystem Hierarchy Standard 3.0, and what containers have. */
const systemFolders =
  /^(?:bin|boot|dev|etc|home|lib(?:32|64|x32)?|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var|\.dockerenv|\.\.?)$/;

function namesIn(line: string): readonly string[] {
  if (/^total \d/.test(line)) return [];
  const words = wordsOf(line);
  const name = line.includes(' -> ') ? words.at(-3) : words.at(-1);
  // `ls -l` has the name last.
  return /^[-dlcbps][rwxsStT-]{9}/.test(line.trim()) ? [name ?? ''] : words;
}

/** BusyBox as Debian builds it says nothing of an interface's state. */
function stateless(line: string): string {
  return squash(line.replace(/ state \w+/, ''));
}

/** The line of a list's name or end, or nothing. */
function isFrame(line: string): boolean {
  return /^\s*(?:"Labels": (?:null|\{\}?),?|[{}\]],?)?$/.test(line);
}

function expectedOf(line: DiffLine): string {
  return line.op === 'unexpected' ? '' : line.expected;
}

function actualOf(line: DiffLine): string {
  return line.op === 'missing' ? '' : line.actual;
}

function differingLines(match: Match | null): readonly string[] {
  if (match?.verdict !== 'mismatch') return [];
  return match.diff.flatMap((line) => (line.op === 'changed' || line.op === 'unexpected' ? [line.actual] : []));
}

/** Typed into a container, or told to run in one. */
function isContained({ into, text }: CommandStep): boolean {
  return into !== 'shell' || isOf(printersOf(text), 'docker');
}

/** Whether it shows what a stand-in image itself is: its labels, layers, variables. */
function inspects(command: string, images: readonly string[]): boolean {
  const inspecting = thoseOf(printersOf(command), 'docker inspect', 'docker image inspect');
  return inspecting.flatMap(({ operands }) => operands).some((name) => images.some((image) => sameImage(name, image)));
}

/**
 * A history ends with the layers of the base image, which a stand-in has others of. Whatever differs above them is the
 * chapter's own.
 */
function differsInBaseLayersOnly(command: string, output: string, { verdict, diff }: Match): boolean {
  const form = effectsOf(command).output;
  if (verdict !== 'mismatch' || form?.form !== 'table' || form.table !== 'image history') return false;
  const rows = output.split('\n');
  const base = rows.slice(rows.findIndex((row) => row.includes(label)));
  if (!rows.some((row) => row.includes(label))) return false;
  const lastSame = diff.findLastIndex(({ op }) => op === 'same');
  return diff.every((line, index) => {
    if (line.op === 'same') return true;
    if (line.op === 'missing') return index > lastSame;
    return base.includes(line.actual);
  });
}
