import { posix } from 'node:path';
import type { FileEdit } from '../core/chapter.ts';
import type { Engine } from '../core/engine.ts';
import { message } from '../core/message.ts';
import type { Outcome } from '../core/outcome.ts';
import type { FileStep } from '../core/plan.ts';
import { applyEdit } from './editor-edit.ts';
import { applyDiff, isDiff } from './file-change.ts';

/** Where the reader is when the file is written. */
export interface Folders {
  /** Folder in which the chapter starts, on the engine's machine. */
  readonly start: string;
  /** Folder in which the shell is. */
  readonly current: string;
}

/**
 * Writes or changes a file of the chapter where its reader would, on the engine's machine.
 *
 * @param instead what the reader writes in place of its content; null: that
 */
export async function writeFileStep(
  step: FileStep,
  path: string,
  engine: Engine,
  folders: Folders,
  instead: string | null = null,
): Promise<Outcome> {
  const place = { path, line: step.line, column: step.column };
  const outcome = (status: Outcome['status'], messages: Outcome['messages']): Outcome => ({
    step,
    status,
    output: null,
    match: null,
    cause: status === 'passed' ? null : { kind: status === 'failed' ? 'chapter' : 'reader', evidence: messages },
    typed: instead,
    messages,
  });
  const target = resolvePath(step.path, engine.home, folders);
  let content = instead ?? step.content;
  if (step.action === 'patch' && step.edit !== undefined) {
    const there = await engine.exec(['cat', '--', target]);
    const edited = there.exitCode === 0 ? applyEdit(there.stdout, step.edit, content) : null;
    if (edited === null)
      return outcome('failed', [message('file-edit-unfit', { file: step.path, text: toldPlace(step.edit) }, place)]);
    content = edited;
  } else if (step.action === 'patch') {
    const there = isDiff(content) ? await engine.exec(['cat', '--', target]) : null;
    const change = there?.exitCode === 0 ? applyDiff(there.stdout, content) : null;
    if (change?.fits === 'nowhere')
      return outcome('failed', [message('file-change-unfit', { file: step.path, text: change.line.trim() }, place)]);
    if (change?.fits !== 'once') return outcome('skipped', [message('file-patch', { file: step.path }, place, 'info')]);
    content = change.content;
  }
  const redirect = step.action === 'append' ? '>>' : '>';
  const script = `mkdir -p -- "$(dirname -- "$1")" && cat ${redirect} "$1"`;
  const written = await engine.exec(['sh', '-c', script, 'sh', target], { input: ended(content) });
  if (written.exitCode === 0) return outcome('passed', []);
  return outcome('failed', [message('file-not-written', { file: step.path, why: written.stderr.trim() }, place)]);
}

/**
 * A chapter names a file from where the reader is (`Dockerfile`), from where the chapter starts (`lab8/Dockerfile`
 * after `cd lab8`), or from HOME.
 */
export function resolvePath(path: string, home: string, { start, current }: Folders): string {
  if (path === '~' || path.startsWith('~/')) return posix.join(home, path.slice(1));
  if (posix.isAbsolute(path)) return path;
  const below = posix.relative(start, current);
  const named = posix.normalize(path);
  if (!below.startsWith('..')) return posix.resolve(named.startsWith(`${below}/`) ? start : current, path);
  // Elsewhere, since `su -` or a program led there: the chapter names the folder that the reader has gone into.
  const [, folder = ''] = /^(.*)\/[^/]+$/.exec(named) ?? [];
  return folder !== '' && current.endsWith(`/${folder}`)
    ? posix.join(current, posix.basename(named))
    : posix.resolve(current, path);
}

/** The place that an edit looks for, as its author wrote it. */
function toldPlace({ place }: FileEdit): string {
  if (place.of === 'match') return place.text.trim().split('\n')[0] ?? '';
  return place.of === 'lines' ? `${place.from}` : '';
}

/** A text file ends with a newline, as editors write it. */
function ended(content: string): string {
  return content === '' || content.endsWith('\n') ? content : `${content}\n`;
}
