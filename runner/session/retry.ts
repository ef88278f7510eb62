import { setTimeout as pause } from 'node:timers/promises';
import { effectsOf } from '../command/index.ts';
import type { StepEnd } from './step-run.ts';
import type { StepRequest } from './types.ts';

const firstPauseMs = 200;
const longestPauseMs = 1000;
const defaultRetryMs = 15_000;
/** Docker runs a HEALTHCHECK for the first time after its interval, 30 s by default. */
const healthMs = 45_000;

/** A container that was just started has not written its log yet. */
const logMs = 5000;
const readsLog = /^\s*(?:sudo )?docker (?:container )?logs\b(?!.*\s(?:-f|--follow)\b)/;

/** How programs say that nobody answers yet. */
const noAnswer =
  /connection refused|connection reset|empty reply|ECONNREFUSED|ECONNRESET|failed to connect|could not connect|couldn't connect|can't connect|unable to connect|server closed the connection|server returned nothing|starting up|ERROR 200[23]\b|50[234] (?:Bad Gateway|Service|Gateway)/i;
/** curl's manual, "EXIT CODES": cannot connect, empty reply, receiving failed. */
const noAnswerStatus = new Set([7, 52, 56]);

/** The end of the last try, and how many there were after the first. */
export interface Tried {
  readonly end: StepEnd;
  readonly retries: number;
  readonly waitedMs: number;
}

/**
 * Types a step again, as a person would, while it fails only because a server is not ready yet. Never where the chapter
 * promises that very failure.
 */
export async function withRetries(
  request: StepRequest,
  signal: AbortSignal,
  type: () => Promise<StepEnd>,
): Promise<Tried> {
  const startedAt = performance.now();
  let end = await type();
  let retries = 0;
  let waitMs = firstPauseMs;
  for (;;) {
    const patience = patienceWith(end, request);
    if (signal.aborted || performance.now() - startedAt + waitMs > patience) break;
    await pause(waitMs, undefined, { signal }).catch(() => {});
    waitMs = Math.min(waitMs * 1.5, longestPauseMs);
    if (signal.aborted) break;
    end = await type();
    retries += 1;
  }
  return { end, retries, waitedMs: performance.now() - startedAt };
}

/** How long such an end is worth another try, in milliseconds; 0: not at all. */
function patienceWith(end: StepEnd, request: StepRequest): number {
  const { retryForMs = defaultRetryMs, holds, text, timeoutMs } = request;
  if (retryForMs === 0 || end.ended !== 'exit') return 0;
  if (/health: starting|^starting$/m.test(end.text)) {
    return holds && !holds(end.text) ? Math.min(healthMs, timeoutMs) : 0;
  }
  const failed = end.exitCode !== 0 && end.exitCode !== null;
  if (end.text === '' && !failed && holds && readsLog.test(text)) return Math.min(logMs, timeoutMs);
  const silent = end.text === '' && (failed || holds !== undefined);
  const refused = noAnswer.test(end.text) || (failed && noAnswerStatus.has(end.exitCode ?? 0));
  if (!(refused || silent) || effectsOf(text).contacts.length === 0 || holds?.(end.text)) return 0;
  return Math.min(retryForMs, timeoutMs);
}
