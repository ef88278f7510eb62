import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawn } from '@lydell/node-pty';
import { cacheFolder, cleanAbandoned } from '../../runner/engine/index.ts';
import { read, tracesOf, within } from './host-state.ts';

const tutor = join(import.meta.dirname, '../../dist/cli.js');

/** How a run is ended before its time. */
export const ways = ['KILL', 'TERM', 'INT', 'HUP', 'closed terminal', 'killed supervisor'] as const;
export type Way = (typeof ways)[number];
export const verbs = ['run', 'test', 'update'] as const;
export type Verb = (typeof verbs)[number];

/** What a run leaves in its folder, and how it ended. */
interface Ended {
  readonly ms: number;
  readonly exitCode: number;
  readonly signal: number;
  readonly files: ReadonlyMap<string, string>;
  readonly faults: readonly string[];
}

/** Everything that it does is done in a second or two, so that random moments meet all of it. */
const chapter = `# Killed

\`\`\`console
$ echo one > one.txt; cat one.txt
two
$ docker image ls
REPOSITORY   TAG       IMAGE ID   CREATED   SIZE
$ for n in 1 2 3; do sleep 0.3; echo $n; done
1
\`\`\`
`;

/** Runs a verb on a chapter of its own, in a terminal of its own, and ends it after a time; null: lets it come to its end. */
export async function runAndEnd(
  verb: Verb,
  end: { readonly way: Way; readonly afterMs: number } | null,
): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-killed-'));
  mkdirSync(join(folder, 'docs'));
  writeFileSync(join(folder, 'tutor.yml'), 'chapters: ["docs/*.md"]\n');
  writeFileSync(join(folder, 'docs/ch01.md'), chapter);
  const more = {
    run: ['--no-guided'],
    update: [],
    test: ['--reporter', 'json=report.json', '--reporter', 'html=report.html'],
  }[verb];
  const args = [tutor, verb, 'docs/ch01.md', '--engine', 'sandbox:28', '--yes', ...more];
  const began = Date.now();
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, TUTOR_STATE: join(folder, 'state') },
  });
  let said = '';
  child.onData((text) => {
    said += text;
  });
  const exited = new Promise<{ exitCode: number; signal: number }>((resolve) =>
    child.onExit(({ exitCode, signal = 0 }) => resolve({ exitCode, signal })),
  );
  const met = new Set<string>();
  const watch = setInterval(() => {
    for (const id of sandboxesOf(child.pid)) met.add(id);
  }, 20);
  if (end !== null) await Promise.race([sleep(end.afterMs), exited]);
  if (end?.way === 'closed terminal') (child as unknown as { destroy(): void }).destroy();
  else if (end?.way === 'killed supervisor') killSupervisors(child.pid);
  else if (end !== null) signal(child.pid, `SIG${end.way}`);
  const gone = await Promise.race([exited, sleep(120_000, null)]);
  clearInterval(watch);
  const faults: string[] = [];
  if (gone === null) {
    faults.push('still runs after two minutes');
    signal(child.pid, 'SIGKILL');
    await exited;
  }
  const { exitCode, signal: by } = gone ?? { exitCode: 0, signal: 9 };
  if (end === null && ![0, 1].includes(exitCode)) throw new Error(`${verb} ended with ${exitCode}: ${said}`);
  if (by === 6 || said.includes('terminate called') || /\n\s+at .*\.ts:\d+/.test(said))
    faults.push(`ended in a way of its own, signal ${by}: ${said.slice(-400)}`);
  const left = () => [...met].flatMap((id) => tracesOf({ id, pid: 0 }));
  const onlyFolders = () => left().every((trace) => trace.startsWith('/'));
  await within(30_000, () => (end?.way === 'killed supervisor' ? onlyFolders() : left().length === 0));
  if (end?.way === 'killed supervisor') await cleanAbandoned();
  faults.push(...left().map((trace) => `left: ${trace} ${commandOf(trace)}`));
  const files = filesIn(folder);
  rmSync(folder, { recursive: true, force: true });
  return { ms: Date.now() - began, exitCode, signal: by, files, faults };
}

/** What is wrong with an ended run, beside one of the same verb that came to its end. */
export function faultsOf(ended: Ended, whole: Ended): readonly string[] {
  const torn = [...ended.files].flatMap(([name, text]) => {
    if (name.endsWith('.json')) return isJson(text) ? [] : [`torn: ${name}`];
    if (name.endsWith('.html')) return text.trimEnd().endsWith('</html>') ? [] : [`torn: ${name}`];
    if (name.endsWith('ch01.md')) return [chapter, whole.files.get(name)].includes(text) ? [] : [`torn: ${name}`];
    return [];
  });
  return [...ended.faults, ...torn];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The text files beside what tutor keeps, and its drafts. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const kept = names.filter((name) => /\.(json|html|md)$/.test(name) && !name.startsWith('state'));
  return new Map(kept.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** Ids of the sandboxes of a process. */
function sandboxesOf(owner: number): readonly string[] {
  const runs = join(cacheFolder(), 'run');
  const ids = existsSync(runs) ? readdirSync(runs) : [];
  return ids.filter((id) => read(join(runs, id, 'owner')).startsWith(`${owner} `));
}

function killSupervisors(owner: number): void {
  const children = readdirSync('/proc').filter((name) => read(`/proc/${name}/status`).includes(`\nPPid:\t${owner}\n`));
  for (const pid of children.filter((name) => commandOf(name).includes('tutor-sandbox')))
    signal(Number(pid), 'SIGKILL');
}

function commandOf(pid: string): string {
  return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').slice(-60);
}

function signal(pid: number, name: string): void {
  spawnSync('kill', ['-s', name.replace('SIG', ''), String(pid)]);
}
