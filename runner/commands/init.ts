import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { readConfig } from '../config/config-file.ts';
import { findConfig, findUpwards } from '../config/repository.ts';
import { UserError, wording } from '../core/message.ts';
import type { MessageCode } from '../core/messages/index.ts';
import type { Plan } from '../core/plan.ts';
import { widthOf } from '../core/width.ts';
import { findChapters } from '../pipeline/find-chapters.ts';
import { readItinerary } from '../pipeline/read-itinerary.ts';
import { githubWorkflow, gitlabJob } from './ci-files.ts';
import { patternsFor } from './patterns-for.ts';
import type { Call, Io } from './verb.ts';

/** A file that is to be written. */
interface NewFile {
  /** Relative to the repository. */
  readonly path: string;
  readonly text: string;
}

/**
 * `tutor init`: looks which documents of a repository have something to type, shows how they are read, and proposes a
 * configuration and a job for CI. What is there is never written over, and nothing is written without a yes.
 */
export async function run({ options, io }: Call): Promise<number> {
  const root = (await findUpwards(io.cwd, '.git')) ?? io.cwd;
  const tell = (code: MessageCode, args: Readonly<Record<string, string | number>> = {}) =>
    io.stdout.write(`${wording({ code, args }, io.locale)}\n`);
  const config = await findConfig(root);
  const { all, chapters } = await chaptersIn(root, config !== null);
  if (chapters.length === 0) {
    tell('init-none', { root });
    return 2;
  }
  tell('init-found', { count: chapters.length, all: all.length });
  const width = Math.max(...chapters.map(({ path }) => widthOf(path)));
  for (const { path, plan } of chapters)
    tell('init-chapter', { path: path + ' '.repeat(width - widthOf(path)), ...countsOf(plan) });
  const files = [
    ...(config === null ? [configFile(all, chapters)] : []),
    ...(options.ci === 'github' || (options.ci === undefined && !(await isThere(join(root, '.gitlab-ci.yml'))))
      ? [{ path: '.github/workflows/tutorial.yml', text: githubWorkflow }]
      : []),
    ...(options.ci === 'gitlab' ? [{ path: '.gitlab-ci.yml', text: gitlabJob }] : []),
  ];
  const wanted: NewFile[] = [];
  for (const file of files) {
    if (await isThere(join(root, file.path))) tell('init-there', { path: file.path });
    else wanted.push(file);
  }
  if (wanted.length === 0) return 0;
  for (const { path, text } of wanted) io.stdout.write(`\n── ${path}\n${text}`);
  io.stdout.write('\n');
  if (!options.yes && !(await agreed(io))) {
    tell('init-nothing-written');
    return 0;
  }
  for (const { path, text } of wanted) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    // Nothing that came meanwhile is written over.
    await writeFile(join(root, path), text, { flag: 'wx' });
    tell('init-written', { path: relative(io.cwd, join(root, path)) });
  }
  tell('init-next');
  return 0;
}

interface Found {
  /** Relative to the repository. */
  readonly path: string;
  readonly plan: Plan;
}

/** The documents, and those of them in which there is something to type. */
async function chaptersIn(root: string, isConfigured: boolean): Promise<{ all: string[]; chapters: Found[] }> {
  const config = await readConfig(root);
  const anywhere = isConfigured ? config : { ...config, chapters: ['**/*.{md,markdown}'] };
  const files = await findChapters([], anywhere, root).catch((error: unknown) => {
    if (error instanceof UserError) return [];
    throw error;
  });
  const found = await Promise.all(
    files.map(async (file): Promise<Found | null> => {
      const itinerary = await readItinerary(file, root).catch(() => null);
      return itinerary === null ? null : { path: relative(root, resolve(root, file.path)), plan: itinerary.plan };
    }),
  );
  const readable = found.filter((one) => one !== null);
  return {
    all: readable.map(({ path }) => path),
    chapters: readable.filter(({ plan }) => plan.steps.some(({ type }) => type === 'command')),
  };
}

function countsOf({ steps }: Plan) {
  const commands = steps.filter((step) => step.type === 'command');
  return {
    commands: commands.length,
    compared: commands.filter(({ expected }) => expected !== null).length,
    files: steps.length - commands.length,
    skipped: steps.filter(({ skip }) => skip !== null).length,
  };
}

function configFile(all: readonly string[], chapters: readonly Found[]): NewFile {
  const patterns = patternsFor(
    chapters.map(({ path }) => path),
    all,
  );
  return { path: 'tutor.yml', text: `chapters:\n${patterns.map((one) => `  - ${JSON.stringify(one)}\n`).join('')}` };
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function agreed(io: Io): Promise<boolean> {
  if (!io.stdin.isTTY) return false;
  const lines = createInterface({ input: io.stdin, output: io.stdout });
  try {
    const answer = await lines.question(wording({ code: 'init-question', args: {} }, io.locale), { signal: io.signal });
    return /^(y|yes|예|네|ㅇ)$/i.test(answer.trim());
  } finally {
    lines.close();
  }
}
