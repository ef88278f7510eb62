import { setTimeout as pause } from 'node:timers/promises';
import { effectsOf } from '../command/index.ts';
import type { Engine } from '../core/engine.ts';
import { faultsIn } from '../printed/index.ts';
import { healthTold } from './health.ts';
import type { StepEnd } from './step-end.ts';
import type { StepRequest } from './types.ts';

const firstPauseMs = 200;
const longestPauseMs = 1000;
const defaultRetryMs = 15_000;
/** A database that sets itself up for the first time takes half a minute on a slow machine. */
const databaseMs = 45_000;
/** Docker runs a HEALTHCHECK for the first time after its interval, 30 s by default. */
const healthMs = 45_000;

/** A container that was just started has not written its log yet. */
const logMs = 5000;

/** curl's manual, "EXIT CODES": cannot connect, empty reply, receiving failed. */
const noAnswerStatus = new Set([7, 52, 56]);
/** A program that is given an address in its own language: `python -c "urlopen('http://localhost')"`. */
const address = /\bhttps?:\/\/[\w.-]+/;
const inContainers: ReadonlySet<string> = new Set(['container', 'service', 'object']);
/** `docker ps`, `docker inspect` with a format and without. */
const healthStarting = /health: starting|^starting$|"Status": "starting"/m;

/** The end of the last try, and how many there were after the first. */
export interface Tried {
  readonly end: StepEnd;
  readonly retries: number;
  readonly waitedMs: number;
}

export interface Surroundings {
  readonly exec: Engine['exec'];
  readonly signal: AbortSignal;
}

/**
 * Types a step again, as a person would, while it fails only because a server is not ready yet. Never where the chapter
 * promises that very failure.
 */
export async function withRetries(
  request: StepRequest,
  { exec, signal }: Surroundings,
  type: () => Promise<StepEnd>,
): Promise<Tried> {
  const startedAt = performance.now();
  let end = await type();
  let retries = 0;
  let waitMs = firstPauseMs;
  let refused = false;
  for (;;) {
    const patience = patienceWith(end, request, refused);
    refused ||= tellsNoAnswer(end.text);
    if (signal.aborted || performance.now() - startedAt + waitMs > patience) break;
    await pause(waitMs, undefined, { signal }).catch(() => {});
    waitMs = Math.min(waitMs * 1.5, longestPauseMs);
    if (signal.aborted) break;
    end = await type();
    retries += 1;
  }
  if (!signal.aborted && hangsOnHealth(end, request) && (await healthTold(exec, patienceWithHealth(request), signal))) {
    end = await type();
    retries += 1;
  }
  return { end, retries, waitedMs: performance.now() - startedAt };
}

/** A step that failed with containers in it, or did not get the answer that the chapter shows. */
function hangsOnHealth(end: StepEnd, { retryForMs, holds, into, text }: StepRequest): boolean {
  const failed = end.exitCode !== 0 && end.exitCode !== null;
  if (retryForMs === 0 || into !== 'shell' || end.ended !== 'exit' || !(failed || holds)) return false;
  const { contacts, needs } = effectsOf(text);
  const concerned = contacts.length > 0 || (failed && needs.some(({ kind }) => inContainers.has(kind)));
  return concerned && !holds?.(end.text);
}

function patienceWithHealth({ timeoutMs, retryForMs = healthMs }: StepRequest): number {
  return Math.min(retryForMs, timeoutMs);
}

/** It shows what containers do or have written, and changes nothing. */
function showsContainers(text: string): boolean {
  const { readsLog, output, starts, makes } = effectsOf(text);
  const table = output?.form === 'table' ? output.table : '';
  return (
    starts.length + makes.length === 0 &&
    (readsLog || ['container ls', 'top', 'compose ps', 'compose top'].includes(table))
  );
}

/**
 * How long such an end is worth another try, in milliseconds; 0: not at all.
 *
 * @param refusedBefore an earlier try found no server: one that is starting may first give wrong answers.
 */
function patienceWith(end: StepEnd, request: StepRequest, refusedBefore: boolean): number {
  const { retryForMs, holds, shown = '', text, timeoutMs } = request;
  // The chapter promises that nobody answers, if in other words.
  if (retryForMs === 0 || end.ended !== 'exit' || tellsNoAnswer(shown)) return 0;
  if (healthStarting.test(end.text)) return holds && !holds(end.text) ? patienceWithHealth(request) : 0;
  const unheard = [end.exitCode, ...(end.stages ?? [])].some((status) => noAnswerStatus.has(status ?? 0));
  const failed = (end.exitCode !== 0 && end.exitCode !== null) || (unheard && end.text === '');
  if (!failed && request.justStarted && holds && !holds(end.text) && showsContainers(text))
    return Math.min(logMs, timeoutMs);
  const unanswered = tellsNoAnswer(end.text);
  // What has printed something and is content needs no look at what it is.
  if (!failed && !unanswered && end.text !== '') return 0;
  const { contacts, readsLog } = effectsOf(text);
  if (end.text === '' && !failed && holds && readsLog) return Math.min(logMs, timeoutMs);
  const silent = end.text === '' && (failed || holds !== undefined);
  const refused = unanswered || (failed && (refusedBefore || unheard));
  const contacting = contacts.length > 0 || (failed && unanswered && address.test(text));
  if (!(refused || silent) || !contacting || holds?.(end.text)) return 0;
  const inContainer = contacts.some(({ host }) => host === '');
  return Math.min(retryForMs ?? (inContainer ? databaseMs : defaultRetryMs), timeoutMs);
}

function tellsNoAnswer(text: string): boolean {
  return faultsIn(text).some(({ kind }) => kind === 'refused' || kind === 'unreachable');
}
