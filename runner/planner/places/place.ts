import { effectsOf, type Opens } from '../../command/index.ts';
import { because, type Told } from '../../core/message.ts';
import type { Into } from '../../core/plan.ts';
import type { View } from '../blocks/view.ts';
import { cuesIn, type TextCues } from '../prose/cues.ts';
import type { Entry, TypedEntry } from '../transcript/entry.ts';
import { looksTyped } from '../transcript/repl.ts';
import { remarksBefore, type Turn, turnsOf } from '../transcript/turns.ts';
import { addContainers, type Containers, containersWith, namesContainer, opensIn } from './containers.ts';
import { mountedBy, pathUnder } from './mounted.ts';
import { containerIn, hasId, mayBePromptOf, type Open, openOf, type Place } from './open.ts';
import { effectsKnown, isHostOnly, isLeaving, isSql, touchesHost } from './own-place.ts';
import { entersInProse, leavesContainer, saysEntered, saysHost, saysInside, saysStrictlyInside } from './told.ts';

/** A command with the program it is typed into. */
export interface Placed {
  readonly entry: TypedEntry;
  readonly into: Into;
  /** The program that takes it, from the outside in; empty at the host's shell. */
  readonly stack: readonly Open[];
  readonly why: Told;
}

/** The commands of a block in their places, and where the reader is after the last one. */
export interface Placing {
  readonly placed: readonly Placed[];
  readonly place: Place;
}

/**
 * Follows what is open while the commands of a block are typed. A prompt of a container or a client is the best
 * witness; without one, what the command is decides (nobody calls docker in the container they are in), then the words
 * around the block.
 */
export function placeCommands(all: readonly Entry[], view: View, before: Place, made: Containers = new Map()): Placing {
  const turns = turnsOf(all);
  const exits = exitsLater(turns, view);
  const [added, mounted, placed] = [new Map<string, Opens | null>(), new Set<string>(), [] as Placed[]];
  const containers = containersWith(made, added);
  let [stack, left, passing] = [before.stack, before.left, false];
  for (const [at, turn] of turns.entries()) {
    const entry = turn.command;
    const remark = cuesIn(remarksBefore(turn).join(' '));
    const beforeDocker = callsDockerNext(turns.slice(at + 1), entry);
    const around = { sameBlock: at > 0, exits: exits[at] ?? false, beforeDocker, remark, mounted, containers, left };
    const now = stackFor(entry, view, stack, around);
    left = leftAfter(left, stack, now.stack);
    const top = now.stack.at(-1);
    placed.push({ entry, into: top === undefined ? 'shell' : top.into, stack: now.stack, why: now.why });
    stack = after(entry, view, remember(now.stack, entry, view), containers);
    // Another one was opened since: only the ID in a prompt leads back to those before.
    if (stack.length > now.stack.length) left = left.filter((one) => hasId(containerIn(one)));
    addContainers(added, entry.text);
    for (const folder of mountedBy(entry)) mounted.add(folder);
    passing = now.passing ?? (passing && stack.length > 0);
  }
  return { placed, place: passing ? before : { stack, left } };
}

/** A container that the reader does not type into any more is left open; one that they are back in is not. */
function leftAfter(left: Place['left'], before: readonly Open[], now: readonly Open[]): Place['left'] {
  const others = left.filter((one) => containerIn(one)?.opener !== containerIn(now)?.opener);
  const went = containerIn(before)?.opener != null && containerIn(before)?.opener !== containerIn(now)?.opener;
  return went ? [before, ...others] : others;
}

/** What stands around the command in its block and after it. */
interface Around {
  readonly sameBlock: boolean;
  /** The shell is left before docker is called again: it is still open. */
  readonly exits: boolean;
  /** Docker is called in the same block behind the same prompt, and no shell is left before. */
  readonly beforeDocker: boolean;
  /** Remarks between the command before and this one. */
  readonly remark: TextCues;
  /** Folders that the commands before it mount into containers and that the host does not have. */
  readonly mounted: ReadonlySet<string>;
  readonly containers: Containers;
  readonly left: Place['left'];
}

/** For each command, whether the shell is left after it before docker is called again. */
function exitsLater(turns: readonly Turn[], view: View): readonly boolean[] {
  const found: boolean[] = [];
  let ahead = view.exitAhead !== null;
  for (const { command } of turns.toReversed()) {
    found.push(ahead);
    if (isHostOnly(command.text)) ahead = false;
    else if (isLeaving(command)) ahead = true;
  }
  return found.reverse();
}

/** What comes next of leaving a shell and calling docker is the latter, behind the prompt of this command. */
function callsDockerNext(later: readonly Turn[], { prompt }: TypedEntry): boolean {
  const next = later.find(({ command }) => isHostOnly(command.text) || isLeaving(command))?.command;
  return next !== undefined && prompt !== null && next.prompt !== null && !isLeaving(next) && same(next.prompt, prompt);
}

interface Decision {
  readonly stack: readonly Open[];
  readonly why: Told;
  /** What is open is only imagined for the rest of the block. */
  readonly passing?: true;
}

function stackFor(entry: TypedEntry, view: View, stack: readonly Open[], around: Around): Decision {
  const { prompt } = entry;
  const top = stack.at(-1);
  if (isSql(entry.text)) return { stack: clientStack(stack, view, 'sql'), why: because('plan-sql') };
  if (
    around.remark.has('inside') &&
    !around.remark.has('browser') &&
    !isHostOnly(entry.text) &&
    prompt?.side !== 'host'
  )
    return { stack: containerOf(entry, view, stack, around), why: because('plan-says-inside') };
  if (prompt === null && !isHostOnly(entry.text) && namesContainer(around.containers, entry.text))
    return amongContainers(entry, view, stack, around);
  if (prompt?.system === 'windows') return { stack: [], why: because('plan-windows-prompt') };
  if (prompt?.side === 'container')
    return { stack: containerOf(entry, view, stack, around), why: because('plan-container-prompt') };
  if (prompt?.side === 'repl')
    return {
      stack: clientStack(stack, view, prompt.program ?? 'unknown'),
      why: because('plan-client-prompt', { program: prompt.program ?? 'client' }),
    };
  if (top === undefined) return unopened(entry, view, stack, around);
  if (prompt?.side === 'host') return { stack: [], why: because('plan-host-prompt') };
  // `>` is an author's mark for what is typed; no shell greets with it.
  if (prompt !== null && prompt.form !== 'greater') {
    // No client greets with a shell's prompt: it was left.
    const left = around.sameBlock || looksTyped(entry.text, top.program) ? stack : withoutClients(stack);
    return left.length > 0
      ? byHostPrompt(entry, view, left, around)
      : { stack: left, why: because('plan-host-prompt') };
  }
  return withoutPrompt(entry, view, stack, around);
}

/** A container's name means something in containers only; where none is open, the page does not say which. */
function amongContainers(entry: TypedEntry, view: View, stack: readonly Open[], around: Around): Decision {
  const why = because('plan-names-container');
  return stack.some(({ into }) => into === 'container')
    ? { stack: containerOf(entry, view, stack, around), why }
    : { stack: [shownBy(view, 'container', 'sh')], why, passing: true };
}

/**
 * The container that is open, or one that the reader has gone away from without leaving it: the one whose prompt this
 * is. Where the page has opened none, there is one that it does not show.
 */
function containerOf(entry: TypedEntry, view: View, stack: readonly Open[], { left }: Around): readonly Open[] {
  const at = stack.findLastIndex(({ into }) => into === 'container');
  const here = at >= 0 ? [stack.slice(0, at + 1)] : [];
  const known = [...here, ...left.filter((one) => isGoneBackTo(one, entry, view))].find((one) => {
    const container = containerIn(one);
    return container !== null && mayBePromptOf(container, entry.prompt);
  });
  const found = known ?? here[0] ?? [...stack, shownBy(view, 'container', 'sh')];
  return found.slice(0, found.findLastIndex(({ into }) => into === 'container') + 1);
}

/** Words bring the reader back to what they left in the same section; a prompt, wherever it stands. */
function isGoneBackTo(one: readonly Open[], { prompt }: TypedEntry, { block }: View): boolean {
  return prompt?.side === 'container' || containerIn(one)?.section === block.section;
}

function clientStack(stack: readonly Open[], view: View, program: string): readonly Open[] {
  return stack.at(-1)?.into === 'repl' ? stack : [...stack, shownBy(view, 'repl', program)];
}

function shownBy({ block }: View, into: Open['into'], program: string): Open {
  const shared = {
    opener: null,
    block: null,
    section: block.section,
    openerPrompt: null,
    ownPrompt: null,
    certain: true,
    carried: false,
  };
  return { into, program, ...shared };
}

/** What is open below the clients. */
function withoutClients(stack: readonly Open[]): readonly Open[] {
  const end = stack.findLastIndex(({ into }) => into !== 'repl');
  return stack.slice(0, end + 1);
}

/** `$`, `user@host:~$` or `#`: the host's, unless it is another one than the host had. */
function byHostPrompt(entry: TypedEntry, view: View, stack: readonly Open[], around: Around): Decision {
  const top = stack.at(-1);
  const prompt = entry.prompt;
  if (isHostOnly(entry.text)) return { stack: [], why: because('plan-docker-on-host') };
  if (prompt === null || top === undefined) return { stack, why: because('plan-nothing-open') };
  if (isLeaving(entry)) return { stack, why: because('plan-leaves') };
  // The author writes `$` for whatever shell it is; the sentence tells which.
  if (around.beforeDocker && top.block !== view.block.index)
    return { stack: [], why: because('plan-host-prompt-again') };
  if (prompt.form === 'dollar' && saysStrictlyInside(view) && !touchesHost(entry.text))
    return { stack, why: because('plan-says-inside') };
  if (prompt.form === 'hash') return { stack, why: because('plan-root-prompt') };
  const [opened, own] = [top.openerPrompt, top.ownPrompt];
  if (own !== null && !same(own, prompt)) return { stack: [], why: because('plan-not-container-prompt') };
  // One that the host has, too, goes on where it stands; in another section it says nothing.
  const goesOn =
    view.block.section === top.section && (around.sameBlock || !(saysHost(view) || touchesHost(entry.text)));
  if (own !== null && (opened === null || !same(own, opened) || goesOn))
    return { stack, why: because('plan-prompt-seen-inside') };
  if (opened !== null && same(opened, prompt)) {
    // One prompt for every shell says nothing; an author who shows those of containers means the host's.
    const left = view.showsPlaces && !around.sameBlock && !saysInside(view) && !around.exits;
    return left ? { stack: [], why: because('plan-host-prompt-again') } : withoutPrompt(entry, view, stack, around);
  }
  if (top.openerPrompt === null && !around.sameBlock && !around.exits && !saysInside(view) && !top.certain)
    return { stack: [], why: because('plan-need-not-have-shell') };
  return { stack, why: because('plan-another-prompt') };
}

function same(a: { form: string; host: string | null }, b: { form: string; host: string | null }): boolean {
  return a.form === b.form && a.host === b.host;
}

function withoutPrompt(entry: TypedEntry, view: View, stack: readonly Open[], around: Around): Decision {
  const top = stack.at(-1);
  if (top === undefined) return { stack, why: because('plan-nothing-open') };
  if (isHostOnly(entry.text)) return { stack: [], why: because('plan-docker-on-host') };
  if (top.into === 'repl') {
    const statement = looksTyped(entry.text, top.program);
    if (statement || !effectsKnown(entry.text))
      return { stack, why: because('plan-typed-into-client', { program: top.program }) };
    return { stack: stack.slice(0, -1), why: because('plan-no-statement') };
  }
  if (effectsOf(entry.text).leaves) return { stack, why: because('plan-leaves') };
  if (around.exits) return { stack, why: because('plan-left-later') };
  if (!top.certain && !saysInside(view)) return { stack: [], why: because('plan-need-not-have-shell') };
  if (around.sameBlock) return { stack, why: because('plan-follows-opener') };
  if (saysInside(view)) return { stack, why: because('plan-says-inside') };
  if (saysHost(view) || touchesHost(entry.text)) return { stack: [], why: because('plan-concerns-host') };
  const near = view.block.section === top.section || top.carried;
  return near ? { stack, why: because('plan-still-open') } : { stack: [], why: because('plan-section-began') };
}

/** Nothing is known to be open, but the words say that this is typed in a container. */
function unopened(entry: TypedEntry, view: View, stack: readonly Open[], around: Around): Decision {
  const { mounted } = around;
  const path = entry.prompt === null && !isHostOnly(entry.text) ? pathUnder(mounted, entry.text) : undefined;
  if (path !== undefined)
    return {
      stack: containerOf(entry, view, stack, around),
      why: because('plan-only-mounted', { path }),
      passing: true,
    };
  if (isLeaving(entry) && leavesContainer(view))
    return { stack: containerOf(entry, view, stack, around), why: because('plan-leaves') };
  const shell = entry.prompt === null || ['dollar', 'hash'].includes(entry.prompt.form);
  const told = view.aboutContainer || saysStrictlyInside(view) || (saysEntered(view) && !touchesHost(entry.text));
  // A container greets its root with `#`, too.
  const asRoot = entry.prompt?.form === 'hash' && saysStrictlyInside(view) && !touchesHost(entry.text);
  const says =
    ((told && entry.prompt === null) || asRoot || (shell && entersInProse(view) && !touchesHost(entry.text))) &&
    !isHostOnly(entry.text);
  return says
    ? { stack: containerOf(entry, view, stack, around), why: because('plan-says-inside') }
    : { stack, why: because('plan-nothing-open') };
}

/** The prompt seen inside last tells later blocks whether they are inside, too. */
function remember(stack: readonly Open[], { prompt }: TypedEntry, { block }: View): readonly Open[] {
  const top = stack.at(-1);
  if (top === undefined) return stack;
  const moved = block.section === top.section ? top : { ...top, section: block.section, carried: true };
  return [...stack.slice(0, -1), { ...moved, ownPrompt: prompt ?? moved.ownPrompt }];
}

function after(entry: TypedEntry, view: View, stack: readonly Open[], containers: Containers): readonly Open[] {
  if (stack.length > 0 && isLeaving(entry)) return stack.slice(0, -1);
  const opens = opensIn(containers, entry.text);
  const opened = openOf(stack.length > 0 ? shellWithin(opens, entry.text) : opens, entry, {
    block: view.block.index,
    section: view.block.section,
  });
  return opened === null ? stack : [...stack, opened];
}

/** A shell that is opened in a container is left for that container. */
function shellWithin(opens: Opens | null, text: string): Opens | null {
  return opens?.into === 'shell' && !/^exec\s/.test(text) ? { ...opens, into: 'container' } : opens;
}
