import { posix } from 'node:path';
import { effectsOf } from '../../command/index.ts';
import { message } from '../../core/message.ts';
import type { Plan, Step } from '../../core/plan.ts';
import { ReaderFolders } from '../reader-folders.ts';
import type { Rule } from '../rule.ts';

/** A link of a course to a file that neither its reader has nor a step before it makes. */
export const linksToFiles: Rule = {
  name: 'link-without-file',
  check({ before, plan }, { hasFile }) {
    const links = plan.steps.filter((step) => roleOf(step) === 'link');
    if (links.length === 0 || [...before, plan].some(bringsUntold)) return [];
    const folders = new ReaderFolders(plan);
    return links.flatMap((step) => {
      const name = step.type === 'command' ? (step.script?.name ?? '') : '';
      if (/^https?:/.test(name) || hasFile(name) || folders.fetched(step.index)) return [];
      const steps = [...before.flatMap((one) => one.steps), ...plan.steps.slice(0, step.index)];
      if (steps.flatMap(writtenBy).some((path) => mayBe(path, name))) return [];
      const place = { path: plan.chapter.path, line: step.line, column: step.column };
      return [message('link-without-file', { name }, place)];
    });
  },
};

/** What a script does that prepares the machine, no page tells, nor what an earlier page has fetched. */
function bringsUntold(plan: Plan, at: number, all: readonly Plan[]): boolean {
  const isOver = at < all.length - 1;
  return (
    plan.steps.some((step) => roleOf(step) === 'background') ||
    (isOver && new ReaderFolders(plan).fetched(Number.POSITIVE_INFINITY))
  );
}

function roleOf(step: Step): string | undefined {
  return step.type === 'command' ? step.script?.role : undefined;
}

function writtenBy(step: Step): readonly string[] {
  return step.type === 'file' ? [step.path] : effectsOf(step.text).writesFiles;
}

/** It is that file, wherever the reader was then, or lies in a folder that was made and may have been filled. */
function mayBe(written: string, name: string): boolean {
  const [made, wanted] = [written, name].map((path) => posix.normalize(path.replace(/^~\//, '')).replace(/\/$/, ''));
  return posix.basename(made ?? '') === posix.basename(wanted ?? '') || wanted?.startsWith(`${made}/`) === true;
}
