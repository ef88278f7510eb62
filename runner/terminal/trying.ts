import type { Step } from '../core/plan.ts';
import type { Asked } from '../guide/guide.ts';
import type { Task } from '../guide/task.ts';
import { thingTold } from '../verdict/index.ts';
import type { Beside } from './beside.ts';
import type { Doing } from './doing.ts';
import type { LearnerOptions } from './learner.ts';

/** How a task came out: it is done, the page's solution is gone through instead, or the learner leaves. */
export type Tried = 'done' | 'solution' | 'left';

const keys = ['enter', 'a', 'n', 'b', 'r', 'w', '!', '?', 'q'] as const;

/** A task that the page leaves to its learner: they type what they like, and its check is asked after each command. */
export class Trying {
  readonly #options: LearnerOptions;
  readonly #doing: Doing;
  readonly #beside: Beside;

  constructor(options: LearnerOptions, doing: Doing, beside: Beside) {
    this.#options = options;
    this.#doing = doing;
    this.#beside = beside;
  }

  async go(task: Task, step: Step): Promise<Tried> {
    const { asking, guide, voice } = this.#options;
    this.#doing.show(step, 'where');
    voice.say('guide-task');
    for (;;) {
      const { key, typed } = await asking.wish('guide-task-keys', keys);
      if (typed !== '') {
        const text = (await asking.line('$ ', typed)) ?? '';
        if (text.trim() === '') continue;
        await this.#beside.aside(text);
        if (await this.#isDone(task)) return 'done';
        continue;
      }
      switch (key) {
        case 'enter':
          if (await this.#isDone(task)) return 'done';
          break;
        case 'a':
          if (task.solution.length > 0) return 'solution';
          voice.say('guide-no-solution');
          break;
        case 'n':
          for (const _ of [...task.solution, task.check]) await this.#doing.run(() => guide.leaveOut());
          return 'done';
        case 'q':
          return 'left';
        case '!':
          await this.#beside.look('!', step);
          if (await this.#isDone(task)) return 'done';
          break;
        default:
          await this.#beside.look(key === 'b' || key === 'w' ? key : '?', step);
      }
    }
  }

  /** Asks the check; what is missing yet is told. */
  async #isDone(task: Task): Promise<boolean> {
    const { guide, voice } = this.#options;
    const found: { asked: Asked | null } = { asked: null };
    await this.#doing.run(async () => {
      found.asked = await guide.ask(task);
      return found.asked.outcome.status === 'passed' ? guide.solved(task) : null;
    });
    const { asked } = found;
    if (asked?.outcome.status === 'passed') {
      voice.say('guide-task-done');
      return true;
    }
    const [missing] = asked?.missing ?? [];
    if (missing !== undefined) voice.say('guide-task-missing', { what: thingTold(missing) });
    else for (const { code, args } of asked?.outcome.messages ?? []) voice.say(code, args);
    return false;
  }
}
