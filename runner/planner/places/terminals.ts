import { effectsOf } from '../../command/index.ts';
import { escaped } from '../../core/escaped.ts';
import { interrupts } from '../blocks/mark.ts';
import type { View } from '../blocks/view.ts';
import { promptOf } from '../prompts/index.ts';
import { cuesIn } from '../prose/cues.ts';
import { atHome, containerIn, mayBePromptOf, type Place } from './open.ts';

/** The terminals that a reader has open, and what is open in each. */
export interface Terminals {
  /** The one that the reader types into now, from 1. */
  readonly current: number;
  readonly places: Readonly<Record<number, Place>>;
}

export const oneTerminal: Terminals = { current: 1, places: { 1: atHome } };

/** Where the reader types now. */
export function placeIn({ current, places }: Terminals): Place {
  return places[current] ?? atHome;
}

/** The terminals after the commands of a block were typed into the current one. */
export function withPlace(terminals: Terminals, place: Place): Terminals {
  return { ...terminals, places: { ...terminals.places, [terminals.current]: place } };
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

/**
 * The terminal in which that container is open whose prompt the block begins with: the one that the line above names
 * (`in web1, ping web2`), or that greets so where the current terminal has none.
 */
function holding({ label, block }: View, { current, places }: Terminals): number | null {
  const first = promptOf(block.lines.find(({ text }) => text.trim() !== '')?.text ?? '');
  if (first?.side !== 'container') return null;
  const open = Object.entries(places).map(([number, place]) => ({ number: Number(number), ...place }));
  const named = open.filter(({ stack, left }) =>
    [stack, ...left]
      .flat()
      .some(({ opener }) => opener !== null && namesIn(opener.text).some((name) => isPlace(name, label))),
  );
  const [only] = named;
  if (named.length === 1 && only !== undefined) return only.number === current ? null : only.number;
  const { stack, left } = places[current] ?? atHome;
  if ([stack, ...left].some((one) => containerIn(one) !== null)) return null;
  const greeting = open.findLast((one) => {
    const container = containerIn(one.stack);
    return container?.opener != null && mayBePromptOf(container, first);
  });
  return greeting?.number ?? null;
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
  return { current: number, places: { ...terminals.places, [number]: terminals.places[number] ?? atHome } };
}
