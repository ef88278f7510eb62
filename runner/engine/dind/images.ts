import * as z from 'zod';
import { type Generation, generations } from '../../core/engine.ts';
import { ask, askJson } from '../host/api.ts';
import { connectTo, type Endpoint, findEndpoint } from '../host/endpoint.ts';
import { dindImage, dindRepository } from './image.ts';

/** What is there of a generation on the user's engine. */
export interface DindPrepared {
  readonly generation: Generation;
  readonly ready: boolean;
  /** Space that its images take, outdated ones included. */
  readonly bytes: number;
}

interface Held {
  readonly reference: string;
  readonly bytes: number;
}

const listed = z.array(z.object({ RepoTags: z.array(z.string()).nullish(), Size: z.number() }));

/** What is prepared on the user's engine, by generation; null where no engine answers. */
export async function listDind(): Promise<readonly DindPrepared[] | null> {
  const endpoint = await findEndpoint();
  const held = endpoint === null ? null : await imagesOn(endpoint);
  if (held === null) return null;
  return generations.map((generation) => ({
    generation,
    ready: held.some(({ reference }) => reference === dindImage(generation).reference),
    bytes: ofGeneration(held, generation).reduce((sum, { bytes }) => sum + bytes, 0),
  }));
}

/**
 * Removes the images of the given generations from the user's engine.
 *
 * @returns the bytes that they took; 0 where no engine answers.
 */
export async function removeDind(which: readonly Generation[]): Promise<number> {
  const endpoint = await findEndpoint();
  const held = endpoint === null ? null : await imagesOn(endpoint);
  if (endpoint === null || held === null) return 0;
  let freed = 0;
  for (const { reference, bytes } of which.flatMap((generation) => ofGeneration(held, generation))) {
    const { status } = await ask(connectTo(endpoint), 'DELETE', `/images/${reference}`);
    if (status === 200) freed += bytes;
  }
  return freed;
}

/** Removes the images of a generation that no recipe makes any more; one in use stays. */
export async function removeOtherImages(endpoint: Endpoint, generation: Generation): Promise<void> {
  const { reference: current } = dindImage(generation);
  for (const { reference } of ofGeneration((await imagesOn(endpoint)) ?? [], generation)) {
    if (reference !== current) await ask(connectTo(endpoint), 'DELETE', `/images/${reference}`);
  }
}

async function imagesOn(endpoint: Endpoint): Promise<readonly Held[] | null> {
  const filters = encodeURIComponent(JSON.stringify({ reference: [dindRepository] }));
  const found = listed.safeParse(await askJson(connectTo(endpoint), `/images/json?filters=${filters}`));
  if (!found.success) return null;
  return found.data.flatMap(({ RepoTags, Size }) => (RepoTags ?? []).map((reference) => ({ reference, bytes: Size })));
}

function ofGeneration(held: readonly Held[], generation: Generation): readonly Held[] {
  return held.filter(({ reference }) => reference.startsWith(`${dindRepository}:${generation}-`));
}
