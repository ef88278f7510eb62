import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutcomeStatus } from '../core/outcome.ts';
import type { Plan, Step } from '../core/plan.ts';
import { cacheFolder } from '../engine/index.ts';

/** What became of one step on the learner's way. */
export interface JournalEntry {
  /** The step as the chapter had it: a changed one is gone through anew. */
  readonly step: string;
  readonly status: OutcomeStatus;
  /** What the learner typed in the place of the chapter's command; null where it was the chapter's own. */
  readonly typed: string | null;
  /** Whether the learner left it out. */
  readonly leftOut: boolean;
  readonly ms: number;
}

/** The way through a chapter so far. It outlives quitting, a kill and a power cut. */
export interface Journal {
  readonly entries: readonly JournalEntry[];
}

/** Recalls the journal of a chapter; an empty one where there is none, or what is there is torn. */
export async function recallJournal(chapterPath: string): Promise<Journal> {
  try {
    const { entries } = JSON.parse(await readFile(pathOf(chapterPath), 'utf8')) as Journal;
    return { entries: Array.isArray(entries) ? entries : [] };
  } catch {
    return { entries: [] };
  }
}

/** Keeps the journal, whole or not at all. One that cannot be kept is no reason to end the chapter. */
export async function keepJournal(chapterPath: string, journal: Journal): Promise<void> {
  const path = pathOf(chapterPath);
  const fresh = `${path}.${process.pid}`;
  await mkdir(join(path, '..'), { recursive: true })
    .then(() => writeFile(fresh, JSON.stringify(journal), { mode: 0o600 }))
    .then(() => rename(fresh, path))
    .catch(() => {});
}

/** The chapter was gone through to its end, or is to be begun anew. */
export async function forgetJournal(chapterPath: string): Promise<void> {
  await rm(pathOf(chapterPath), { force: true }).catch(() => {});
}

/** The entries that still hold: those before the first step that the chapter now has otherwise. */
export function entriesThatHold({ entries }: Journal, { steps }: Plan): readonly JournalEntry[] {
  const changed = entries.findIndex(({ step }, index) => {
    const now = steps[index];
    return now === undefined || keyOf(now) !== step;
  });
  return changed === -1 ? entries : entries.slice(0, changed);
}

/** A step as a journal knows it. */
export function keyOf(step: Step): string {
  return step.type === 'file' ? `${step.path}\n${step.content}` : step.text;
}

function pathOf(chapterPath: string): string {
  const name = createHash('sha256').update(chapterPath).digest('hex').slice(0, 16);
  return join(cacheFolder(), 'journals', `${name}.json`);
}
