import { posix } from 'node:path';
import type { Build } from '../../command/index.ts';
import { message } from '../../core/message.ts';
import type { Plan } from '../../core/plan.ts';
import { withoutEnding } from '../../core/words.ts';
import { type ContextSource, parseDockerfile, sourcesOf } from '../../dockerfile/index.ts';
import { expressionOf } from '../course-files.ts';
import { ReaderFolders } from '../reader-folders.ts';
import type { Rule } from '../rule.ts';
import { typedCommands } from '../typed.ts';

/** A file that a build copies and that the chapter never gives. */
export const missingSource: Rule = {
  name: 'missing-source',
  check({ before, plan }, surroundings) {
    const files = new ChapterFiles(before, plan);
    const folders = new ReaderFolders(plan);
    if (before.some((one) => new ReaderFolders(one).fetched(Number.POSITIVE_INFINITY))) return [];
    return typedCommands(plan).flatMap(({ step, effects, place }) =>
      effects.builds.flatMap((build) => {
        files.goTo(step.index);
        const dockerfile = files.dockerfileFor(build);
        if (dockerfile === null || folders.fetched(step.index)) return [];
        const wanted = sourcesOf(parseDockerfile(dockerfile), build.target ?? undefined);
        return wanted
          .filter(
            (source) =>
              !files.has(source) &&
              !folders.origins(posix.join(build.context, source.path), step.index).some(surroundings.hasFile),
          )
          .map(({ path }) => message('lint-missing-source', { file: path }, place));
      }),
    );
  },
};

/** `index` of the step that writes it. */
interface WrittenFile {
  readonly index: number;
  readonly path: string;
  readonly content: string | null;
}

/** @param at when they are written, where that is not when their steps come */
function filesOf(plan: Plan, at?: number): readonly WrittenFile[] {
  const typed = new Map(typedCommands(plan).map((command) => [command.step.index, command.effects]));
  return plan.steps.flatMap((step): WrittenFile[] => {
    const index = at ?? step.index;
    if (step.type === 'file') return [{ index, path: step.path, content: step.content }];
    const effects = typed.get(step.index);
    if (!effects) return [];
    const contents = effects.writesContent.map(({ path, content }) => ({ index, path, content }));
    return [...contents, ...effects.writesFiles.map((path) => ({ index, path, content: null }))];
  });
}

/** The files that the chapter, and those before it, have their reader write, by the time they are written. */
class ChapterFiles {
  readonly #files: readonly WrittenFile[];
  /** How many of them are written so far, what they are called, and each run of the parts of their paths. */
  #count = 0;
  readonly #contents = new Map<string, string>();
  readonly #parts = new Set<string>();

  constructor(before: readonly Plan[], plan: Plan) {
    this.#files = [...before.flatMap((each) => filesOf(each, -1)), ...filesOf(plan)];
  }

  /** Goes on to a step; steps come in their order. */
  goTo(step: number): void {
    for (; (this.#files[this.#count]?.index ?? step) < step; this.#count++) {
      const { path, content } = this.#files[this.#count] as WrittenFile;
      if (content !== null) this.#contents.set(posix.basename(path), content);
      for (const part of runsOf(path.split('/'))) this.#parts.add(part);
    }
  }

  /** Whether it is written by now, or it cannot be known from the chapter alone. */
  has({ path, dynamic }: ContextSource): boolean {
    if (dynamic || ['.', '/', './'].includes(path) || /^https?:|^git@/.test(path)) return true;
    const plain = withoutEnding(path.replace(/^\.?\//, ''), '/');
    if (!/[*?[]/.test(plain)) return this.#parts.has(plain);
    const pattern = new RegExp(`(?:^|/)${expressionOf(plain)}(?:/|$)`);
    return this.#files.slice(0, this.#count).some((file) => pattern.test(file.path));
  }

  /** The last Dockerfile written by now that fits a build's name; null where the chapter gives none. */
  dockerfileFor(build: Build): string | null {
    return this.#contents.get(posix.basename(build.dockerfile ?? 'Dockerfile')) ?? null;
  }
}

/** Every run of parts that stand side by side: what a path may be called from some folder. */
function runsOf(parts: readonly string[]): readonly string[] {
  return parts.flatMap((_, from) => parts.slice(from).map((_, count) => parts.slice(from, from + count + 1).join('/')));
}
