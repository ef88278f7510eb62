import { posix } from 'node:path';
import type { Build } from '../../command/index.ts';
import { message } from '../../core/message.ts';
import type { Plan } from '../../core/plan.ts';
import { type ContextSource, parseDockerfile, sourcesOf } from '../../dockerfile/index.ts';
import { ReaderFolders } from '../reader-folders.ts';
import type { Rule } from '../rule.ts';
import { typedCommands } from '../typed.ts';

/** A file that a build copies and that the chapter never gives. */
export const missingSource: Rule = {
  name: 'missing-source',
  check(plan, surroundings) {
    const files = new ChapterFiles(plan);
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
  return source
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replaceAll('*', '[^/]*')
    .replaceAll('?', '[^/]');
}

/** The files that the chapter has its reader write, by the time they are written. */
class ChapterFiles {
  readonly #files: { readonly index: number; readonly path: string; readonly content: string | null }[];

  constructor(plan: Plan) {
    const typed = new Map(typedCommands(plan).map((command) => [command.step.index, command.effects]));
    this.#files = plan.steps.flatMap((step) => {
      if (step.type === 'file') return [{ index: step.index, path: step.path, content: step.content }];
      const effects = typed.get(step.index);
      if (!effects) return [];
      const contents = effects.writesContent.map(({ path, content }) => ({ index: step.index, path, content }));
      return [...contents, ...effects.writesFiles.map((path) => ({ index: step.index, path, content: null }))];
    });
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
