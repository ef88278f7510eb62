import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { execa } from 'execa';
import { type MessageArgs, type Told, UserError, wording } from '../core/message.ts';
import type { MessageCode } from '../core/messages/index.ts';
import { cacheFolder, setupActions, withGeneration } from '../engine/index.ts';
import { hubAnswers } from '../engine/shelf/hub.ts';
import { paintFor } from '../reporter/paint.ts';
import type { Call } from './verb.ts';

/** Below this a chapter's images may not fit; a sandbox takes about a third of it. */
const enoughGigabytes = 3;

/** What was found about one thing, and what to do where it is not as it should be. */
interface Finding {
  readonly good: boolean;
  readonly told: Told;
  readonly remedy: Told | null;
}

/** `tutor doctor`: what of this machine a chapter needs, and what to do about what is missing. Changes nothing. */
export async function run({ io }: Call): Promise<number> {
  const paint = paintFor(io.stdout, io.env);
  const findings = await Promise.all([ownEngine(), sandbox(), space(), registry(), editor(io.env)]);
  for (const { good, told, remedy } of findings) {
    io.stdout.write(`${good ? paint('green', '✓') : paint('yellow', '!')} ${wording(told, io.locale)}\n`);
    if (remedy !== null) io.stdout.write(`  ${paint('dim', wording(remedy, io.locale))}\n`);
  }
  // One engine is enough.
  const [own, throwAway] = findings;
  return own.good || throwAway.good ? 0 : 3;
}

async function ownEngine(): Promise<Finding> {
  const { stdout, stderr, failed } = await execa('docker', ['version', '--format', '{{.Server.Version}}'], {
    reject: false,
    timeout: 10_000,
  });
  if (!failed) return fine('doctor-engine', { version: String(stdout).trim() });
  const said = String(stderr);
  if (/permission denied/i.test(said)) return wanting('doctor-no-engine', {}, 'doctor-join-group');
  if (process.platform === 'darwin') return wanting('doctor-no-engine', {}, 'doctor-start-desktop');
  return wanting('doctor-no-engine', {}, process.env.WSL_DISTRO_NAME ? 'doctor-start-wsl' : 'doctor-start-service');
}

async function sandbox(): Promise<Finding> {
  try {
    const spec = await withGeneration({ kind: 'sandbox', generation: 'newest' });
    const actions = await setupActions(spec);
    if (actions.length === 0) return fine('doctor-sandbox-ready', {});
    return { good: true, told: { code: 'doctor-sandbox-possible', args: {} }, remedy: told('doctor-prepare-sandbox') };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { good: false, told: told('doctor-no-sandbox'), remedy: error.details };
  }
}

async function space(): Promise<Finding> {
  const folder = cacheFolder();
  const { bavail, bsize } = await statfs(folder).catch(() => statfs(dirname(dirname(folder))));
  const free = Math.floor((bavail * bsize) / 1e9);
  return free >= enoughGigabytes
    ? fine('doctor-space', { free, folder })
    : wanting('doctor-space', { free, folder }, 'doctor-make-space');
}

async function registry(): Promise<Finding> {
  return (await hubAnswers()) ? fine('doctor-hub', {}) : wanting('doctor-no-hub', {}, 'doctor-stand-ins');
}

async function editor({ EDITOR, VISUAL }: Call['io']['env']): Promise<Finding> {
  const name = VISUAL || EDITOR;
  return name ? fine('doctor-editor', { name }) : fine('doctor-no-editor', {});
}

function fine(code: MessageCode, args: MessageArgs): Finding {
  return { good: true, told: { code, args }, remedy: null };
}

function wanting(code: MessageCode, args: MessageArgs, remedy: MessageCode): Finding {
  return { good: false, told: { code, args }, remedy: told(remedy) };
}

function told(code: MessageCode): Told {
  return { code, args: {} };
}
