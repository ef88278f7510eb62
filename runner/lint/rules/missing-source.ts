import { posix } from 'node:path';
import type { Build } from '../../command/index.ts';
import { escaped } from '../../core/escaped.ts';
import { message } from '../../core/message.ts';
import type { Plan } from '../../core/plan.ts';
import { type ContextSource, parseDockerfile, sourcesOf } from '../../dockerfile/index.ts';
import { ReaderFolders } from '../reader-folders.ts';
import type { Rule } from '../rule.ts';
import { typedCommands } from '../typed.ts';

/** A file that a build copies and that the chapter never gives. */
export const missingSource: Rule = {
  name: 'missing-source',
  check({ before, plan }, surroundings) {
    const files = new ChapterFiles(before, plan);
    const folders = new ReaderFolders(plan);
    return typedCommands(plan).flatMap(({ step, effects, place }) =>
      effects.builds.flatMap((build) => {
        const dockerfile = files.dockerfileFor(build, step.index);
        if (dockerfile === null || folders.fetched(step.index)) return [];
        const wanted = sourcesOf(parseDockerfile(dockerfile), build.target ?? undefined);
        return wanted
          .filter(
            (source) =>
              !isWritten(source, files.written(step.index)) &&
              !folders.origins(posix.join(build.context, source.path), step.index).some(surroundings.hasFile),
          )
          .map(({ path }) => message('lint-missing-source', { file: path }, place));
      }),
    );
  },
};

/** Whether the chapter writes it, or it cannot be known from the chapter alone. */
function isWritten({ path, dynamic }: ContextSource, written: readonly string[]): boolean {
  if (dynamic || /^(?:\.|\/|\.\/)$/.test(path) || /^https?:|^git@/.test(path)) return true;
  const pattern = new RegExp(`(?:^|/)${expressionOf(path.replace(/^\.?\//, '').replace(/\/$/, ''))}(?:/|$)`);
  return written.some((file) => pattern.test(file));
}

/** A source's wildcards (Go's `filepath.Match`, which the builders use) as a regular expression. */
function expressionOf(source: string): string {
  return escaped(source).replaceAll('\\*', '[^/]*').replaceAll('\\?', '[^/]');
}

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

  constructor(before: readonly Plan[], plan: Plan) {
    this.#files = [...before.flatMap((each) => filesOf(each, -1)), ...filesOf(plan)];
  }

  written(before: number): string[] {
    return this.#files.filter(({ index }) => index < before).map(({ path }) => path);
  }

  /** The last Dockerfile written before a build that fits its name; null where the chapter gives none. */
  dockerfileFor(build: Build, before: number): string | null {
    const name = posix.basename(build.dockerfile ?? 'Dockerfile');
    const fitting = this.#files.filter(
      ({ index, path, content }) => index < before && content !== null && posix.basename(path) === name,
    );
    return fitting.at(-1)?.content ?? null;
  }
}
