import { effectsOf, optionValues, type Thing, understand } from '../command/index.ts';
import type { CommandStep } from '../core/plan.ts';
import type { Aliases } from './aliases.ts';

/** Names under which the network knows a container besides its own. */
export function furtherNames(text: string): readonly string[] {
  return understand(text).calls.flatMap(({ docker }) =>
    docker === null ? [] : [...optionValues(docker, 'network-alias'), ...optionValues(docker, 'hostname')],
  );
}

/** Whether a container that a command makes goes on by itself: it is started detached, or without an end. */
export function goesOn(text: string): boolean {
  const { output, ends, opens } = effectsOf(text);
  return output?.form === 'id' || ends.how === 'endless' || opens !== null;
}

/** A container of which only a run can tell the name, or only the reader: `docker stop xxx`. */
export function isAnyContainer({ kind, name }: Thing, { skip }: CommandStep, aliases: Aliases): boolean {
  if (kind !== 'container') return false;
  return name === null || (skip?.code === 'placeholder' && aliases.find('container', name) === null);
}
