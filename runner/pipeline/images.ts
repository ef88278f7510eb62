import { canonicalImage, effectsOf } from '../command/index.ts';
import { chapterSettings } from '../config/front-matter.ts';
import type { Itinerary } from '../core/plan.ts';
import { baseImages, parseDockerfile } from '../dockerfile/index.ts';

/** An image of the author's machine: no registry has it by its ID. */
const id = /^(?=.*\d)[0-9a-f]{12}(?:[0-9a-f]{52})?$/;

/**
 * Images that a chapter and those it builds on take from a registry, as they name them, in the order in which they need
 * them: what their commands pull or run, and what their Dockerfiles begin with.
 */
export function imagesOf({ before, plan, course }: Itinerary): string[] {
  const plans = [...before, plan];
  const made = new Set<string>();
  const wanted = new Set<string>(plans.flatMap(({ chapter }) => chapterSettings(chapter).images));
  const want = (name: string) => {
    if (!made.has(canonicalImage(name)) && !id.test(name)) wanted.add(name);
  };
  const wantBases = (dockerfile: string) => {
    for (const { image } of baseImages(parseDockerfile(dockerfile))) if (image) want(image.canonical);
  };
  for (const step of plans.flatMap(({ steps }) => steps)) {
    if (step.skip) continue;
    if (step.type === 'file') {
      if (/dockerfile/i.test(step.path)) wantBases(step.content);
      continue;
    }
    const { pulls, makes, builds, writesContent } = effectsOf(step.text);
    for (const { text } of pulls) want(text);
    for (const { path, content } of writesContent) {
      if (/dockerfile/i.test(path)) wantBases(content);
    }
    if (pulls.length > 0 && builds.length === 0) continue;
    for (const { kind, name } of makes) if (kind === 'image' && name) made.add(canonicalImage(name));
  }
  if (course?.elsewhere === null)
    for (const { from, content } of course.assets) {
      if (content === null) continue;
      if (/dockerfile/i.test(from)) wantBases(content);
      else if (!/\.ya?ml$/.test(from)) for (const { text } of effectsOf(content).pulls) want(text);
    }
  return [...wanted];
}

/** Images by their full names (`ubuntu` and `ubuntu:latest` are one), each as it was written first, in that order. */
export function byFullName(images: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const image of images) {
    const name = canonicalImage(image);
    if (!found.has(name)) found.set(name, image);
  }
  return found;
}
