import type { Locale } from '../core/message.ts';
import { wording } from '../core/message.ts';
import type { Plan, Step } from '../core/plan.ts';
import type { Decision } from '../pipeline/run-chapter.ts';
import type { Paint } from '../reporter/paint.ts';
import type { Reporter } from '../reporter/reporter.ts';
import { readKey } from './key.ts';

export interface GuideOptions {
  readonly plan: Plan;
  /** Steps at which the learner is asked; those before them are run to get there. */
  readonly reported: readonly Step[];
  readonly stdin: NodeJS.ReadStream;
  readonly write: (text: string) => void;
  readonly paint: Paint;
  readonly locale: Locale;
  readonly signal: AbortSignal;
}

/** The learner's screen: the chapter's text up to the next step, then a key, then the step. */
export interface Guide extends Reporter {
  gate(step: Step): Promise<Decision>;
}

/** Makes the guide of a chapter. */
export function guide(options: GuideOptions): Guide {
  const { plan, reported, write, paint, locale } = options;
  const { source, blocks } = plan.chapter;
  let readUpTo = 0;
  const tell = (end: number) => {
    const text = source.slice(readUpTo, end).trim();
    readUpTo = Math.max(readUpTo, end);
    if (text) write(`\n${prose(text, paint)}\n\n`);
  };
  return {
    onStepStart(step) {
      const block = blocks[step.block];
      if (!block || !reported.includes(step)) return;
      tell(block.range.start);
      readUpTo = Math.max(readUpTo, block.range.end);
    },
    async gate(step) {
      if (!reported.includes(step)) return 'run';
      write(`        ${paint('dim', wording({ code: 'guide-keys', args: {} }, locale))}`);
      const decision = await decide(options);
      write('\r\u001b[K');
      // Who leaves does not want the rest of the chapter on the screen.
      if (decision === 'quit') readUpTo = source.length;
      return decision;
    },
    onChapterEnd() {
      tell(source.length);
    },
  };
}

async function decide({ stdin, signal }: GuideOptions): Promise<Decision> {
  for (;;) {
    const key = await readKey(stdin, signal);
    if (key === 'return' || key === 'enter' || key === 'space') return 'run';
    if (key === 's') return 'skip';
    if (key === 'q' || key === 'end-of-input') return 'quit';
  }
}

/** The chapter's Markdown as it stands, headings and quoted code set off. */
function prose(text: string, paint: Paint): string {
  return text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .split('\n')
    .map((line) => (/^#{1,6} /.test(line) ? paint('bold', line) : line))
    .join('\n');
}
