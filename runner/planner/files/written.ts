import { effectsOf, understand } from '../../command/index.ts';
import { isCompose } from '../blocks/looks.ts';
import type { Draft } from '../draft.ts';
import { nameFrom } from './names.ts';

/** Programs that unpack or make whole projects. */
const bringers = new Set([
  'tar',
  'unzip',
  'npx',
  'npm',
  'yarn',
  'dotnet',
  'django-admin',
  'rails',
  'cargo',
  'composer',
]);

/** The files that the blocks read so far write, by the last part of their path. */
export interface Written {
  /** Content of a file; null where it is not known, undefined where nobody writes it. */
  contentOf(path: string): string | null | undefined;
  /** Whether a compose file is among them. */
  readonly hasCompose: boolean;
  /** Whether a command has brought files of which the page does not tell the names. */
  readonly hasBrought: boolean;
  /** Whether a longer file holds each of these lines. */
  isExcerpt(text: string): boolean;
}

/** Files written so far, and which of them holds a line: so that nobody goes through all of them. */
export class WrittenFiles implements Written {
  #hasCompose = false;
  #hasBrought = false;
  readonly #contents = new Map<string, string | null>();
  readonly #files = new Map<string, readonly string[]>();
  readonly #holders = new Map<string, Set<string>>();

  /** Notes what a block writes. */
  add({ view, kind, commands, edited }: Draft): void {
    const path = kind === 'dockerfile' || kind === 'file' ? nameFrom(view, kind)?.path : undefined;
    const usual =
      kind === 'dockerfile' ? 'Dockerfile' : kind === 'file' && isCompose(view.text) ? 'compose.yaml' : undefined;
    const own = path ?? usual;
    if (own !== undefined) this.#set(own, view.text);
    for (const { text } of commands) {
      this.#hasBrought ||= understand(text).calls.some(({ program, args }) =>
        program === 'git' ? args.includes('clone') : bringers.has(program),
      );
      const { writesFiles, writesContent } = effectsOf(text);
      for (const path of writesFiles) this.#set(path, null);
      for (const { path, content } of writesContent) this.#set(path, content);
    }
    for (const { path, lines } of edited) this.#set(path, lines.map(({ text }) => text).join('\n'));
  }

  contentOf(path: string): string | null | undefined {
    return this.#contents.get(lastPart(path));
  }

  get hasCompose(): boolean {
    return this.#hasCompose;
  }

  get hasBrought(): boolean {
    return this.#hasBrought;
  }

  isExcerpt(text: string): boolean {
    const lines = linesOf(text);
    const holders = lines.map((line) => this.#holders.get(line) ?? new Set<string>());
    const [fewest, ...others] = holders.sort((a, b) => a.size - b.size);
    return [...(fewest ?? [])].some(
      (name) => (this.#files.get(name)?.length ?? 0) > lines.length && others.every((names) => names.has(name)),
    );
  }

  #set(path: string, content: string | null): void {
    const name = lastPart(path);
    for (const line of this.#files.get(name) ?? []) this.#holders.get(line)?.delete(name);
    this.#contents.set(name, content);
    this.#hasCompose ||= /compose.*\.ya?ml$/.test(name);
    const lines = content === null ? [] : linesOf(content);
    this.#files.set(name, lines);
    for (const line of lines) {
      const names = this.#holders.get(line);
      if (names === undefined) this.#holders.set(line, new Set([name]));
      else names.add(name);
    }
  }
}

/** The lines of a file that say something, without what moves them in. */
export function linesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}

/** Last part of a path, in lower case: how files are compared whose folders are not known. */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}
