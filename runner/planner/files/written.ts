import { effectsOf } from '../../command/index.ts';
import type { Draft } from '../draft.ts';
import { nameFrom } from './names.ts';

/** Every file that these blocks write, by the last part of its path, with its content; null where that is not known. */
export function writtenIn(drafts: readonly Draft[]): ReadonlyMap<string, string | null> {
  const written = new Map<string, string | null>();
  for (const { view, kind, commands, edited } of drafts) {
    const path = kind === 'dockerfile' || kind === 'file' ? nameFrom(view, kind)?.path : undefined;
    if (path !== undefined || kind === 'dockerfile') written.set(lastPart(path ?? 'Dockerfile'), view.text);
    for (const { text } of commands) {
      const { writesFiles, writesContent } = effectsOf(text);
      for (const path of writesFiles) written.set(lastPart(path), null);
      for (const { path, content } of writesContent) written.set(lastPart(path), content);
    }
    for (const { path, lines } of edited) written.set(lastPart(path), lines.map(({ text }) => text).join('\n'));
  }
  return written;
}

/** Last part of a path, in lower case: how files are compared whose folders are not known. */
export function lastPart(path: string): string {
  return path.replace(/^.*\//, '').toLowerCase();
}
