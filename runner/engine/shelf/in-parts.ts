import { type Progress, type ProgressEvent, silent } from '../../core/progress.ts';
import { shelfActions } from './sources.ts';

/** What is prepared part by part, in order, at most one part ahead of whoever goes through them. */
export interface InParts {
  /**
   * Resolves when a part and all before it are ready; then the next one begins. Who waits is told how far it is, also
   * of what began before they came.
   *
   * @throws what preparing one of them throws; the next call tries that one again.
   */
  ready(part: number, progress?: Progress): Promise<void>;
  /** Ends what is being prepared, and resolves when it has ended. What was ready stays so. */
  end(): Promise<void>;
}

/**
 * Stand-ins for the images of a chapter, by its sections (`imagesBySection`): whoever reads one section waits for the
 * images of that one, and those of the next are built meanwhile. The sandbox may run already; it serves an image as soon
 * as it is stored. Where Docker Hub answers there is nothing to build.
 */
export function prepareInParts(parts: readonly (readonly string[])[], signal?: AbortSignal): InParts {
  const prepare = async (images: readonly string[], progress: Progress, ended: AbortSignal) => {
    for (const action of images.length > 0 ? await shelfActions(images) : []) await action.run(progress, ended);
  };
  return inParts(parts, prepare, signal);
}

/** The same for whatever there is to prepare. */
export function inParts<Part>(
  parts: readonly Part[],
  prepare: (part: Part, progress: Progress, ended: AbortSignal) => Promise<void>,
  signal?: AbortSignal,
): InParts {
  const ending = new AbortController();
  const ended = signal === undefined ? ending.signal : AbortSignal.any([signal, ending.signal]);
  const begun: Promise<void>[] = [];
  let last: ProgressEvent | null = null;
  let listener = silent;
  const tell = (event: ProgressEvent) => {
    last = event;
    listener(event);
  };
  const begin = (part: number): Promise<void> => {
    const known = begun[part];
    const content = parts[part];
    if (known !== undefined || content === undefined) return known ?? Promise.resolve();
    const work = (part === 0 ? Promise.resolve() : begin(part - 1)).then(async () => {
      ended.throwIfAborted();
      await prepare(content, tell, ended);
      last = null;
    });
    begun[part] = work;
    // One that failed is tried again by whoever asks for it next.
    work.catch(() => delete begun[part]);
    return work;
  };
  return {
    async ready(part, progress = silent) {
      const until = Math.min(part, parts.length - 1);
      const work = begin(until);
      listener = progress;
      if (last !== null) progress(last);
      try {
        await work;
      } finally {
        listener = silent;
      }
      begin(until + 1).catch(() => {});
    },
    async end() {
      ending.abort();
      await Promise.allSettled(begun);
    },
  };
}
