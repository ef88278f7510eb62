import { effectsOf, understand } from '../command/index.ts';
import type { Output } from '../core/output.ts';
import type { CommandStep } from '../core/plan.ts';
import { quietFault } from '../printed/index.ts';

/**
 * What a step's clients would have said had they not been told to be quiet: `curl -s … | bash` ends well although there
 * is nothing to run. Null where the screen tells it, or nothing failed.
 */
export function keptQuiet({ text }: CommandStep, output: Output): string | null {
  const own = understand(text).calls.filter(({ substituted }) => !substituted);
  const last = own.at(-1)?.command;
  const { exitCode, stages = [] } = output;
  // `! curl -s …` ends as it is turned round.
  const statuses = stages.length > 1 ? stages : exitCode === null ? [] : [exitCode];
  if (last === undefined || statuses.length !== last.stages) return null;
  for (const { program, command } of own) {
    const status = command.pipeline === last.pipeline ? (statuses[command.stage] ?? 0) : 0;
    if (status === 0 || output.text.includes(`${program}: `)) continue;
    const [asked] = effectsOf(text.slice(command.start, command.end)).contacts;
    const said = quietFault(program, status, asked ?? { host: '', port: null });
    if (said !== null) return said;
  }
  return null;
}
