import { parseChapter } from '../../runner/parser/index.ts';
import { type ReplayedOutput, type ReplayOptions, replay } from '../../runner/pipeline/replay.ts';
import { planChapter } from '../../runner/planner/index.ts';

/** What came out: for each command its line, its status, whom it comes from, and the sentence that shows it. */
export function verdicts(
  blocks: readonly string[],
  outputs: Readonly<Record<string, ReplayedOutput>>,
  surroundings: ReplayOptions['surroundings'] = {},
): readonly string[] {
  const source = `# Chapter\n\n${blocks.join('\n\n')}\n`;
  const plan = planChapter(parseChapter(source, { id: 'ch', path: 'ch.md' }));
  const outcomes = replay({ before: [], plan }, ({ text }) => outputs[text] ?? { text: '' }, { surroundings });
  return outcomes.map(({ step, status, cause }) => {
    const of = cause?.kind === 'step' ? ` of ${cause.of.line}` : cause === null ? '' : ` ${cause.kind}`;
    const [first] = cause?.evidence ?? [];
    return `${step.line} ${status}${of}${first === undefined ? '' : ` ${first.code}`}`;
  });
}

/** A console block of a chapter. */
export const console = (...lines: readonly string[]) => `\`\`\`console\n${lines.join('\n')}\n\`\`\``;
/** A command that ends badly. */
export const fails = (text: string, exitCode = 1): ReplayedOutput => ({ text, exitCode });
/** Docker knows no such container. */
export const notThere = (name: string) => fails(`Error response from daemon: No such container: ${name}`);
