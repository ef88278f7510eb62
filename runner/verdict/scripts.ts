import { effectsOf, understand } from '../command/index.ts';
import { message, type Place, type Told } from '../core/message.ts';
import type { Outcome, Site } from '../core/outcome.ts';
import type { Output } from '../core/output.ts';
import { type CommandStep, isCheck, type Step } from '../core/plan.ts';
import { faultsIn } from '../printed/index.ts';
import { type Fates, foldersOf, onlyLooks, type StepFacts, type Subject, subject, type World } from '../world/index.ts';
import { at } from './decide.ts';
import { seekers } from './nothing-there.ts';
import { siteTold, thingTold, troubleTold } from './told.ts';

/** All that is known of a script of the course when it has ended. */
export interface ScriptEvidence {
  readonly step: CommandStep;
  readonly facts: StepFacts;
  readonly world: World;
  readonly fates: Fates;
  readonly output: Output;
  /** What has come out of its page so far. */
  readonly page: readonly Outcome[];
  /** The person at the keyboard does the page in their own way. */
  readonly byHand: boolean;
  /** The step to which it goes back that a step did not do its work. */
  readonly rootOf: (step: Step) => Site;
}

/** What a script says: one that prepares has prepared or not, one that checks has found what it asks for or not. */
export function decideScript(evidence: ScriptEvidence): Outcome {
  const { step, facts, output } = evidence;
  const place: Place = { path: facts.site.chapter, line: step.line, column: step.column };
  // A line that is typed for the reader says nothing by its last status.
  const ended =
    output.exitCode === 0 ||
    output.ended === 'running' ||
    (step.script?.role === 'foreground' && output.ended !== 'timeout');
  const found = ended
    ? null
    : step.script?.role === 'link'
      ? deadEnd(evidence)
      : isCheck(step)
        ? missedBy(evidence)
        : unprepared(evidence);
  const told =
    found === null
      ? []
      : [message(found.why.code, found.why.args, place, found.status === 'skipped' ? 'info' : 'error')];
  return {
    step,
    status: found?.status ?? 'passed',
    cause: found === null ? null : { ...found.cause, evidence: [found.why] },
    output,
    match: null,
    typed: null,
    messages: [...output.messages.map((one) => at(one, place)), ...told],
  };
}

interface Found {
  readonly status: Outcome['status'];
  readonly cause:
    | { readonly kind: 'chapter' | 'surroundings' | 'reader' }
    | { readonly kind: 'step'; readonly of: Site };
  readonly why: Told;
}

/** Status of a shell that cannot read its script. */
const noSyntax = 2;

/** It is written for its platform's own machine: what is not like that here is nobody's fault. */
function unprepared({ step, output }: ScriptEvidence): Found {
  const name = step.script?.name ?? '';
  const unread = faultsIn(output.text).find(({ kind, line }) => kind === 'usage' && line.includes('syntax error'));
  // It is one nowhere.
  if (unread !== undefined && output.exitCode === noSyntax)
    return {
      status: 'failed',
      cause: { kind: 'chapter' },
      why: { code: 'script-syntax', args: { name, line: unread.line } },
    };
  const why: Told =
    output.ended === 'timeout'
      ? { code: 'script-runs-on', args: { name } }
      : { code: 'script-failed', args: { name, exit: output.exitCode ?? '?', line: lastLine(output) } };
  return { status: 'broken', cause: { kind: 'surroundings' }, why };
}

/** Why a link leads to nothing: an earlier step, a server that no step starts, or the page. */
function deadEnd(evidence: ScriptEvidence): Found {
  const { step, facts, world } = evidence;
  const name = step.script?.name ?? '';
  const follows = consequenceOf(evidence);
  if (follows !== null) return follows;
  const [port] = facts.needs.filter(({ kind }) => kind === 'port');
  if (port === undefined)
    return { status: 'failed', cause: { kind: 'chapter' }, why: { code: 'link-without-file', args: { name } } };
  return world.isMade(port)
    ? { status: 'failed', cause: { kind: 'chapter' }, why: { code: 'link-unanswered', args: { name } } }
    : { status: 'skipped', cause: { kind: 'reader' }, why: { code: 'link-not-started', args: { name } } };
}

/** What has gone wrong before, and this follows from it; null where nothing has. */
function consequenceOf(evidence: ScriptEvidence): Found | null {
  const { step, facts, fates, page, rootOf } = evidence;
  const { chapter } = facts.site;
  const asked = askedBy(step, facts, evidence.world);
  const trouble = fates.unmade(asked) ?? fates.altered(asked);
  if (trouble !== null)
    return { status: 'broken', cause: { kind: 'step', of: trouble.root }, why: troubleTold(trouble, chapter) };
  const undone = page.find(
    (outcome) => isUndone(outcome) && (isAstray(outcome) || mayTouch(outcome.step, asked, evidence.world)),
  );
  if (undone === undefined) return null;
  const of = undone.cause?.kind === 'step' ? undone.cause.of : rootOf(undone.step);
  const args = { name: step.script?.name ?? '', where: siteTold(of, chapter) };
  const code = isCheck(step) ? 'check-follows' : 'link-follows';
  return { status: 'broken', cause: { kind: 'step', of }, why: { code, args } };
}

/** It was not done since its reader is not in the folder that the page means: nor is what the page names from there. */
function isAstray({ cause }: Outcome): boolean {
  return cause?.kind === 'step' && cause.evidence.some(({ code }) => code === 'place-lost');
}

/**
 * Whether what a script asks for may hang on a step: it makes, changes or needs one of those things, or nobody can tell
 * what it does. A list that came out otherwise leaves everything as it was.
 */
function mayTouch(step: Step, asked: readonly Subject[], world: World): boolean {
  if (asked.length === 0) return true;
  const { needs, makes, removes, changes, frees } = world.factsOf(step);
  const touched = [needs, makes, removes, changes].flat();
  const withFolders = (one: Subject) => [one.key, ...foldersOf(one)];
  const keys = new Set(asked.flatMap(withFolders));
  // What has no name may be any of its kind.
  const isAny = ({ key, kind }: Subject) => key.includes('#') && asked.some((one) => one.kind === kind);
  if (frees !== null || touched.some((one) => isAny(one) || withFolders(one).some((key) => keys.has(key)))) return true;
  if (step.type === 'file') return false;
  const { calls } = understand(step.text);
  const isKnown = step.into === 'shell' && calls.length > 0 && calls.every(({ docker }) => docker !== null);
  return !isKnown && !onlyLooks(step.text, effectsOf(step.text));
}

/** Why a check does not find what it asks for: an earlier step, the reader's own part, or the course. */
function missedBy(evidence: ScriptEvidence): Found {
  const { step, facts, world, output, page, byHand } = evidence;
  const { chapter } = facts.site;
  const name = step.script?.name ?? '';
  if (byHand)
    return {
      status: 'skipped',
      cause: { kind: 'reader' },
      why: { code: 'check-not-yet', args: { name, line: lastLine(output) } },
    };
  const follows = consequenceOf(evidence);
  if (follows !== null) return follows;
  const asked = askedBy(step, facts, evidence.world);
  const done = page.filter((outcome) => outcome.status === 'passed' && doesSomething(outcome.step));
  if (done.length === 0)
    return { status: 'skipped', cause: { kind: 'reader' }, why: { code: 'check-own-task', args: { name } } };
  const unmade = asked.find((one) => isOwn(one) && !world.isMade(one));
  if (unmade !== undefined) {
    const meant = world.meantBy(facts, unmade);
    if (meant !== null) {
      const args = { what: thingTold(unmade), meant: thingTold(meant.meant), where: siteTold(meant.madeBy, chapter) };
      return { status: 'failed', cause: { kind: 'chapter' }, why: { code: 'meant-another', args } };
    }
    if (!done.some(isSolution))
      return {
        status: 'skipped',
        cause: { kind: 'reader' },
        why: { code: 'check-asks-more', args: { name, what: thingTold(unmade) } },
      };
  }
  const line = lastLine(output);
  if (lacksProgram(output, world))
    return {
      status: 'broken',
      cause: { kind: 'surroundings' },
      why: { code: 'check-lacks', args: { name, line } },
    };
  const why: Told =
    line === ''
      ? { code: 'check-failed-silently', args: { name, exit: output.exitCode ?? '?' } }
      : { code: 'check-failed', args: { name, exit: output.exitCode ?? '?', line } };
  return { status: 'failed', cause: { kind: 'chapter' }, why };
}

/** A check is written for its platform's machine, which has programs and modules that no page brings. */
function lacksProgram({ text }: Output, world: World): boolean {
  return faultsIn(text).some(
    ({ kind, thing }) =>
      kind === 'missing' &&
      (thing?.kind === 'program' || thing?.kind === 'module') &&
      !world.isMade(subject('package', thing.name)),
  );
}

/** A step that should have done its work and has not. */
function isUndone({ status, cause }: Outcome): boolean {
  return status !== 'passed' && !(status === 'skipped' && cause?.kind === 'chapter');
}

/** It leaves something behind that a check can find. */
function doesSomething(step: Step): boolean {
  if (step.type === 'file') return true;
  if (step.script !== undefined) return false;
  const { makes, destroys, starts, stops, writesFiles, silent, destructive } = effectsOf(step.text);
  return (
    step.into !== 'shell' ||
    silent ||
    destructive !== null ||
    [makes, destroys, starts, stops, writesFiles].some(({ length }) => length > 0)
  );
}

/** The page itself shows how its task is done. */
function isSolution({ step }: Outcome): boolean {
  return step.solves === true;
}

/** What only a step of the course, or the reader, can have made. */
function isOwn({ kind, key }: Subject): boolean {
  return ['container', 'volume', 'network', 'path'].includes(kind) && !/[$#*]/.test(key);
}

/** What a check asks for: what it needs and its course has not given, and things of the course that bear a name which it looks for in a list. */
export function askedBy(step: CommandStep, { needs }: StepFacts, world: World): readonly Subject[] {
  const asked = [...needs, ...soughtIn(step, world)].filter((one) => !/[$#*]/.test(one.key) && !world.isGiven(one));
  return [...new Map(asked.map((one) => [one.key, one])).values()];
}

function soughtIn(step: CommandStep, world: World): readonly Subject[] {
  const words = understand(step.text).calls.flatMap(({ program, args }) =>
    seekers.has(program) ? args.filter((arg) => /^\w[\w./:-]{2,}$/.test(arg)) : [],
  );
  const kinds = ['container', 'image', 'volume', 'network'] as const;
  return words.flatMap((word) => kinds.flatMap((kind) => world.named(kind, word)));
}

function lastLine({ text }: Output): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}
