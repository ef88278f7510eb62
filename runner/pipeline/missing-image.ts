import { parseImageName } from '../command/index.ts';
import type { EngineSpec } from '../core/engine.ts';
import { imagesLackingOnHost } from '../engine/index.ts';
import { hubAnswers, sourceOf } from '../engine/shelf/index.ts';

/** Docker Hub's images among these that are nowhere to be had: Docker Hub does not answer, and no stand-in is known. */
export async function missingImages(images: Iterable<string>): Promise<readonly string[]> {
  const ofHub = [...images].filter(isOfHub);
  const sources = await Promise.all(ofHub.map((image) => sourceOf(image)));
  return ofHub.filter((_image, index) => sources[index] === 'nowhere');
}

/** Docker Hub's images among these that an engine without a shelf would have to pull, where Docker Hub does not answer. */
export async function imagesOutOfReach(
  spec: Exclude<EngineSpec, { kind: 'sandbox' }>,
  images: readonly string[],
): Promise<readonly string[]> {
  const ofHub = images.filter(isOfHub);
  if (ofHub.length === 0 || (await hubAnswers())) return [];
  if (spec.kind === 'dind') return ofHub;
  const lacking = await Promise.all((spec.at ?? [undefined]).map((place) => imagesLackingOnHost(ofHub, place)));
  return ofHub.filter((image) => lacking.some((images) => images.includes(image)));
}

function isOfHub(image: string): boolean {
  return parseImageName(image)?.registry === 'docker.io';
}
