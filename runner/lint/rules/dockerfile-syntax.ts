import { message } from '../../core/message.ts';
import type { Step } from '../../core/plan.ts';
import { parseDockerfile } from '../../dockerfile/index.ts';
import type { Rule } from '../rule.ts';

/** A Dockerfile that no builder would read. */
export const dockerfileSyntax: Rule = {
  name: 'dockerfile-syntax',
  check: ({ plan }) =>
    plan.blocks
      .filter(({ kind, block }) => kind === 'dockerfile' && !isAddition(plan.steps, block.index))
      .flatMap(({ block }) => {
        const text = block.lines.map((line) => line.text).join('\n');
        return parseDockerfile(text).errors.map(({ line, code, subject }) => {
          const at = block.lines[line - 1];
          return message(
            `lint-dockerfile-${code}`,
            { subject },
            { path: plan.chapter.path, line: at?.line ?? block.line, column: 1 },
          );
        });
      }),
};

/** It goes into a file that has its beginning. */
function isAddition(steps: readonly Step[], block: number): boolean {
  return steps.some((step) => step.type === 'file' && step.block === block && step.action !== 'write');
}
