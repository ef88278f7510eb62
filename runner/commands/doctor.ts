import { readFile, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { execa } from 'execa';
import { UserError, wording } from '../core/message.ts';
import { cacheFolder, setupActions, withGeneration } from '../engine/index.ts';
import { hubAnswers } from '../engine/shelf/hub.ts';
import { paintFor } from '../reporter/paint.ts';
import { canRun, diagnose, type MachineFacts } from './diagnosis.ts';
import type { Call } from './verb.ts';

/** `tutor doctor`: what of this machine a chapter needs, and what to do about what is missing. Changes nothing. */
export async function run({ io }: Call): Promise<number> {
  const paint = paintFor(io.stdout, io.env);
  const facts = await factsOfMachine(io.env);
  for (const { good, told, remedy } of diagnose(facts)) {
    io.stdout.write(`${good ? paint('green', '✓') : paint('yellow', '!')} ${wording(told, io.locale)}\n`);
    if (remedy !== null) io.stdout.write(`  ${paint('dim', wording(remedy, io.locale))}\n`);
  }
  return canRun(facts) ? 0 : 3;
}

async function factsOfMachine(env: Call['io']['env']): Promise<MachineFacts> {
  const folder = cacheFolder();
  const [engine, sandbox, freeGigabytes, hub, kernel] = await Promise.all([
    engineHere(),
    sandboxHere(),
    freeIn(folder),
    hubAnswers(),
    readFile('/proc/sys/kernel/osrelease', 'utf8').catch(() => ''),
  ]);
  return {
    system: process.platform === 'darwin' ? 'mac' : /microsoft/i.test(kernel) ? 'wsl' : 'linux',
    isRoot: process.getuid?.() === 0,
    engine,
    sandbox,
    freeGigabytes,
    folder,
    hubAnswers: hub,
    editor: env.VISUAL || env.EDITOR || null,
  };
}

async function engineHere(): Promise<MachineFacts['engine']> {
  const { stdout, stderr, failed, code } = await execa('docker', ['version', '--format', '{{.Server.Version}}'], {
    reject: false,
    timeout: 10_000,
  });
  if (!failed) return { version: String(stdout).trim() };
  if (code === 'ENOENT') return 'no-client';
  return /permission denied/i.test(String(stderr)) ? 'denied' : 'silent';
}

async function sandboxHere(): Promise<MachineFacts['sandbox']> {
  try {
    const spec = await withGeneration({ kind: 'sandbox', generation: 'newest' });
    return (await setupActions(spec)).length === 0 ? 'ready' : 'possible';
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.details;
  }
}

async function freeIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder).catch(() => statfs(dirname(dirname(folder))));
  return Math.floor((bavail * bsize) / 1e9);
}
