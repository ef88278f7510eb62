import { type Locale, type Message, wording } from '../core/message.ts';
import type { RunReport, StepsOfChapter } from '../core/report.ts';

/** The run as JSON, in the form of `docs/schemas/report.json`; each sentence also as the text that it is. */
export function json(run: RunReport, locale: Locale): string {
  const told = (message: Message) => ({ ...message, text: wording(message, locale) });
  const spoken = <T extends StepsOfChapter>(chapter: T) => ({
    ...chapter,
    steps: chapter.steps.map((step) => ({ ...step, messages: step.messages.map(told) })),
  });
  const chapters = run.chapters.map((chapter) => ({
    ...spoken(chapter),
    before: chapter.before.map(spoken),
    notes: chapter.notes.map(told),
  }));
  return `${JSON.stringify({ ...run, chapters }, null, 2)}\n`;
}
