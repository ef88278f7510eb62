import { message } from '../core/message.ts';
import type { ChapterReport } from '../core/report.ts';
import type { Fingerprint, Fingerprints } from '../pipeline/fingerprint.ts';
import { headOf } from '../reporter/report-of.ts';
import type { Assignment } from '../vitest/run-tests.ts';
import type { Remembered } from './remembered.ts';
import type { Selected } from './select-chapters.ts';

/** Chapters, or pages of a course, on an engine. */
export interface Assigned extends Selected {
  readonly engine: Assignment['engine'];
}

/** What each of them was before it was run; a chapter of which that cannot be told has none. */
export type Marks = ReadonlyMap<Assigned, Fingerprint>;

/** @returns what each of them is now */
export async function marksFor(part: readonly Assigned[], fingerprints: Fingerprints): Promise<Marks> {
  const marks = await Promise.all(
    part.map(async (one) => [one, await fingerprints.of(one.itinerary, one.engine.spec)] as const),
  );
  return new Map(marks.flatMap(([one, mark]) => (mark === null ? [] : [[one, mark] as const])));
}

/** Tells chapters that have to be run from those of which nothing has changed since their last green run. */
export function leaveUnchanged(
  part: readonly Assigned[],
  marks: Marks,
  remembered: Remembered,
): { readonly toRun: readonly Assigned[]; readonly unchanged: readonly ChapterReport[] } {
  const unchanged: ChapterReport[] = [];
  const toRun = part.filter((one) => {
    const [mark, green] = [marks.get(one), remembered.green(one.path, one.engine.name)];
    if (mark === undefined || green === null || !isSame(mark, green.fingerprint)) return true;
    const args = { when: green.at.slice(0, 16).replace('T', ' ') };
    for (const { plan } of one.chapters) {
      const note = message('chapter-unchanged', args, { path: plan.chapter.path, line: 1, column: 1 }, 'info');
      unchanged.push({ ...headOf(plan, one.engine.name), notes: [note], steps: [], verdict: 'unchanged' });
    }
    return false;
  });
  return { toRun, unchanged };
}

function isSame(one: Fingerprint, other: Fingerprint): boolean {
  return (Object.keys(one) as (keyof Fingerprint)[]).every((part) => one[part] === other[part]);
}

interface TestedPart {
  readonly tested: readonly Assigned[];
  readonly reports: readonly ChapterReport[];
  /** Null where not all steps were reported. */
  readonly marks: Marks | null;
}

/** Notes which chapters passed as they were; what came out otherwise is run the next time, whatever it was before. */
export function noteGreen({ tested, reports, marks }: TestedPart, remembered: Remembered): void {
  const at = new Date().toISOString();
  for (const one of tested) {
    const { path, chapters, engine } = one;
    const verdicts = reports
      .filter(
        (report) => report.engine === engine.name && chapters.some(({ plan }) => plan.chapter.path === report.path),
      )
      .map(({ verdict }) => verdict);
    const isGreen = verdicts.includes('passed') && verdicts.every((verdict) => good.includes(verdict));
    const mark = marks?.get(one);
    const isWhole = chapters.every(({ plan, reported }) => reported.length === plan.steps.length);
    if (isGreen && isWhole && mark !== undefined) remembered.addGreen(path, engine.name, { fingerprint: mark, at });
    else if (!isGreen) remembered.dropGreen(path, engine.name);
  }
}

const good: readonly string[] = ['passed', 'empty', 'left-out'];
