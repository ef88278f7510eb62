import { dockerVerbsIn, effectsOf } from '../../command/index.ts';
import { escaped } from '../../core/escaped.ts';
import { interrupts } from '../blocks/mark.ts';
import type { View } from '../blocks/view.ts';
import { promptOf } from '../prompts/index.ts';
import { cuesIn } from '../prose/cues.ts';
import type { Open } from './open.ts';

/** The terminals that a reader has open, and what is open in each. */
export interface Terminals {
  /** The one that the reader types into now, from 1. */
  readonly current: number;
  readonly stacks: Readonly<Record<number, readonly Open[]>>;
}

export const oneTerminal: Terminals = { current: 1, stacks: { 1: [] } };

/** What is open where the reader types now. */
export function stackOf({ current, stacks }: Terminals): readonly Open[] {
  return stacks[current] ?? [];
}

/** The terminals after the commands of a block were typed into the current one. */
export function withStack(terminals: Terminals, stack: readonly Open[]): Terminals {
  return { ...terminals, stacks: { ...terminals.stacks, [terminals.current]: stack } };
}

/**
 * The terminal that the marks of the block or the words above it name; the current one where they name none.
 *
 * @param busy something is open in the current one, or its last command does not end: only then another one is needed
 */
export function terminalFor(view: View, terminals: Terminals, busy: boolean): Terminals {
  const marked = markedTerminal(view);
  if (marked !== null) return goTo(terminals, marked);
  const holder = holding(view, terminals);
  if (holder !== null) return goTo(terminals, holder);
  const said = cuesIn(view.between.map(({ text }) => text).join('\n'));
  if (said.has('secondTerminal')) return goTo(terminals, 2);
  if (said.has('firstTerminal')) return goTo(terminals, 1);
  if (!said.has('terminal') || !busy || interrupts(view.block)) return terminals;
  return goTo(terminals, terminals.current === 1 ? 2 : terminals.current + 1);
}

/** The terminal that the author's own mark names; null where none does. */
export function markedTerminal(view: View): number | null {
  return view.block.annotation?.keys.terminal ?? view.terminal;
}

/** The terminal in which that container is open which the line above a container's prompt names: `in web1, ping web2`. */
function holding({ label, block }: View, { current, stacks }: Terminals): number | null {
  const first = block.lines.find(({ text }) => text.trim() !== '')?.text ?? '';
  if (promptOf(first)?.side !== 'container') return null;
  const named = Object.entries(stacks).filter(([, stack]) =>
    stack.some(({ opener }) => opener !== null && namesIn(opener.text).some((name) => isPlace(name, label))),
  );
  const [only] = named;
  return named.length !== 1 || only === undefined || Number(only[0]) === current ? null : Number(only[0]);
}

/** The containers that a command makes or enters, by name. */
function namesIn(text: string): readonly string[] {
  const { makes, opens } = effectsOf(text);
  const made = makes.flatMap(({ kind, name }) => (kind === 'container' && name !== null ? [name] : []));
  return opens?.container == null ? made : [...made, opens.container];
}

/** Something is typed in what has this name; the others in the sentence are what it is about. */
function isPlace(name: string, label: string): boolean {
  const one = `[\`'"*]*${escaped(name)}[\`'"*]*`;
  return new RegExp(
    `\\b(?:in|from|inside|within|on)\\s+(?:the\\s+)?${one}(?![\\w-])|(?<![\\w-])${one}\\s*(?:container|컨테이너|コンテナ|容器|에서|で|中|里)`,
    'iu',
  ).test(label);
}

function goTo(terminals: Terminals, number: number): Terminals {
  return { current: number, stacks: { ...terminals.stacks, [number]: terminals.stacks[number] ?? [] } };
}

const entering = new Set(['container run', 'container exec', 'container attach', 'container start']);

/**
 * Whether later blocks go on at a container's prompt although nothing opens one again: what is typed on the host in
 * between is then typed in another terminal. One answer for each block.
 */
export function returnsToContainer(views: readonly View[]): readonly boolean[] {
  const found: boolean[] = [];
  let returns = false;
  for (const { block } of [...views].reverse()) {
    found.push(returns);
    for (const { text } of [...block.lines].reverse()) {
      if (dockerVerbsIn(text).some((verb) => entering.has(verb))) returns = false;
      else if (/^container-id|^busybox|^shell-version/.test(promptOf(text)?.form ?? '') && !/#\s*$|\$\s*$/.test(text))
        returns = true;
    }
  }
  return found.reverse();
}
