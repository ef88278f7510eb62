import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ChapterReport, ChapterVerdict } from '../core/report.ts';
import { writeWhole } from '../core/whole-file.ts';
import { stateFolder } from '../engine/index.ts';
import type { Fingerprint } from '../pipeline/fingerprint.ts';

/** A chapter, or the pages of a course, as it was when all of it passed on an engine. */
export interface Green {
  readonly fingerprint: Fingerprint;
  /** ISO 8601. */
  readonly at: string;
}

/** What is known of earlier runs of a repository's chapters, by absolute paths and engines. */
interface Known {
  readonly verdicts: Readonly<Record<string, Readonly<Record<string, ChapterVerdict>>>>;
  readonly green: Readonly<Record<string, Readonly<Record<string, Green>>>>;
}

/** How chapters came out the last time. */
export class Remembered {
  readonly #path: string;
  readonly #cwd: string;
  #known: Known;

  private constructor(path: string, cwd: string, known: Known) {
    this.#path = path;
    this.#cwd = cwd;
    this.#known = known;
  }

  /**
   * @param root folder of the configuration
   * @param cwd what the paths of reports are relative to
   */
  static async of(root: string, cwd: string): Promise<Remembered> {
    const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
    const path = join(stateFolder(), 'verdicts', `${name}.json`);
    const text = await readFile(path, 'utf8').catch(() => '');
    return new Remembered(path, cwd, read(text));
  }

  /** Whether a chapter was neither green nor left out the last time it was tested on an engine. */
  hasFailed(path: string, engine: string): boolean {
    const good: readonly (ChapterVerdict | undefined)[] = ['passed', 'left-out', 'empty', 'unchanged', undefined];
    return !good.includes(this.#known.verdicts[resolve(this.#cwd, path)]?.[engine]);
  }

  /** Its last green run; null where there is none, or a later one was not green. */
  green(file: string, engine: string): Green | null {
    return this.#known.green[file]?.[engine] ?? null;
  }

  /** Notes that all of a chapter, or of a course, was run and passed. */
  addGreen(file: string, engine: string, green: Green): void {
    const known = this.#known.green;
    this.#known = { ...this.#known, green: { ...known, [file]: { ...known[file], [engine]: green } } };
  }

  dropGreen(file: string, engine: string): void {
    const known = this.#known.green;
    const { [engine]: _, ...others } = known[file] ?? {};
    this.#known = { ...this.#known, green: { ...known, [file]: others } };
  }

  /** Keeps how chapters came out, and what was noted. A folder that cannot be written is no reason to fail. */
  async keep(reports: readonly ChapterReport[]): Promise<void> {
    const verdicts = { ...this.#known.verdicts };
    for (const { path, engine, verdict } of reports) {
      const file = resolve(this.#cwd, path);
      verdicts[file] = { ...verdicts[file], [engine]: verdict };
    }
    this.#known = { ...this.#known, verdicts };
    await writeWhole(this.#path, JSON.stringify(this.#known)).catch(() => {});
  }
}

function read(text: string): Known {
  try {
    const { verdicts = {}, green = {} } = JSON.parse(text) as Partial<Known>;
    return { verdicts, green };
  } catch {
    return { verdicts: {}, green: {} };
  }
}
