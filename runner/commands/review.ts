import { wording } from '../core/message.ts';
import type { Plan } from '../core/plan.ts';
import { stateFolder } from '../engine/index.ts';
import { type Paint, paintFor } from '../reporter/paint.ts';
import {
  applyChanges,
  type Change,
  type Decision,
  editableText,
  editedChange,
  keepReview,
  type Review,
  unifiedDiff,
} from '../updater/index.ts';
import { Answers } from './answers.ts';
import { editText } from './edit-text.ts';
import type { Io } from './verb.ts';

/**
 * Shows each change that was not asked yet and asks what is to become of it. What was said is kept at once, so that the
 * review can be left at any question.
 *
 * @returns the finished review; null where it was left
 */
export async function askReview(plan: Plan, review: Review, io: Io): Promise<Review | null> {
  const lines = new Answers(io);
  let asked = review;
  try {
    await keepReview(stateFolder(), asked);
    while (asked.decisions.length < asked.changes.length) {
      const decided = await askOne(plan, asked, lines, io);
      if (decided === 'leave') return null;
      asked = { ...asked, decisions: [...asked.decisions, ...decided] };
      await keepReview(stateFolder(), asked);
    }
    return asked;
  } finally {
    lines.close();
  }
}

async function askOne(plan: Plan, review: Review, lines: Answers, io: Io): Promise<readonly Decision[] | 'leave'> {
  const number = review.decisions.length;
  const total = review.changes.length;
  const change = review.changes[number];
  if (!change) return [];
  io.stdout.write(`\n${shown(plan, change, paintFor(io.stdout, io.env))}`);
  for (;;) {
    const answer = await lines.ask(
      wording({ code: 'review-question', args: { number: number + 1, total } }, io.locale),
    );
    switch (answer?.trim().toLowerCase()) {
      case 'a':
        return [{ verdict: 'accept' }];
      case 'k':
        return [{ verdict: 'keep' }];
      case 's':
        return review.changes.slice(number).map(() => ({ verdict: 'keep' }));
      case 'q':
      case undefined:
        return 'leave';
      case 'e': {
        const text = await lines.without(() => editText(editableText(change), io));
        if (text !== null) return [{ verdict: 'edit', change: editedChange(plan, change, text) }];
      }
    }
  }
}

function shown({ chapter }: Plan, change: Change, paint: Paint): string {
  const patch = unifiedDiff(chapter.path, chapter.source, applyChanges(chapter, [change]));
  const lines = patch.split('\n').slice(2);
  const painted = lines.map((line) =>
    line.startsWith('+') ? paint('green', line) : line.startsWith('-') ? paint('red', line) : line,
  );
  return `${paint('bold', `${chapter.path}:${change.line}`)}  ${change.title.split('\n')[0]}\n${painted.join('\n')}`;
}
