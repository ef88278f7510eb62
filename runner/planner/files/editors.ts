import { because } from '../../core/message.ts';
import type { CommandStep, FileStep, Step } from '../../core/plan.ts';

/** A step that opens an editor on the host. */
export interface Editor {
  readonly index: number;
  /** As seen from where the chapter starts. */
  readonly path: string;
}

/**
 * Ties each editor's line to the file step that writes what its reader types: the content stands right below it, in the
 * next block, or has just been shown above.
 */
export function tieEditors(steps: readonly Step[], editors: readonly Editor[]): readonly Step[] {
  const tied = [...steps];
  const taken = new Set<FileStep>();
  for (const { index, path } of editors) {
    const step = steps[index];
    if (step?.type !== 'command' || step.skip?.code !== 'editor') continue;
    const file = contentFor(step, path, steps, taken);
    if (file === null) continue;
    taken.add(file);
    const reason = because('plan-written-instead', { path: file.path, line: file.line });
    tied[index] = { ...step, writes: file.index, skip: { ...step.skip, reason } };
  }
  return tied;
}

function contentFor(
  step: CommandStep,
  path: string,
  steps: readonly Step[],
  taken: ReadonlySet<FileStep>,
): FileStep | null {
  const isFor = (other: Step | undefined) => other?.type === 'file' && !taken.has(other) && isSame(other.path, path);
  for (const other of steps.slice(step.index + 1)) {
    if (other.type === 'file' && isFor(other)) return near(step, other) ? other : null;
    // What is typed in a later block counts on the file as it is.
    if (other.type === 'command' && other.skip === null && other.block !== step.block) break;
  }
  const above = steps[step.index - 1];
  return above?.type === 'file' && isFor(above) && above.action === 'write' && near(above, step) ? above : null;
}

/** One section, or one block after the other. */
function near(a: Step, b: Step): boolean {
  return a.section === b.section || b.block - a.block <= 1;
}

/** A page may name a file by its last part alone. */
function isSame(a: string, b: string): boolean {
  const plain = (path: string) => path.replace(/^(?:\.\/)+/, '');
  const [one, other] = [plain(a), plain(b)];
  return one === other || one.endsWith(`/${other}`) || other.endsWith(`/${one}`);
}
