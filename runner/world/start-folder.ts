import { posix } from 'node:path';
import { effectsOf } from '../command/index.ts';
import { escaped } from '../core/escaped.ts';
import type { CommandStep, Plan, Step } from '../core/plan.ts';
import { parseComposeFile } from '../dockerfile/index.ts';
import { composeCalls, isComposeFile } from './compose.ts';
import { folderAfter, pathSubject } from './subject.ts';

/**
 * What the author calls the folder that a chapter starts in, as far as the names tell that Compose makes of it:
 * `teashop_default`, `teashop-web-1`. A reader who calls theirs the same sees the same names, and can type them. Null
 * where nothing tells, or the chapter itself makes or names what is called so.
 */
export function startFolderName({ steps }: Pick<Plan, 'steps'>): string | null {
  const commands = steps.filter((step): step is CommandStep => step.type === 'command' && step.into === 'shell');
  const { atStart, taken } = projectsOf(commands);
  if (!atStart) return null;
  const services = [...new Set(steps.flatMap(servicesIn))];
  const count = new Map<string, number>();
  for (const text of commands.flatMap(({ text, expected }) => [text, expected?.text ?? '']))
    for (const name of namesIn(text, services)) count.set(name, (count.get(name) ?? 0) + 1);
  const [most] = [...count].filter(([name]) => !taken.has(name)).sort(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}

/** Whether Compose is called where the chapter starts, and what the chapter itself calls projects and folders. */
function projectsOf(commands: readonly CommandStep[]): {
  readonly atStart: boolean;
  readonly taken: ReadonlySet<string>;
} {
  const start = `project ${pathSubject('.', '.')?.key}`;
  const folders = new Map<number, string>();
  const taken = new Set<string>();
  let atStart = false;
  for (const { text, terminal } of commands) {
    const folder = folders.get(terminal) ?? '.';
    const { changesFolder, writesFiles } = effectsOf(text);
    for (const { project } of composeCalls(text, folder)) {
      if (project.key === start) atStart = true;
      else taken.add(posix.basename(project.key.replace(/^project (?:path )?/, '')));
    }
    for (const path of [...writesFiles, ...(changesFolder === null ? [] : [changesFolder])])
      taken.add(posix.basename(path));
    if (changesFolder !== null) folders.set(terminal, folderAfter(changesFolder, folder) ?? '?');
  }
  return { atStart, taken };
}

/**
 * The folder in which another terminal is opened: where the reader is, but for one that is there to enter that same
 * folder, or one around it, from where all begins.
 */
export function opensIn(step: Step, here: string): string {
  const to = step.type === 'command' ? effectsOf(step.text).changesFolder : null;
  const way = to === null ? null : folderAfter(to, '.');
  return way !== null && (here === way || here.startsWith(`${way}/`)) ? '.' : here;
}

function servicesIn(step: Step): readonly string[] {
  const files = step.type === 'file' ? [step] : effectsOf(step.text).writesContent;
  return files
    .filter(({ path }) => isComposeFile(posix.basename(path)))
    .flatMap(({ content }) => parseComposeFile(content).services.map(({ name }) => name));
}

/** Names of projects, in the forms in which Compose 1 and 2 give them to networks and containers. */
function namesIn(text: string, services: readonly string[]): readonly string[] {
  const project = '(?<![\\w./-])([a-z0-9][a-z0-9_-]*?)';
  const ofServices = services.map((name) => `${project}[-_]${escaped(name)}[-_]\\d+(?![\\w-])`);
  const forms = [`\\bnetwork "?${project}_default\\b`, ...ofServices];
  return forms.flatMap((form) => [...text.matchAll(new RegExp(form, 'gi'))].flatMap((found) => found[1] ?? []));
}
