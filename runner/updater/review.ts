import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../core/whole-file.ts';
import type { Change } from './change.ts';

/** What a reviewer said about a change: take it as it is, keep the old text, or take it as the reviewer wrote it. */
export type Decision = { readonly verdict: 'accept' | 'keep' } | { readonly verdict: 'edit'; readonly change: Change };

/** A review that can be left and taken up again. */
export interface Review {
  readonly version: 1;
  /** Absolute path of the chapter. */
  readonly path: string;
  /** The text that the changes were made for. */
  readonly source: string;
  readonly changes: readonly Change[];
  /** One for each change that was asked, in order. */
  readonly decisions: readonly Decision[];
}

/** A review that was left for this chapter; null where there is none or the chapter was changed meanwhile. */
export async function findReview(folder: string, path: string, source: string): Promise<Review | null> {
  const text = await readFile(fileOf(folder, path), 'utf8').catch(() => null);
  if (text === null) return null;
  const review = parse(text);
  return review?.version === 1 && review.path === path && review.source === source ? review : null;
}

/** Keeps a review for later. */
export async function keepReview(folder: string, review: Review): Promise<void> {
  await writeWhole(fileOf(folder, review.path), JSON.stringify(review), 0o600);
}

/** Forgets a review that is done. */
export async function forgetReview(folder: string, path: string): Promise<void> {
  await rm(fileOf(folder, path), { force: true });
}

/** The changes that the reviewer wants. */
export function wantedChanges({ changes, decisions }: Review): readonly Change[] {
  return decisions.flatMap((decision, index) => wanted(decision, changes[index]) ?? []);
}

function wanted(decision: Decision, change: Change | undefined): Change | undefined {
  switch (decision.verdict) {
    case 'accept':
      return change;
    case 'edit':
      return decision.change;
    case 'keep':
      return undefined;
  }
}

function fileOf(folder: string, path: string): string {
  return join(folder, 'review', `${createHash('sha256').update(path).digest('hex').slice(0, 24)}.json`);
}

/** A file that another version of tutor wrote, or half of one, is no review. */
function parse(text: string): Review | null {
  try {
    return JSON.parse(text) as Review;
  } catch {
    return null;
  }
}
