import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMarkdown } from '../config/chapter-files.ts';
import { findConfig, findUpwards } from '../config/repository.ts';
import type { EngineSpec } from '../core/engine.ts';
import type { Itinerary } from '../core/plan.ts';
import { version } from '../core/version.ts';
import { engineIdentity, imageDigest } from '../engine/index.ts';
import { type Around, hangsOn, isWithin } from './hangs-on.ts';
import { byFullName, imagesIn } from './images.ts';
import { filesOf } from './workspace.ts';

/** Of what a chapter's outcome is made, each part by its name, as a digest. Two runs with the same are the same run. */
export type Fingerprint = Readonly<Record<'tutor' | 'engine' | 'options' | 'files' | 'images', string>>;

/** Who says what an engine and an image are now; null: nobody can. */
export interface Asked {
  readonly engine: (spec: EngineSpec) => Promise<string | null>;
  readonly image: (image: string, spec: EngineSpec) => Promise<string | null>;
}

/** Makes fingerprints; what several chapters hang on is read once. */
export class Fingerprints {
  readonly #around: Around;
  readonly #options: string;
  readonly #folders = new Map<string, Promise<readonly string[]>>();
  readonly #contents = new Map<string, Promise<string>>();
  readonly #images = new Map<string, Promise<string | null>>();
  readonly #engines = new Map<string, Promise<string | null>>();
  #tutor: Promise<string> | null = null;

  readonly #asked: Asked;
  readonly #written: ReadonlySet<string>;

  /**
   * @param options all that decides how steps are run and compared; plain data
   * @param written files that tutor itself writes, absolute
   */
  constructor(
    around: Around,
    options: unknown,
    written: readonly string[] = [],
    asked: Asked = { engine: engineIdentity, image: imageDigest },
  ) {
    this.#asked = asked;
    this.#around = around;
    this.#options = digest(JSON.stringify(options));
    this.#written = new Set(written);
  }

  /** @returns null where a part of it cannot be known: a registry or the engine does not answer, a variable names an image */
  async of(itinerary: Itinerary, spec: EngineSpec): Promise<Fingerprint | null> {
    const { wanted, all } = imagesIn(itinerary);
    if (!all) return null;
    const key = JSON.stringify(spec);
    const [tutor, files, engine, ...images] = await Promise.all([
      this.#ownText(),
      this.#files(itinerary),
      once(key, () => this.#asked.engine(spec), this.#engines),
      ...[...byFullName(wanted)].map(async ([name, image]) => {
        const named = await once(`${key} ${name}`, () => this.#asked.image(image, spec), this.#images);
        return named === null ? null : `${name} ${named}`;
      }),
    ]);
    if (engine === null || images.includes(null)) return null;
    return {
      tutor,
      engine: digest(`${key} ${engine}`),
      options: this.#options,
      files: digest(files.join('\n')),
      images: digest(images.join('\n')),
    };
  }

  /** Built, this very file is the whole program. */
  #ownText(): Promise<string> {
    this.#tutor ??= readFile(fileURLToPath(import.meta.url)).then((text) => `${version} ${digest(text)}`);
    return this.#tutor;
  }

  /** Every file that may decide how it comes out, with what is in it. More than it hangs on: scripts name further ones. */
  async #files(itinerary: Itinerary): Promise<readonly string[]> {
    const { config, assets, cwd } = this.#around;
    const { before, plan, course } = itinerary;
    const documents = [...before, plan].map(({ chapter }) => resolve(cwd, chapter.path));
    const homes = [...new Set(documents.map((path) => dirname(path)))];
    const roots = await Promise.all(homes.map(async (home) => (await findUpwards(home, '.git')) ?? home));
    const folders = [...new Set([...roots, config.snapshots, ...(assets === null ? [] : [assets])])];
    const listed = (
      await Promise.all(folders.map((folder) => once(folder, () => this.#listed(folder), this.#folders)))
    ).flat();
    const settings = await findConfig(cwd);
    const ofCourse = (file: string) => course !== undefined && isWithin(dirname(course.path), file);
    const beside = (file: string) =>
      !isMarkdown(file) && !isWithin(config.snapshots, file) && homes.some((home) => isWithin(home, file));
    const counts = (file: string) =>
      !this.#written.has(file) && (ofCourse(file) || beside(file) || hangsOn(itinerary, file, this.#around));
    const files = new Set([...documents, ...(settings === null ? [] : [settings]), ...listed.filter(counts)]);
    return Promise.all(
      [...files].sort().map(async (file) => {
        const content = await once(file, () => contentOf(file), this.#contents);
        return `${relative(config.root, file)} ${content}`;
      }),
    );
  }

  async #listed(folder: string): Promise<readonly string[]> {
    return (await filesOf(folder)).map((name) => join(folder, name));
  }
}

async function once<T>(key: string, make: () => Promise<T>, known: Map<string, Promise<T>>): Promise<T> {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

/** Whether it can be executed is a part of what a file is. */
async function contentOf(file: string): Promise<string> {
  const [text, { mode }] = await Promise.all([readFile(file), stat(file)]);
  return `${digest(text)} ${(mode & 0o111) === 0 ? '' : 'x'}`;
}

function digest(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}
