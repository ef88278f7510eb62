import { type Effects, effectsOf, understand } from '../../command/index.ts';
import type { CommandStep } from '../../core/plan.ts';
import { interrupts } from '../blocks/mark.ts';
import type { Draft, DraftCommand } from '../draft.ts';
import { cuesIn } from '../prose/cues.ts';
import type { TypedEntry } from '../transcript/entry.ts';
import { remarksBefore, turnOf } from '../transcript/turns.ts';
import { tellsToDetach } from './detach.ts';
import { markedTerminal } from './terminals.ts';

/** A command with what stands in words before it. */
interface Said {
  readonly command: DraftCommand;
  readonly effects: Effects;
  readonly words: string;
  /** Null of another page. */
  readonly section: number | null;
  /** The click that types it sends Ctrl-C first. */
  readonly interrupts: boolean;
  /** The author says in which terminal it is typed. */
  readonly isMarked: boolean;
}

/**
 * A server that keeps its terminal, or a container's shell, stays open while the chapter uses it: what is typed
 * meanwhile is typed into another terminal, up to the last command that needs it, or until it is stopped or left.
 *
 * @param left what a page before has left running, of a course
 */
export function goOnElsewhere(drafts: readonly Draft[], left: readonly CommandStep[] = []): void {
  const all = [...left.map(leftRunning), ...drafts.flatMap(saidIn)];
  let spare = Math.max(1, ...all.map(({ command }) => command.terminal)) + 1;
  for (const [at, running] of all.entries()) {
    const { command, effects } = running;
    if (command.skip !== null) continue;
    const later = all.slice(at + 1).filter((one) => one.command.terminal === command.terminal);
    const meanwhile =
      effects.opens?.into === 'container'
        ? besideShell(running, later)
        : effects.ends.how === 'ends' || effects.opens !== null
          ? []
          : usesOf(running, later);
    for (const one of meanwhile) one.command.terminal = spare;
    if (meanwhile.length > 0) spare += 1;
  }
}

function leftRunning({ text, into, terminal }: CommandStep): Said {
  // Nothing was read for it on this page.
  const entry = null as unknown as TypedEntry;
  const command = { entry, text, into, stack: [], terminal, expected: null, skip: null };
  return { command, effects: effectsOf(text), words: '', section: null, interrupts: false, isMarked: false };
}

function saidIn({ commands, entries, view }: Draft): readonly Said[] {
  return commands.map((command, at) => ({
    command,
    effects: effectsOf(command.text),
    section: view.block.section,
    interrupts: at === 0 && interrupts(view.block),
    isMarked: markedTerminal(view) !== null,
    words: [
      ...(at === 0 ? view.between.map(({ text }) => text) : []),
      // A click that stops what runs says what these words say.
      ...(at === 0 && interrupts(view.block) ? ['Ctrl+C'] : []),
      ...remarksBefore(turnOf(entries, command.entry)),
    ].join('\n'),
  }));
}

/** The host's commands that are typed while a container's shell stays open: the reader goes back into it, or it is needed. */
function besideShell(running: Said, later: readonly Said[]): readonly Said[] {
  const within = (one: Said) => one.command.stack.some(({ opener }) => opener === running.command.entry);
  const makes = ({ effects }: Said) => effects.makes.some(({ kind }) => kind === 'container');
  let own = makes(running);
  let last = -1;
  for (const [at, one] of later.entries()) {
    if (within(one)) {
      last = at;
      if (openerOf(one.command) === running.command.entry && one.effects.leaves) break;
    } else if (own) {
      if (isInItsPlace(running, one) || tellsToDetach(one.words)) break;
      if (one.command.skip === null && worksOn(running, one)) last = at;
      if (endsIt(running, one)) break;
      // What is called by its ID from here on may be another one.
      if (makes(one)) own = namesOf(running.effects).length > 0;
    }
  }
  return later.slice(0, last + 1).filter((one) => !within(one));
}

/** The commands that are typed while something runs on: those up to the last one that needs it running. */
function usesOf(running: Said, later: readonly Said[]): readonly Said[] {
  let last = -1;
  const opened = new Set<TypedEntry | null>();
  for (const [at, one] of later.entries()) {
    const { command, words } = one;
    // A line for what was open before goes into that terminal.
    if (command.into !== 'shell' && !opened.has(openerOf(command))) break;
    opened.add(command.entry);
    if (command.skip !== null) continue;
    if (one.isMarked || one.interrupts || tellsToStop(words) || isInItsPlace(running, one) || hangsOnShell(one)) break;
    if (needsRunning(running, one)) last = at;
    if (endsIt(running, one)) break;
  }
  const moved = new Set<TypedEntry | null>(later.slice(0, last + 1).map(({ command }) => command.entry));
  return later.filter(({ command }) => moved.has(command.entry) || moved.has(openerOf(command)));
}

/** What it leaves in its shell, or finds there, another terminal has not: a folder, a variable. */
function hangsOnShell({ command: { text, into }, effects }: Said): boolean {
  if (into !== 'shell') return false;
  const changes = understand(text).calls.some(({ program }) => changesShell.has(program));
  return changes || effects.changesFolder !== null || text.replaceAll('$(', '').includes('$');
}

function openerOf({ stack }: DraftCommand): TypedEntry | null {
  return stack.at(-1)?.opener ?? null;
}

/** `Ctrl-C` as words or keys: the reader ends it. */
function tellsToStop(words: string): boolean {
  return cuesIn(words).has('interrupt');
}

/** It takes the name or the port, or does the same anew: the one before was stopped. */
function isInItsPlace({ command, effects }: Said, one: Said): boolean {
  if (tellsToStop(one.command.text)) return true;
  const [names, ports] = [namesOf(effects), portsOf(effects)];
  const again = one.effects.ends.how !== 'ends' && one.command.text === command.text;
  const isStopped = verbsOf(one).some((verb) => onlyStopped.has(verb)) && one.effects.needs.some(isOneOf(names));
  return (
    again ||
    isStopped ||
    one.effects.makes.some(isOneOf(names)) ||
    portsOf(one.effects).some((port) => ports.includes(port)) ||
    (isCompose(command.text) && verbsOf(one).some((verb) => verb === 'compose up'))
  );
}

/** What Docker does with a running container alone. */
const works = new Set(['exec', 'stop', 'kill', 'top', 'stats', 'pause', 'unpause', 'port', 'attach', 'restart']);
const composeWorks = new Set(
  ['exec', 'top', 'ps', 'stop', 'restart', 'scale', 'port'].map((verb) => `compose ${verb}`),
);
const lists = new Set(['ps', 'ls', 'compose ps']);
const onlyStopped = new Set(['start', 'rm']);
const composeEnds = new Set(['compose down', 'compose stop', 'compose kill']);
const changesShell = new Set(['', 'export', 'declare', 'alias', 'unalias', 'source', '.', 'set', 'unset']);
const ownMachine = new Set(['localhost', '127.0.0.1', '0.0.0.0', '::1', '[::1]']);

function needsRunning(running: Said, one: Said): boolean {
  if (cuesIn(one.words).has('terminal')) return true;
  const { command, effects } = running;
  const verbs = verbsOf(one);
  const here = one.effects.contacts.filter(({ host }) => ownMachine.has(host));
  const ports = portsOf(effects);
  // Where it is not told on which port it listens, it is the one that the same part of the page asks.
  const asked = (port: number | null) =>
    ports.length > 0
      ? ports.includes(`${port ?? 80}`)
      : port !== null && (running.section === null || one.section === running.section);
  if (here.some(({ port }) => asked(port))) return true;
  const names = namesOf(effects);
  if (worksOn(running, one)) return true;
  if (isCompose(command.text) && verbs.some((verb) => composeWorks.has(verb))) return true;
  const [own] = effects.pulls;
  const listed = verbs.some((verb) => lists.has(verb));
  return (
    listed &&
    (one.command.expected?.lines ?? []).some(
      ({ text }) =>
        text.includes(' Up ') && [...names, own?.repository ?? ''].some((name) => name !== '' && text.includes(name)),
    )
  );
}

/** It does something with the container that Docker does with a running one alone. */
function worksOn({ effects }: Said, one: Said): boolean {
  if (!verbsOf(one).some((verb) => works.has(verb))) return false;
  const isUnnamed = effects.makes.some(({ kind, name }) => kind === 'container' && name === null);
  return one.effects.needs.some(isOneOf(namesOf(effects))) || (isUnnamed && one.effects.needs.some(isCalledByItsId));
}

/** What stops the container ends the command that shows it. */
function endsIt({ effects }: Said, one: Said): boolean {
  const names = namesOf(effects);
  const stops = [...one.effects.stops, ...one.effects.destroys];
  return stops.some(isOneOf(names)) || verbsOf(one).some((verb) => composeEnds.has(verb));
}

function namesOf({ makes, starts }: Effects): readonly string[] {
  return [...makes, ...starts].flatMap(({ kind, name }) => (kind === 'container' && name !== null ? [name] : []));
}

/** A container that Docker has named is called by its ID. */
function isCalledByItsId({ kind, name }: { readonly kind: string; readonly name: string | null }): boolean {
  return kind === 'container' && /^(?=.*\d)[0-9a-f]{2,64}$/.test(name ?? '');
}

function isOneOf(names: readonly string[]) {
  return ({ kind, name }: { readonly kind: string; readonly name: string | null }) =>
    kind === 'container' && name !== null && names.includes(name);
}

function portsOf({ publishes }: Effects): readonly string[] {
  return publishes.flatMap(({ hostPort }) => hostPort ?? []);
}

function isCompose(text: string): boolean {
  return understand(text).calls.some(({ docker }) => docker?.verb === 'compose up');
}

function verbsOf({ command }: Said): readonly string[] {
  return understand(command.text).calls.flatMap(({ docker }) => docker?.verb.replace('container ', '') ?? []);
}
