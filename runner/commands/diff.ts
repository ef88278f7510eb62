import { resolve } from 'node:path';
import { findChapters } from '../config/chapter-files.ts';
import { readConfig } from '../config/config-file.ts';
import { wording } from '../core/message.ts';
import { compareSnapshots } from '../pipeline/compare-snapshots.ts';
import { renderDiff } from '../reporter/diff.ts';
import { paintFor } from '../reporter/paint.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { readSnapshot, recordedGenerations } from '../snapshot/store.ts';
import type { Call } from './verb.ts';

/** `tutor diff CHAPTER`: where the recorded outputs of the engine generations differ, step by step. */
export async function run({ args, options, io }: Call): Promise<number> {
  const config = await readConfig(io.cwd);
  const folder = resolve(config.root, config.snapshots);
  const paint = paintFor(io.stdout, io.env);
  let differences = 0;
  for (const { id } of await findChapters(args, config, io.cwd)) {
    const wanted = options.engines?.split(',') ?? (await recordedGenerations(folder, id));
    const snapshots = (
      await Promise.all(wanted.map((name) => readSnapshot(folder, id, name.replace(/^sandbox:/, ''))))
    ).filter((found): found is Snapshot => found !== null);
    if (snapshots.length < 2) {
      io.stderr.write(`${wording({ code: 'too-few-snapshots', args: { id } }, io.locale)}\n`);
      return 2;
    }
    for (const { entry, against, diff, reason } of compareSnapshots(snapshots)) {
      differences += 1;
      io.stdout.write(`\n${paint('bold', `${id} · ${entry.section}`)}\n$ ${entry.command}\n`);
      io.stdout.write(
        `${paint('red', `- ${snapshots[0]?.generation}`)}  ${paint('green', `+ ${against}`)}  ${reason}\n`,
      );
      for (const line of renderDiff(diff, { paint, firstLine: 1 })) io.stdout.write(`${line}\n`);
    }
  }
  if (differences === 0) io.stdout.write(`${wording({ code: 'generations-agree', args: {} }, io.locale)}\n`);
  return differences === 0 ? 0 : 1;
}
