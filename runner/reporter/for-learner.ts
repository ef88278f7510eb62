import type { MessageArgs, Told } from '../core/message.ts';
import type { MessageCode } from '../core/messages/index.ts';
import type { Plan } from '../core/plan.ts';

/** What is told to whoever writes the chapter, as it is said to whoever goes through it. */
const inTheirTerms: Readonly<Partial<Record<MessageCode, MessageCode>>> = {
  'nobody-makes': 'guide-bring',
  'rows-of-before': 'guide-rows-of-before',
  'more-than-made': 'guide-more-than-made',
};

/** A finding as a learner is told it: a line of the chapter is the number of a step, and nothing is to be mended in it. */
export function forLearner<T extends Told>(told: T, plan: Plan): T {
  const at = told.code === 'at-line' ? plan.steps.findIndex(({ line }) => line === told.args.line) : -1;
  if (at !== -1) return { ...told, code: 'at-step', args: { at: at + 1 } };
  const args: MessageArgs = Object.fromEntries(
    Object.entries(told.args).map(([name, value]) => [
      name,
      typeof value === 'object' ? forLearner(value, plan) : value,
    ]),
  );
  return { ...told, code: inTheirTerms[told.code] ?? told.code, args };
}
