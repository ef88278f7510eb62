import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { keep, recallKept } from '../core/kept.ts';
import type { OutcomeStatus } from '../core/outcome.ts';
import type { Plan, Step } from '../core/plan.ts';
import { stateFolder } from '../engine/index.ts';

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
  /** From the step before to this one, where the learner read on at their own pace. */
  readonly spentMs?: number | undefined;
}

/** The way through a chapter so far. It outlives quitting, a kill and a power cut. */
export interface Journal {
  readonly entries: readonly JournalEntry[];
}

/** Recalls the journal of a chapter; an empty one where there is none, or what is there is torn. */
export async function recallJournal(chapterPath: string): Promise<Journal> {
  return ((await recallKept(pathOf(chapterPath))) as Journal | null) ?? { entries: [] };
}

/** Keeps the journal, whole or not at all. One that cannot be kept is no reason to end the chapter. */
export async function keepJournal(chapterPath: string, journal: Journal): Promise<void> {
  await keep(pathOf(chapterPath), journal);
}

/** The chapter was gone through to its end, or is to be begun anew. */
export async function forgetJournal(chapterPath: string): Promise<void> {
  for (const path of [pathOf(chapterPath), valuesPathOf(chapterPath)]) await rm(path, { force: true }).catch(() => {});
}

/** What the learner said of the course's variables on the way that the journal tells of. */
export async function recallValues(chapterPath: string): Promise<Readonly<Record<string, string>>> {
  if ((await recallJournal(chapterPath)).entries.length === 0) return {};
  return ((await recallKept(valuesPathOf(chapterPath))) as Readonly<Record<string, string>> | null) ?? {};
}

/** Keeps what the learner said, so that going on asks for nothing again. */
export async function keepValues(chapterPath: string, values: Readonly<Record<string, string>>): Promise<void> {
  await keep(valuesPathOf(chapterPath), values);
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
  return join(stateFolder(), 'journals', `${name}.json`);
}

function valuesPathOf(chapterPath: string): string {
  return pathOf(chapterPath).replace(/\.json$/, '.values.json');
}
