import { because, type Told } from '../../core/message.ts';
import type { BlockKind } from '../../core/plan.ts';
import { commandness } from '../lines/commandness.ts';
import { takesCode } from '../transcript/repl.ts';
import { type Case, type Evidence, speaks, type Witness } from './evidence.ts';

/** What of the block would be typed, and into what. */
export const typingWitness: Witness = (about) => {
  const { placed, entries, view } = about;
  const kind = typedKind(about);
  if (placed.length === 0) return [speaks('run', -8, because('plan-untypable')), speaks('in-container', -8)];
  const prompted = placed.filter(({ entry }) => entry.prompt !== null).length;
  if (prompted > 0) return [speaks(kind, 5, reasonFor(about, because('plan-prompted')))];
  const client = placed.every(({ into }) => into === 'repl') ? placed[0]?.stack.at(-1) : undefined;
  if (client !== undefined && takesCode(client.program, view.block.lang))
    return [speaks(kind, 8, reasonFor(about, because('plan-commands')))];
  const lines = entries.filter(({ type }) => type === 'output').length;
  const share = placed.length / (placed.length + lines);
  const sure = Math.max(...placed.map(({ entry }) => commandness(entry.text.split('\n')[0] ?? '')));
  const first = entries.find(({ type }) => type === 'command' || type === 'output');
  if (first?.type === 'output' && sure < 0.95) return [speaks(kind, -2)];
  if (view.language === 'none' || view.language === 'plain' || view.language === 'output')
    return [speaks(kind, 4.5 * sure * (share > 0.3 ? 1 : 0.8), reasonFor(about, because('plan-commands')))];
  return [speaks(kind, 4 * sure, reasonFor(about, because('plan-commands')))];
};

/** Everything goes into something that an earlier block opened. */
export function typedKind({ placed, view }: Pick<Case, 'placed' | 'view'>): BlockKind {
  const [first] = placed;
  if (first === undefined) return 'run';
  const openedHere = first.stack.some(({ block }) => block === view.block.index);
  return first.into !== 'shell' && !openedHere ? 'in-container' : 'run';
}

function reasonFor(about: Case, plain: Told): Told {
  const [first] = about.placed;
  if (first === undefined || typedKind(about) === 'run') return plain;
  const opener = first.stack.at(-1);
  return first.into === 'repl'
    ? because('plan-into-client', { why: first.why, program: opener?.program ?? 'client' })
    : because('plan-into-container', { why: first.why });
}

/** Evidence for a kind that types, whatever it is called for this case. */
export function typed(about: Case, weight: number, reason: Told): Evidence {
  return speaks(typedKind(about), weight, reason);
}
