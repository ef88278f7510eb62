import { effectsOf } from '../command/index.ts';
import type { Site } from '../core/outcome.ts';
import type { Plan } from '../core/plan.ts';
import { portsIn } from './declared.ts';
import { type Subject, subject } from './subject.ts';

/** Commands in the running text, which nobody types here and a reader may: what they would make. */
export class UnreadCommands {
  readonly #plans: readonly Plan[];

  constructor(plans: readonly Plan[]) {
    this.#plans = plans;
  }

  /** Where the running text would make a thing before a step; null where it does not. */
  makes({ key }: Subject, { chapter, line }: Site): Site | null {
    for (const plan of this.#plans) {
      const isOwn = plan.chapter.path === chapter;
      const maker = plan.unread.find((one) => (!isOwn || one.line < line) && madeBy(one.text).includes(key));
      if (maker !== undefined) return { chapter: plan.chapter.path, line: maker.line };
      if (isOwn) break;
    }
    return null;
  }
}

function madeBy(text: string): readonly string[] {
  const { makes, publishes } = effectsOf(text);
  const named = makes.flatMap(({ kind, name }) =>
    name === null || kind === 'file' || kind === 'folder' ? [] : [subject(kind, name)],
  );
  return [...named, ...portsIn(publishes)].map(({ key }) => key);
}
