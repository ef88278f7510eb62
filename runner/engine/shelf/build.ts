import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Engine, ExecResult } from '../../core/engine.ts';
import { message, UserError } from '../../core/message.ts';
import { run } from '../exec.ts';
import { workFolder } from './folders.ts';
import { isStandIn, type Recipe, recipeHash } from './recipe.ts';
import { type ImageRecord, placeOf } from './records.ts';

/** Where images are built: a sandbox whose registry takes pushes. */
export interface Bench {
  readonly engine: Engine;
  /** The registry's address as the sandbox's dockerd reaches it. */
  readonly registry: string;
}

/**
 * Builds an image and stores it in the registry. Its bases must be there.
 *
 * @throws UserError with the last lines of the step that failed.
 */
export async function buildImage(recipe: Recipe, { engine, registry }: Bench): Promise<ImageRecord> {
  const { reference, build } = recipe;
  const name = encodeURIComponent(reference).replaceAll('%', '-');
  const [here, there] = [join(workFolder(), name), `/root/shelf/${name}`];
  const sh = (script: string) => must(reference, engine.exec(['sh', '-c', script], { cwd: there }));
  const versions = await layOut(recipe, here);
  await engine.copyIn(here, there);
  rmSync(here, { recursive: true, force: true });
  if (build.kind === 'root')
    await sh(`sh build.sh && docker import --message 'made by mmdebstrap' root.tar '${reference}' && rm root.tar`);
  else await sh(`DOCKER_BUILDKIT=1 docker build --progress=plain ${versions.join(' ')} --tag '${reference}' .`);
  const { repository, tag } = placeOf(reference);
  const pushed = `${registry}/${repository}:${tag}`;
  await sh(`docker tag '${reference}' '${pushed}' && docker push --quiet '${pushed}' && docker image rm '${pushed}'`);
  const bytes = Number((await sh(`docker image inspect --format '{{.Size}}' '${reference}'`)).stdout.trim());
  const { builtFrom, lacks } = isStandIn(recipe) ? recipe : { builtFrom: null, lacks: [] };
  return { reference, hash: recipeHash(recipe), bytes, builtFrom, lacks };
}

/**
 * Writes the build's folder: Dockerfile or script, files, packages of the npm registry.
 *
 * @returns arguments of the build that tell the packages' versions: `--build-arg NODE_VERSION=16.20.2`.
 */
async function layOut({ reference, build, files, npmPackages }: Recipe, folder: string): Promise<readonly string[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const script = build.kind === 'root' ? { 'build.sh': build.script } : { Dockerfile: build.text };
  for (const [path, content] of Object.entries({ ...script, ...files })) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content);
    // Whatever the umask of whoever prepares the shelf.
    chmodSync(join(folder, path), 0o644);
  }
  const versions: string[] = [];
  for (const [name, wanted] of Object.entries(npmPackages)) {
    const version = await fetchPackage(reference, wanted, name, folder);
    versions.push(`--build-arg ${name.toUpperCase()}_VERSION=${version}`);
  }
  return versions;
}

/** The host's own npm fetches, as it is set up here: registry, proxy and credentials. Gives the package's version. */
async function fetchPackage(reference: string, wanted: string, name: string, folder: string): Promise<string> {
  const env = { ...process.env, NO_UPDATE_NOTIFIER: '1' };
  const args = ['pack', '--silent', '--ignore-scripts', wanted];
  const { stdout } = await must(reference, run({ file: 'npm', args, cwd: folder, env }));
  const packed = stdout.trim().split('\n').at(-1) ?? '';
  renameSync(join(folder, packed), join(folder, `${name}.tgz`));
  return /-(\d+\.\d+\.\d+[\w.-]*)\.tgz$/.exec(packed)?.[1] ?? '';
}

const tellingLines = 5;

async function must(reference: string, done: Promise<ExecResult>): Promise<ExecResult> {
  const result = await done;
  if (result.exitCode === 0) return result;
  throw new UserError(message('image-build-failed', { image: reference, why: telling(result) }));
}

/** Of a builder's log the last lines that a step printed itself (`#7 0.42 …`) and the error; else the last lines. */
function telling({ stdout, stderr }: ExecResult): string {
  const lines = `${stdout}\n${stderr}`.trim().split('\n');
  const printed = lines.map((line) => /^#\d+ \d+\.\d+ (.+)$/.exec(line)?.[1]).filter((line) => line !== undefined);
  const errors = lines.filter((line) => line.startsWith('ERROR: '));
  return (errors.length > 0 ? [...printed.slice(-tellingLines), ...errors] : lines.slice(-tellingLines)).join(' | ');
}
