import { because, wording } from '../core/message.ts';
import type { Itinerary, Variable } from '../core/plan.ts';
import type { SetValues } from '../pipeline/read-itinerary.ts';
import { Answers } from './answers.ts';
import type { Io } from './verb.ts';

/**
 * Asks the learner for each variable that the course leaves to them, once. An empty answer leaves the author's value,
 * and without one the steps that need it are left out.
 */
export async function askValues({ before, plan }: Itinerary, set: SetValues, io: Io): Promise<SetValues> {
  const open = new Map(
    [...before, plan]
      .flatMap(({ variables }) => variables)
      .flatMap((variable) => (variable.isGiven ? [] : [[variable.name, variable] as const])),
  );
  const answers = new Answers(io);
  const given: Record<string, string> = { ...set };
  try {
    for (const variable of open.values()) {
      const answer = await answers.ask(questionFor(variable, io));
      if (answer === undefined) break;
      const value = answer.trim() === '' ? variable.value : answer.trim();
      if (value !== null) given[variable.name] = value;
    }
  } finally {
    answers.close();
  }
  return given;
}

function questionFor({ name, lines, prompt, value }: Variable, { locale }: Io): string {
  const asked = prompt ?? wording(because('set-question-plain', { name, lines: lines.join(', ') }), locale);
  return value === null ? `${asked} ` : wording(because('set-question', { prompt: asked, value }), locale);
}
