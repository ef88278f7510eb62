import { spawn } from 'node:child_process';
import { arch } from 'node:os';
import * as z from 'zod';
import type { Generation } from '../../core/engine.ts';
import { message, UserError } from '../../core/message.ts';
import type { Progress } from '../../core/progress.ts';
import { run } from '../exec.ts';
import { ask, askJson } from '../host/api.ts';
import { clientEnvironment, connectTo, type Endpoint, requireEndpoint } from '../host/endpoint.ts';
import { proxiesFor } from '../proxies.ts';
import { recipeOf } from '../sandbox/recipe.ts';
import { requireSandbox } from '../sandbox/requirements.ts';
import { rootFolder, rootIsReady } from '../sandbox/roots.ts';
import { sandboxActions } from '../sandbox/set-up.ts';
import { dockersPackagesAnswer } from '../sandbox/upstream.ts';
import type { SetupAction } from '../set-up.ts';
import { dindImage, instructions } from './image.ts';
import { removeOtherImages } from './images.ts';

/**
 * What is still to be made on the user's engine before another one can run in a container of it; empty when the image is
 * there.
 *
 * @throws UserError where no engine answers.
 */
export async function dindActions(generation: Generation): Promise<readonly SetupAction[]> {
  const endpoint = await requireEndpoint();
  const version = z.object({ Arch: z.string() }).safeParse(await askJson(connectTo(endpoint), '/version'));
  if (!version.success) throw new UserError(message('host-engine-silent'));
  if (await hasImage(endpoint, generation)) return [];
  const sameMachine = { amd64: 'x64', arm64: 'arm64' }[version.data.Arch] === arch();
  const canImport = process.getuid?.() === 0 && sameMachine;
  const first = canImport ? await rootActions(generation) : [];
  const imported = first.length > 0 || (canImport && rootIsReady(generation));
  const title = message(
    imported ? 'setup-dind-import' : 'setup-dind-build',
    { generation, host: endpoint.host },
    {},
    'info',
  );
  return [
    ...first,
    {
      title,
      run: async (progress, signal) => {
        const make = imported ? importImage : buildImage;
        await make(endpoint, generation, progress, signal);
        await removeOtherImages(endpoint, generation);
      },
    },
  ];
}

/** Where a Docker's own packages cannot be reached, no image can be built with them: its sandbox is made first. */
async function rootActions(generation: Generation): Promise<readonly SetupAction[]> {
  if (recipeOf(generation).upstream === undefined || rootIsReady(generation)) return [];
  if (await dockersPackagesAnswer()) return [];
  await requireSandbox();
  return sandboxActions(generation);
}

/** Whether the generation's image lies in the engine. */
export async function hasImage(endpoint: Endpoint, generation: Generation): Promise<boolean> {
  const { reference } = dindImage(generation);
  return (await ask(connectTo(endpoint), 'GET', `/images/${reference}/json`)).status === 200;
}

/** From Debian's image and packages, by the engine itself: wherever it runs, it fetches them the way it fetches images. */
async function buildImage(endpoint: Endpoint, generation: Generation, progress: Progress, signal?: AbortSignal) {
  const { reference, dockerfile } = dindImage(generation);
  const { variables } = proxiesFor(() => false);
  progress({ what: `Docker ${generation}: image ${reference}`, done: 0, total: null });
  const built = await run({
    file: 'docker',
    args: [
      'build',
      ...Object.entries(variables).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]),
      '--tag',
      reference,
      '-',
    ],
    env: clientEnvironment(endpoint),
    input: dockerfile,
    ...(signal === undefined ? {} : { signal }),
  });
  if (built.exitCode === 0) return;
  throw new UserError(message('dind-image-failed', { generation, why: lastWords(`${built.stdout}\n${built.stderr}`) }));
}

/** From the root file system of the sandbox, which is the same and already there. */
async function importImage(endpoint: Endpoint, generation: Generation, progress: Progress, signal?: AbortSignal) {
  const { reference } = dindImage(generation);
  progress({ what: `Docker ${generation}: image ${reference}`, done: 0, total: null });
  const pack = spawn('tar', ['-C', rootFolder(generation), '--exclude=./.dev', '-c', '.'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const packed = new Promise<boolean>((resolve) => {
    pack.on('error', () => resolve(false));
    pack.on('close', (code) => resolve(code === 0));
  });
  const changes = instructions.flatMap((line) => ['--change', line]);
  const imported = await run({
    file: 'docker',
    args: ['import', ...changes, '-', reference],
    env: clientEnvironment(endpoint),
    input: pack.stdout,
    ...(signal === undefined ? {} : { signal }),
  });
  if (imported.exitCode !== 0) pack.kill();
  if (imported.exitCode === 0 && (await packed)) return;
  throw new UserError(message('dind-image-failed', { generation, why: lastWords(imported.stderr) }));
}

function lastWords(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('DEPRECATED'));
  return (lines.findLast((line) => /error|failed|E:/i.test(line)) ?? lines.at(-1) ?? '').trim().slice(0, 300);
}
