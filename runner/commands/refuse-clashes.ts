import { located, message, UserError } from '../core/message.ts';
import type { Itinerary } from '../core/plan.ts';
import { findClashes } from '../engine/index.ts';
import type { Io } from './verb.ts';

/**
 * Names and ports of the chapters that somebody else holds on the host's engine are said before the first step: a
 * chapter that goes on to remove "its" container would remove theirs. The name of an image is given back at the end, so
 * that stops nothing.
 *
 * @param places of the engines; undefined: what `docker` reaches
 * @throws UserError where there are any others.
 */
export async function refuseClashes(
  itineraries: readonly Itinerary[],
  places: readonly (string | undefined)[],
  io: Pick<Io, 'locale'> & { readonly stderr: Pick<NodeJS.WritableStream, 'write'> },
): Promise<void> {
  const steps = itineraries.flatMap(({ before, plan }) => [...before, plan]).flatMap((plan) => plan.steps);
  const commands = steps.flatMap((step) => (step.type === 'command' && !step.skip ? [step.text] : []));
  const clashes = (await Promise.all(places.map((place) => findClashes(commands, place)))).flat();
  for (const clash of clashes) io.stderr.write(`${located(clash, io.locale)}\n`);
  const count = clashes.filter(({ code }) => code !== 'clash-image').length;
  if (count > 0) throw new UserError(message('clashes', { count }));
}
