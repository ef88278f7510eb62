import type { Call } from '../understanding.ts';
import type { Parts } from './effect-parts.ts';
import type { KnownOutput } from './effects.ts';
import { isRedirected } from './redirects.ts';

interface Part {
  readonly call: Call;
  readonly parts: Parts;
}

/** Programs that pass some lines on as they are. */
const sieves = new Set([
  'grep',
  'egrep',
  'fgrep',
  'head',
  'tail',
  'sort',
  'uniq',
  'less',
  'more',
  'cat',
  'tee',
  'findstr',
  'rg',
]);

/** The well-known output of a whole line. Null where several programs print, or one that is not known. */
export function outputOf(each: readonly Part[]): KnownOutput | null {
  const pipelines = [...new Set(each.map(({ call }) => call.command.pipeline))].map((number) =>
    each.filter(({ call }) => call.command.pipeline === number && !/ -c$/.test(call.wrappers.at(-1) ?? '')),
  );
  const loud = pipelines.filter((stages) => !isSilent(stages));
  const printed = loud.map(pipelineOutput);
  const [first = null] = printed;
  if (printed.length === 1) return first;
  // `apt-get update && apt-get install …` is one log.
  const same = first?.form === 'log' && printed.every((other) => other?.form === 'log' && other.log === first.log);
  return same ? first : null;
}

function isSilent(stages: readonly Part[]): boolean {
  const last = stages.at(-1);
  if (last === undefined || last.call.program === '') return true;
  if (isRedirected(last.call.command)) return true;
  return last.parts.silent === true;
}

function pipelineOutput(stages: readonly Part[]): KnownOutput | null {
  const [first, ...rest] = stages;
  if (first === undefined) return null;
  const last = rest.at(-1);
  if (last?.call.docker) return last.parts.output ?? null;
  if (rest.some(({ call }) => call.program === 'jq')) return { form: 'json' };
  const output = first.parts.output ?? null;
  if (rest.length === 0) return output;
  if (output === null || !rest.every(({ call }) => sieves.has(call.program))) return null;
  if (output.form === 'table') return { ...output, filtered: true };
  return output.form === 'log' ? output : null;
}
