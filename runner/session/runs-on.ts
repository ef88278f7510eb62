import { because, type Told } from '../core/message.ts';
import { attaches } from './attached.ts';
import type { Watch, WatchOptions } from './watch.ts';

/** Patience with a program whose command says that it never ends. */
const endless = {
  shownMs: 1000,
  attachedMs: 2000,
  showingMs: 3000,
  silentMs: 5000,
  wrongQuietMs: 5000,
  wrongMs: 30_000,
};
/** Patience with one whose command does not tell. */
const unknown = { heldMs: 3000, shownMs: 6000, silentMs: 20_000 };
/** `(press Ctrl-C to quit)` */
const saysHowToEnd = /\bctrl[-+ ]?c\b/i;

/**
 * Why a program that still runs has shown all that it was started for; null while it has not. A command that is known
 * to end is never given up here: its time limit ends it.
 */
export async function runsOn(options: WatchOptions, watch: Watch, quietMs: number): Promise<Told | null> {
  const { request, startedAt } = options;
  const elapsedMs = performance.now() - startedAt;
  if (request.interruptAfterMs !== undefined) {
    return elapsedMs >= request.interruptAfterMs
      ? because('ends-after', { seconds: request.interruptAfterMs / 1000 })
      : null;
  }
  if (elapsedMs < 200) return null;
  if (request.waitFor !== undefined) {
    return new RegExp(request.waitFor, 'm').test(await options.text())
      ? because('ends-when-shown', { text: request.waitFor })
      : null;
  }
  const { top } = options.programs;
  if (top.style === 'text' && (top.kind === 'repl' || top.shellLike === false))
    return inReplHasShown(options, watch, quietMs);
  const { how, reason } = watch.effects.ends;
  switch (how) {
    case 'ends':
      return null;
    case 'endless':
      return (await endlessHasShown(options, watch, quietMs)) ? reason : null;
    case 'unknown': {
      const within = await watch.endlessWithin(quietMs);
      if (within !== null) return (await endlessHasShown(options, watch, quietMs)) ? within : null;
      return (await unknownHasShown(options, watch, quietMs)) ? reason : null;
    }
  }
}

/** A line for a REPL is no command that could be known: it runs on where it says so, or shows what it should and no more. */
async function inReplHasShown(options: WatchOptions, watch: Watch, quietMs: number): Promise<Told | null> {
  if (quietMs < endless.shownMs) return null;
  const text = await options.text();
  if (saysHowToEnd.test(text.split('\n').slice(-5).join('\n'))) return because('ends-says-so');
  return text !== '' && quietMs >= unknown.heldMs && watch.holds(text) ? because('ends-goes-on') : null;
}

async function endlessHasShown(options: WatchOptions, watch: Watch, quietMs: number): Promise<boolean> {
  const text = await options.text();
  const { holds } = options.request;
  const { own, forMs } = watch.ownOutput(text);
  if (own === null) return false;
  if (holds) {
    if (quietMs >= 100 || forMs >= endless.showingMs) {
      if (watch.holds(text)) return true;
    }
    return (own !== '' && quietMs >= endless.wrongQuietMs) || forMs >= endless.wrongMs;
  }
  // What was attached to has been at work for long: nothing has to start before it prints.
  const attached = attaches(options.line, 'interactive', 'attach');
  if (own === '') return forMs >= (attached ? endless.attachedMs : endless.silentMs);
  return quietMs >= endless.shownMs || forMs >= endless.showingMs;
}

async function unknownHasShown(options: WatchOptions, watch: Watch, quietMs: number): Promise<boolean> {
  const { holds } = options.request;
  const now = performance.now();
  if (quietMs < unknown.heldMs) {
    if (!watch.rhythm.due(now)) return false;
    const soFar = await options.text();
    return watch.rhythm.goesOn(soFar, holds !== undefined && watch.holds(soFar), now);
  }
  const text = await options.text();
  const { own } = watch.ownOutput(text);
  if (own === null) return false;
  const patience =
    own === '' ? unknown.silentMs : holds ? (watch.holds(text) ? unknown.heldMs : unknown.silentMs) : unknown.shownMs;
  if (quietMs < patience) return false;
  return watch.idle();
}
