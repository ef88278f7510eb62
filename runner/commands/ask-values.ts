import { because, wording } from '../core/message.ts';
import type { Itinerary, Variable } from '../core/plan.ts';
import { keepValues, recallValues } from '../guide/journal.ts';
import type { SetValues } from '../pipeline/read-itinerary.ts';
import { Answers } from './answers.ts';
import type { Io } from './verb.ts';

/**
 * Asks the learner for each variable that the course leaves to them, once: not again where they go on. An empty answer
 * leaves the author's value, and without one the steps that need it are left out.
 *
 * @returns `set` itself where nothing is left to them
 *
 * @param chapterPath absolute; the answers are kept with the journal of this chapter
 * @param onAsk called before the first question
 */
export async function askValues(
  { before, plan }: Itinerary,
  set: SetValues,
  io: Io,
  chapterPath: string,
  onAsk: () => void = () => {},
): Promise<SetValues> {
  const open = new Map(
    [...before, plan]
      .flatMap(({ variables }) => variables)
      .flatMap((variable) => (variable.isGiven ? [] : [[variable.name, variable] as const])),
  );
  if (open.size === 0) return set;
  const kept = Object.entries(await recallValues(chapterPath)).filter(([name]) => open.delete(name));
  if (open.size > 0) onAsk();
  const answers = new Answers(io);
  const given: Record<string, string> = { ...Object.fromEntries(kept), ...set };
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
  if (open.size > 0) await keepValues(chapterPath, given);
  return given;
}

function questionFor({ name, lines, prompt, value }: Variable, { locale }: Io): string {
  const asked = prompt ?? wording(because('set-question-plain', { name, lines: lines.join(', ') }), locale);
  return value === null ? `${asked} ` : wording(because('set-question', { prompt: asked, value }), locale);
}
