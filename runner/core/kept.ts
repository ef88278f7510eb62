import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { writeWhole } from './whole-file.ts';

/**
 * Keeps what a later command of the same user may go on from. What cannot be kept is no reason to end this one.
 *
 * @param mask takes from a text what nobody may read later
 */
export async function keep(path: string, value: unknown, mask = (text: string) => text): Promise<void> {
  await writeWhole(path, keptText(value, mask), 0o600).catch(() => {});
}

/** How it is kept: an object as itself, with the digest beside its own parts, since other tools read these, too. */
export function keptText(value: unknown, mask = (text: string) => text): string {
  const text = JSON.stringify(value, (_key, each: unknown) => (typeof each === 'string' ? mask(each) : each));
  const digest = `"digest":"${digestOf(text)}"`;
  return text.startsWith('{"') && !isMarked(value) ? `{${digest},${text.slice(1)}\n` : `{${digest},"kept":${text}}\n`;
}

/** It has parts of these names itself. */
function isMarked(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('digest' in value || 'kept' in value);
}

/**
 * What was kept; null where nothing was, or it is no longer as tutor wrote it: whoever reads it relies on each of its
 * parts, and nobody writes it by hand.
 */
export async function recallKept(path: string): Promise<unknown> {
  try {
    const { digest, ...rest } = JSON.parse(await readFile(path, 'utf8')) as { digest: unknown; kept?: unknown };
    const kept = 'kept' in rest ? rest.kept : rest;
    return digest === digestOf(JSON.stringify(kept)) ? kept : null;
  } catch {
    return null;
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
