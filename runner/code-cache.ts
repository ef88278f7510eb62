import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, Script } from 'node:vm';
import { brotliDecompressSync } from 'node:zlib';
import { cacheFolder } from './engine/sandbox/paths.ts';

/** What V8 compiled of a file while it ran. */
interface Compiled {
  /** Of the file's text. */
  readonly digest: string;
  /** Computing time of that run, in microseconds. */
  readonly cpu: number;
  readonly code: Buffer;
}

/** Of texts, by the names of their files. */
export type Digests = Readonly<Record<string, string>>;

/** A file that runs. */
export interface Running {
  /** What the file exports. */
  readonly exports: unknown;
  /** Whether what was compiled the last time was at hand. */
  readonly wasKept: boolean;
  /** Keeps what was compiled so far, where it is more than what is kept. */
  keep(): void;
}

/**
 * Runs a CommonJS file of ASCII, with what V8 compiled of it the last time. That is kept for each verb, as each runs other parts,
 * in tutor's cache folder, and is used for the very same text on the same Node.js only. (`module.enableCompileCache`
 * does as much since Node.js 22.)
 *
 * @param digests of the file's text, and of those beside it that it may ask for, by their names
 * @param verb what the file is about to do
 */
export function runCached(file: URL, digests: Digests, verb: string): Running {
  const path = fileURLToPath(file);
  const digest = digests[basename(path)] ?? '';
  const kept = read(cachePath(path, verb), digest);
  const script = new Script(Module.wrap(textOf(path)), {
    filename: path,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(kept ? { cachedData: kept.code } : {}),
  });
  const known = script.cachedDataRejected === true ? null : kept;
  const module = { exports: {} };
  const parts = new Map<string, Running>();
  const require = createRequire(file);
  const requirePart = (name: string): unknown => {
    if (!(basename(name) in digests)) return require(name);
    const part = parts.get(name) ?? runCached(new URL(name, file), digests, verb);
    parts.set(name, part);
    return part.exports;
  };
  script.runInThisContext()(module.exports, Object.assign(requirePart, require), module, path, dirname(path));
  return {
    exports: module.exports,
    wasKept: known !== null,
    keep() {
      for (const part of parts.values()) part.keep();
      const cpu = process.cpuUsage().user;
      if (known !== null && cpu < 1.5 * known.cpu) return;
      write(cachePath(path, verb), { digest, cpu, code: script.createCachedData() });
    },
  };
}

/** The build packs what few verbs run. */
function textOf(path: string): string {
  const packed = `${path}.br`;
  return existsSync(packed)
    ? brotliDecompressSync(readFileSync(packed)).toString('latin1')
    : readFileSync(path, 'latin1');
}

function cachePath(file: string, verb: string): string {
  return join(cacheFolder(), 'code', file, `${process.version}-${/^[a-z]+$/.test(verb) ? verb : 'other'}`);
}

/** One line about the code, then the code. */
function read(path: string, digest: string): Compiled | null {
  try {
    const bytes = readFileSync(path);
    const end = bytes.indexOf('\n');
    const about = JSON.parse(bytes.toString('latin1', 0, end)) as Omit<Compiled, 'code'>;
    return about.digest === digest ? { ...about, code: bytes.subarray(end + 1) } : null;
  } catch {
    return null;
  }
}

/** A cache that cannot be written is no reason to fail. */
function write(path: string, { code, ...about }: Compiled): void {
  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, Buffer.concat([Buffer.from(`${JSON.stringify(about)}\n`), code]));
    renameSync(draft, path);
  } catch {}
}
