import { canonicalImage, effectsOf, optionValues, understand } from '../command/index.ts';
import { chapterSettings } from '../config/front-matter.ts';
import type { Itinerary, Step } from '../core/plan.ts';
import { baseImages, looksLikeComposeFile, parseComposeFile, parseDockerfile } from '../dockerfile/index.ts';

/** An image of the author's machine: no registry has it by its ID. */
const id = /^(?=.*\d)[0-9a-f]{12}(?:[0-9a-f]{52})?$/;

/**
 * Images that a chapter and those it builds on take from a registry, as they name them, in the order in which they need
 * them: what their commands pull or run, what their Dockerfiles begin with, what their compose files run.
 */
export function imagesOf(itinerary: Itinerary): string[] {
  return imagesIn(itinerary).wanted;
}

/**
 * The images of a chapter by the section that needs one first, in the order of its sections: a learner who reads the
 * first one needs those of the first one. What the chapters before need, and what nobody can tell, comes with the first.
 */
export function imagesBySection(itinerary: Itinerary): readonly (readonly string[])[] {
  const { wanted, neededBy } = imagesIn(itinerary);
  const sections = itinerary.plan.chapter.sections.map(({ index }) => index);
  const sectionOf = (image: string) => neededBy.get(image)?.section ?? sections[0];
  return sections.map((section) => wanted.filter((image) => sectionOf(image) === section));
}

/**
 * Images that a chapter takes from a registry, and whether that is all of them: a variable may hide a name. `made` are
 * those that it makes itself, by their full names; `neededBy` tells the step of the chapter that needs one first, if it
 * is a step of its own that does.
 */
export function imagesIn({ before, plan, course }: Itinerary): {
  readonly wanted: string[];
  readonly neededBy: ReadonlyMap<string, Step>;
  readonly made: ReadonlySet<string>;
  readonly all: boolean;
} {
  const plans = [...before, plan];
  let hidden = false;
  const made = new Set<string>();
  const wanted = new Set<string>(plans.flatMap(({ chapter }) => chapterSettings(chapter).images));
  const neededBy = new Map<string, Step>();
  const own = new Set(plan.steps);
  let at: Step | null = null;
  const dockerfiles: string[] = [];
  const want = (name: string) => {
    if (wanted.has(name) || made.has(canonicalImage(name)) || id.test(name) || name.includes('$')) return;
    wanted.add(name);
    if (at !== null && own.has(at)) neededBy.set(name, at);
  };
  const wantBases = (dockerfile: string) => {
    for (const { image } of baseImages(parseDockerfile(dockerfile))) {
      hidden ||= image === null;
      if (image) want(image.canonical);
    }
  };
  const wantIn = (path: string, content: string) => {
    if (/dockerfile/i.test(path)) {
      dockerfiles.push(content);
      wantBases(content);
    } else if (/\.ya?ml$/.test(path) && looksLikeComposeFile(content) > 0.5)
      for (const { image, build } of parseComposeFile(content).services)
        if (image !== null && build === null) want(image);
  };
  if (course?.elsewhere === null) for (const { path, content } of course.documents) wantIn(path, content);
  for (const step of plans.flatMap(({ steps }) => steps)) {
    if (step.skip) continue;
    at = step;
    if (step.type === 'file') {
      wantIn(step.path, step.content);
      continue;
    }
    hidden ||= hidesImage(step.text);
    const { pulls, makes, builds, writesContent } = effectsOf(step.text);
    // What it builds and runs in one line comes from no registry.
    if (builds.length > 0)
      for (const { kind, name } of makes) if (kind === 'image' && name) made.add(canonicalImage(name));
    // What the page says does not exist is to be had nowhere.
    if (step.toldMissing !== 'image') for (const { text } of pulls) want(text);
    for (const { path, content } of writesContent) wantIn(path, content);
    if (builds.length > 0)
      for (const [name, value] of buildArguments(step.text))
        for (const dockerfile of dockerfiles) wantBases(withDefault(dockerfile, name, value));
    if (pulls.length > 0 && builds.length === 0) continue;
    for (const { kind, name } of makes) if (kind === 'image' && name) made.add(canonicalImage(name));
  }
  at = null;
  if (course?.elsewhere === null)
    for (const { path, content } of course.documents)
      if (/\.(?:ba)?sh$/.test(path)) for (const { text } of effectsOf(content).pulls) want(text);
  return { wanted: [...wanted], neededBy, made, all: !hidden };
}

/** Whether a command takes an image of which the shell makes the name. */
function hidesImage(text: string): boolean {
  const verbs = ['container run', 'container create', 'image pull'];
  return understand(text).calls.some(
    ({ docker }) => verbs.includes(docker?.verb ?? '') && docker?.operands.some((operand) => operand.includes('$')),
  );
}

/** `--build-arg NAME=value` of the builds in a command. */
function buildArguments(text: string): readonly (readonly [string, string])[] {
  return understand(text).calls.flatMap(({ docker }) =>
    (docker === null ? [] : optionValues(docker, 'build-arg')).flatMap((one) => {
      const at = one.indexOf('=');
      return at < 0 ? [] : [[one.slice(0, at), one.slice(at + 1)] as const];
    }),
  );
}

/** A Dockerfile as a build reads it that gives one of its arguments. */
function withDefault(dockerfile: string, name: string, value: string): string {
  const lines = dockerfile.split('\n');
  return lines
    .map((line) =>
      /^ARG$/i.test(line.trim().split(/\s/)[0] ?? '') && line.trim().split(/[\s=]+/)[1] === name
        ? `ARG ${name}=${value}`
        : line,
    )
    .join('\n');
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
