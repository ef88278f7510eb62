import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';

const repository = join(import.meta.dirname, '../..');

/** What `npm pack` says of a tarball. */
export interface Packed {
  /** Folder that holds nothing but it and what it was packed of; whoever asked for it removes it. */
  readonly folder: string;
  readonly tarball: string;
  /** Bytes, packed and unpacked. */
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** Packs the program as it is now as for the registry, beside the repository: nothing of that is built anew. */
export async function packed(): Promise<Packed> {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-package-'));
  const package_ = join(folder, 'package');
  mkdirSync(package_);
  for (const name of ['package.json', 'README.md', 'LICENSE', 'docs'])
    cpSync(join(repository, name), join(package_, name), { recursive: true });
  const dist = join(package_, 'dist');
  const options = { cwd: repository, preferLocal: true, env: { TUTOR_BUILT_FOR: 'pack' } } as const;
  await execa('tsc', ['-p', 'tsconfig.build.json', '--outDir', join(dist, 'types')], options);
  await execa('tsx', ['bundle.ts', dist], options);
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const { stdout } = await execa('npm', args, { cwd: package_ });
  const [about] = JSON.parse(stdout) as (Omit<Packed, 'folder' | 'tarball'> & { readonly filename: string })[];
  if (about === undefined) throw new Error(stdout);
  return { ...about, folder, tarball: join(folder, about.filename.replace('@', '').replace('/', '-')) };
}
