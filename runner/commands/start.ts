import { readConfig } from '../config/config-file.ts';
import { UserError, wording } from '../core/message.ts';
import { recallJournal } from '../guide/journal.ts';
import { findChapters } from '../pipeline/find-chapters.ts';
import { paintFor } from '../reporter/paint.ts';
import { Voice } from '../terminal/voice.ts';
import { keyboardFor, screenOn } from './desk.ts';
import { chapterRows, inColumns } from './list.ts';
import type { Io } from './verb.ts';

/** What somebody who typed nothing but `tutor` wants: a chapter; `help`, where there is none; null: nothing. */
export type Wish = { readonly chapter: string } | 'help' | null;

/** The start screen: the chapters that are here, how far each was gone through, and a key to go on. */
export async function start(io: Io): Promise<Wish> {
  const { stdout, locale, env, cwd, signal } = io;
  const config = await readConfig(cwd);
  const files = await findChapters([], config, cwd).catch((error: unknown) => {
    if (error instanceof UserError) return [];
    throw error;
  });
  if (files.length === 0) return 'help';
  const rows = await chapterRows(files, io);
  const begun = await Promise.all(files.map(async (file) => (await recallJournal(file.path)).entries.length > 0));
  const next = files[Math.max(0, begun.lastIndexOf(true))] ?? files[0];
  const paint = paintFor(stdout, env);
  const voice = new Voice(screenOn(stdout, io), paint, locale);
  // What each needs is told by `tutor list`.
  const numbered = rows.map((row, index) => [paint('dim', String(index + 1)), ...row.slice(0, 3)]);
  voice.screen.lines(['', paint('bold', wording({ code: 'start-title', args: {} }, locale)), '']);
  voice.screen.lines([...inColumns(numbered).map((line) => `  ${line}`), '']);
  const keyboard = keyboardFor(voice.screen, io);
  keyboard.open();
  try {
    for (;;) {
      voice.hint('start-keys', { chapter: next?.id ?? '', count: Math.min(9, files.length) });
      const press = await keyboard.next(signal);
      voice.screen.clear();
      if (press === null || ['q', 'escape', 'ctrl-c', 'ctrl-d'].includes(press.key)) return null;
      if (press.key === '?' || press.key === 'h') return 'help';
      const chosen =
        press.key === 'enter' ? next : /^[1-9]$/.test(press.key) ? files[Number(press.key) - 1] : undefined;
      if (chosen !== undefined) return { chapter: chosen.id };
    }
  } finally {
    keyboard.close();
  }
}
