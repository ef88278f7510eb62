import type { ChapterResult, Outcome } from '../core/outcome.ts';
import type { Plan, Step } from '../core/plan.ts';

/** What a run tells whoever shows it. Every callback is optional; none may throw for lack of another. */
export interface Reporter {
  onChapterStart?(plan: Plan, engine: { readonly name: string; readonly dockerVersion: string }): void;
  onStepStart?(step: Step): void;
  onOutcome?(outcome: Outcome): void;
  /** What came of a step before is judged anew, as what it had started has ended by itself meanwhile. */
  onJudgedAnew?(outcome: Outcome): void;
  onChapterEnd?(result: ChapterResult): void;
}

/** One reporter that passes everything on to several. A reporter that fails is left out of what follows. */
export function multiplex(reporters: readonly Reporter[], onFailure: (error: unknown) => void): Required<Reporter> {
  const listening = new Set(reporters);
  const tell = (call: (reporter: Reporter) => void) => {
    for (const reporter of listening) {
      try {
        call(reporter);
      } catch (error) {
        listening.delete(reporter);
        onFailure(error);
      }
    }
  };
  return {
    onChapterStart: (plan, engine) => tell((reporter) => reporter.onChapterStart?.(plan, engine)),
    onStepStart: (step) => tell((reporter) => reporter.onStepStart?.(step)),
    onOutcome: (outcome) => tell((reporter) => reporter.onOutcome?.(outcome)),
    onJudgedAnew: (outcome) => tell((reporter) => reporter.onJudgedAnew?.(outcome)),
    onChapterEnd: (result) => tell((reporter) => reporter.onChapterEnd?.(result)),
  };
}
