import { readConfig } from '../config/config-file.ts';
import type { EngineSpec } from '../core/engine.ts';
import { message, UserError } from '../core/message.ts';
import { resolveEngines } from '../engine/index.ts';
import { type ExitCode, worst } from '../reporter/exit-code.ts';
import { eachChapter } from './each-chapter.ts';
import { resumeReviews } from './resume-reviews.ts';
import { updateChapter } from './update-chapter.ts';
import type { Call } from './verb.ts';

/** `tutor update [CHAPTER…]`: an author gets the expected-output blocks brought up to date. */
export async function run(call: Call): Promise<number> {
  const { options } = call;
  if (options.check && options.review) throw new UserError(message('review-and-check'));
  const resumed = options.review ? await resumeReviews(call) : null;
  if (resumed?.rest.length === 0) return resumed.left ? 1 : 0;
  const reviser = reviserAmong(
    await resolveEngines(options.engine ?? (await readConfig(call.io.cwd)).engine ?? 'auto', 'update'),
  );
  const codes: ExitCode[] = [];
  let changes = 0;
  let left = resumed?.left ?? false;
  await eachChapter({ ...call, args: resumed?.rest ?? call.args }, 'update', async (ready) => {
    const updated = await updateChapter(ready, call, nameOf(ready.engine.spec) === reviser);
    changes += updated.changes;
    left ||= updated.left;
    codes.push(updated.exitCode);
  });
  if (options.check) return changes > 0 ? 1 : 0;
  return left ? 1 : worst(codes);
}

/** Of several engines the newest sandbox says what the chapter shows; each has a snapshot of its own. */
function reviserAmong(specs: readonly EngineSpec[]): string {
  return specs.map(nameOf).sort().at(-1) ?? '';
}

function nameOf(spec: EngineSpec): string {
  return spec.kind === 'host' ? spec.kind : `${spec.kind}:${spec.generation}`;
}
