import { findChapters } from '../config/chapter-files.ts';
import { readConfig } from '../config/config-file.ts';
import { wording } from '../core/message.ts';
import { toleranceReason } from '../matcher/index.ts';
import { type LastRun, recallRun } from '../pipeline/last-run.ts';
import { paintFor } from '../reporter/paint.ts';
import type { Call, Io } from './verb.ts';

/** `tutor explain CHAPTER[:LINE]`: which differences the last run let pass, and why. */
export async function run({ args, options, io }: Call): Promise<number> {
  const [, name = '', line] = /^(.*?)(?::(\d+))?$/.exec(args[0] ?? '') ?? [];
  const [file] = await findChapters([name], await readConfig(io.cwd), io.cwd);
  const last = file ? await recallRun(file.path) : null;
  if (last === null) {
    io.stderr.write(`${wording({ code: 'never-run', args: { name } }, io.locale)}\n`);
    return 2;
  }
  const steps =
    line === undefined ? last.steps.filter(({ tolerances }) => tolerances.length > 0) : stepAt(last, Number(line));
  io.stdout.write(
    options.json
      ? `${JSON.stringify({ ...last, steps: steps.map(toJson) }, null, 2)}\n`
      : explain({ ...last, steps }, io),
  );
  return 0;
}

/** A reason in English, as `tutor match --json` gives it. */
function toJson({ reason, ...step }: LastRun['steps'][number]): object {
  return { ...step, reason: reason === null ? null : wording(reason, 'en') };
}

/** The step that a line belongs to: the last one that begins at it or before it. */
function stepAt({ steps }: LastRun, line: number): LastRun['steps'] {
  return steps.filter((step) => step.line <= line).slice(-1);
}

function explain({ engine, dockerVersion, steps }: LastRun, io: Io): string {
  const paint = paintFor(io.stdout, io.env);
  // A reason is told once: the second time the reader knows it.
  const told = new Set<string>();
  const lines = [paint('dim', `Docker ${dockerVersion} · ${engine}`)];
  for (const step of steps) {
    lines.push('', `${String(step.line).padStart(5)} ${paint('bold', step.text.split('\n')[0] ?? '')}`);
    if (step.reason) lines.push(`      ${paint('red', wording(step.reason, io.locale))}`);
    if (step.tolerances.length === 0) lines.push(`      ${wording({ code: 'no-tolerance', args: {} }, io.locale)}`);
    for (const { name, line, expected, actual } of step.tolerances) {
      const place = String((step.expectedLine ?? step.line) + line - 1).padStart(5);
      lines.push(`${place} ${paint('cyan', name)}  ${JSON.stringify(expected)} → ${JSON.stringify(actual)}`);
      const reason = toleranceReason(name, io.locale);
      if (reason !== null && !told.has(name)) lines.push(`      ${paint('dim', reason)}`);
      told.add(name);
    }
  }
  return `${lines.join('\n')}\n`;
}
