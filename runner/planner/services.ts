import { effectsOf, understand } from '../command/index.ts';
import type { Chapter } from '../core/chapter.ts';
import type { PageOfCourse, Step } from '../core/plan.ts';
import { looksLikeComposeFile, parseComposeFile } from '../dockerfile/index.ts';
import { linkTo, type PlacedScript } from './links.ts';

/**
 * Addresses that the course's platform shows beside its pages: each is asked where the page has started what answers
 * there, unless the page itself leads to it.
 */
export function serviceLinks(
  { blocks, source }: Chapter,
  steps: readonly Step[],
  { services, documents }: Pick<PageOfCourse, 'services' | 'documents'>,
): readonly PlacedScript[] {
  return services.flatMap((address): readonly PlacedScript[] => {
    if (source.includes(`href="${address}"`)) return [];
    const port = portOf(address);
    const starts = steps.find(
      (step, at) => step.skip === null && startsAt(step, port, [...documents, ...writtenIn(steps.slice(0, at))]),
    );
    const block = blocks[starts?.block ?? -1];
    return block === undefined ? [] : linkTo(address, block.endLine);
  });
}

/** The port of an address of the reader's own machine; null of any other. */
function portOf(address: string): string | null {
  const [own, port = '80'] = /^http:\/\/(?:localhost|127\.0\.0\.1)(?::(\d+))?(?:\/|$)/.exec(address) ?? [];
  return own === undefined ? null : port;
}

type Document = PageOfCourse['documents'][number];

function writtenIn(steps: readonly Step[]): readonly Document[] {
  return steps.flatMap((step) => (step.type === 'file' ? [{ path: step.path, content: step.content }] : []));
}

/** What goes on in the foreground is ended before anybody could ask. */
function startsAt(step: Step, port: string | null, documents: readonly Document[]): boolean {
  if (port === null || step.type !== 'command' || step.script !== undefined || step.into !== 'shell') return false;
  const { publishes, ends } = effectsOf(step.text);
  if (ends.how !== 'ends') return false;
  if (publishes.some(({ hostPort }) => hostPort === port)) return true;
  const up = understand(step.text).calls.some(({ docker }) => docker?.verb === 'compose up');
  return up && documents.some((one) => isPublishedBy(one, port));
}

function isPublishedBy({ path, content }: Document, port: string): boolean {
  if (!/\.ya?ml$/.test(path) || looksLikeComposeFile(content) <= 0.5) return false;
  return parseComposeFile(content).services.some(({ ports }) => ports.some(({ hostPort }) => hostPort === port));
}
