import { createInterface } from 'node:readline/promises';
import { canonicalImage } from '../command/index.ts';
import { isDumb } from '../core/dumb-terminal.ts';
import type { EngineSpec } from '../core/engine.ts';
import { message, UserError, wording } from '../core/message.ts';
import { cacheFolder, type SetupAction, setupActions } from '../engine/index.ts';
import { registryActions, shelfActions } from '../engine/shelf/index.ts';
import { byFullName } from '../pipeline/images.ts';
import { imagesOutOfReach, missingImages } from '../pipeline/missing-image.ts';
import { showProgress } from '../reporter/progress.ts';
import { original } from './guarded.ts';
import type { Io } from './verb.ts';

/** What has to be ready before a chapter can run. */
export interface Needs {
  readonly engines: readonly EngineSpec[];
  readonly images: readonly string[];
  /** Of these the chapters make some themselves, by their full names: a file that needs one may stand before its build. */
  readonly made?: ReadonlySet<string>;
  /** The images are prepared while the chapter is gone through; only what an engine starts with is prepared here. */
  readonly imagesLater?: boolean;
}

/**
 * Prepares what is not ready yet. What it will do to this machine is said first and needs a yes.
 *
 * @throws UserError where nobody agreed.
 */
export async function setUp(needs: Needs, yes: boolean, io: Io): Promise<void> {
  const sandboxed = needs.engines.some(({ kind }) => kind === 'sandbox');
  const engines = (await Promise.all(needs.engines.map((spec) => setupActions(spec)))).flat();
  const actions = eachOnce([...engines, ...(sandboxed ? await shelfActions(needs.images) : [])]);
  await announceMissing(needs, io);
  if (actions.length === 0) return;
  io.stderr.write(`${wording({ code: 'setup-announce', args: { cache: cacheFolder() } }, io.locale)}\n`);
  for (const { title } of actions) io.stderr.write(`  · ${wording(title, io.locale)}\n`);
  if (!yes && !(await agreed(io))) throw new UserError(message('needs-yes'));
  const now = needs.imagesLater ? eachOnce([...engines, ...(await registryActions(needs.images))]) : actions;
  for (const [index, action] of now.entries()) {
    const shown = showProgress(io.stderr, {
      locale: io.locale,
      at: index + 1,
      count: now.length,
      redraws: io.stderr.isTTY && !isDumb(io.env),
    });
    try {
      await action.run(shown.progress, io.signal);
    } finally {
      shown.end();
    }
  }
}

/** Several engines need some things in common. */
function eachOnce(actions: readonly SetupAction[]): readonly SetupAction[] {
  return [...new Map(actions.map((action) => [JSON.stringify(action.title), action])).values()];
}

/** Said before the first step; only the steps that need one of them are broken. */
async function announceMissing({ engines, images: wanted, made = new Set() }: Needs, io: Io): Promise<void> {
  const images = wanted.filter((image) => !made.has(canonicalImage(image)));
  const announce = (code: 'images-unknown' | 'images-out-of-reach', missing: readonly string[]) => {
    const args = { list: [...byFullName(missing).values()].join(', ') };
    if (missing.length > 0) io.stderr.write(`${wording({ code, args }, io.locale)}\n`);
  };
  for (const spec of new Map(
    engines.map((one) => [one.kind === 'host' ? JSON.stringify(one) : one.kind, one]),
  ).values()) {
    if (spec.kind === 'sandbox') announce('images-unknown', await missingImages(images));
    else announce('images-out-of-reach', await imagesOutOfReach(spec, images));
  }
}

async function agreed(io: Io): Promise<boolean> {
  if (!io.stdin.isTTY) return false;
  const lines = createInterface({ input: io.stdin, output: original(io.stderr) });
  try {
    const answer = await lines.question(wording({ code: 'setup-question', args: {} }, io.locale), {
      signal: io.signal,
    });
    return /^(y|yes|예|네|ㅇ)$/i.test(answer.trim());
  } finally {
    lines.close();
  }
}
