import type { Engine } from '../core/engine.ts';
import type { Match } from '../core/match.ts';
import type { Locale } from '../core/message.ts';
import type { Output } from '../core/output.ts';
import type { CommandStep } from '../core/plan.ts';
import { faultsIn } from '../printed/index.ts';
import type { Surroundings } from '../verdict/index.ts';
import { missingImages } from './missing-image.ts';
import { hangsOnStandIn } from './stand-in.ts';

/** What a probe goes by. */
export interface Question {
  readonly step: CommandStep;
  readonly output: Output;
  readonly match: Match | null;
  /** Images that the chapter takes from registries. */
  readonly images: ReadonlySet<string>;
  /** Stand-ins that the step met. */
  readonly standIns: readonly string[];
  readonly locale: Locale;
}

/** Finds out about machine and engine what the end of a step asks for; little where it went well. */
export async function probe(
  engine: Engine,
  { step, output, match, images, standIns, locale }: Question,
): Promise<Surroundings> {
  const standIn = hangsOnStandIn({ step, images: standIns, output: output.text, match, locale });
  if (output.exitCode === 0 && output.ended === 'exit')
    return { engineAnswers: true, standIn, standInsMet: standIns, missingImages: [], missingPrograms: [] };
  return {
    engineAnswers: await engine.alive(),
    standIn,
    standInsMet: standIns,
    missingImages: engine.spec.kind === 'host' ? [] : await missingImages(images),
    missingPrograms: step.into === 'shell' ? await lackingPrograms(engine, output.text) : [],
  };
}

/** Those programs that an output says are not there and that the machine does not have. */
async function lackingPrograms(engine: Engine, text: string): Promise<readonly string[]> {
  const named = new Set(
    faultsIn(text).flatMap(({ kind, thing }) => (kind === 'missing' && thing?.kind === 'program' ? [thing.name] : [])),
  );
  const asked = await Promise.all(
    [...named].map(async (name) => {
      const { exitCode } = await engine.exec(['sh', '-c', 'command -v -- "$1"', 'sh', name]);
      return exitCode === 0 ? [] : [name];
    }),
  );
  return asked.flat();
}
