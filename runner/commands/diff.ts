import { readConfig } from '../config/config-file.ts';
import { generations } from '../core/engine.ts';
import { wording } from '../core/message.ts';
import { compareSnapshots, type SnapshotDifference } from '../pipeline/compare-snapshots.ts';
import { findChapters } from '../pipeline/find-chapters.ts';
import { renderDiff } from '../reporter/diff.ts';
import { type Paint, paintFor } from '../reporter/paint.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { readSnapshot, recordedGenerations } from '../snapshot/store.ts';
import type { Call, Io } from './verb.ts';

/** `tutor diff CHAPTER`: where the recorded outputs of the engine generations differ, step by step. */
export async function run({ args, options, io }: Call): Promise<number> {
  const config = await readConfig(io.cwd);
  const folder = config.snapshots;
  const paint = paintFor(io.stdout, io.env);
  let differences = 0;
  for (const { id } of await findChapters(args, config, io.cwd)) {
    const wanted = options.engines?.split(',') ?? (await recordedGenerations(folder, id));
    const names = wanted.map((name) => name.trim().replace(/^sandbox:/, ''));
    const found = await Promise.all(names.map((name) => readSnapshot(folder, id, name)));
    const snapshots = found.filter((snapshot): snapshot is Snapshot => snapshot !== null);
    if (snapshots.length < Math.max(2, options.engines === undefined ? 2 : names.length)) {
      const lacking = names.filter((_, index) => found[index] === null).join(', ');
      const engines = (options.engines === undefined ? generations : names).map((name) => `sandbox:${name}`).join(',');
      io.stderr.write(`${wording({ code: 'too-few-snapshots', args: { id, lacking, engines } }, io.locale)}\n`);
      return 2;
    }
    for (const difference of compareSnapshots(snapshots)) {
      differences += 1;
      io.stdout.write(describe(difference, id, paint, io.locale));
    }
  }
  if (differences === 0) io.stdout.write(`${wording({ code: 'generations-agree', args: {} }, io.locale)}\n`);
  return differences === 0 ? 0 : 1;
}

function describe({ entry, variants, missing }: SnapshotDifference, id: string, paint: Paint, locale: Io['locale']) {
  const lines = ['', paint('bold', `${id} · ${entry.section}`), `$ ${entry.command}`];
  const [first, ...others] = variants;
  for (const { generations, diff, exit, reason } of others) {
    const sides = [paint('red', `- ${first?.generations.join(', ')}`), paint('green', `+ ${generations.join(', ')}`)];
    const why = [exit, reason === null ? '' : wording(reason, locale)].filter((text) => text !== '').join(' ');
    lines.push([...sides, why].join('  '), ...renderDiff(diff, { paint, firstLine: 1 }));
  }
  if (missing.length > 0) {
    const args = { generations: missing.join(', ') };
    lines.push(paint('dim', wording({ code: 'step-not-recorded', args }, locale)));
  }
  return `${lines.join('\n')}\n`;
}
