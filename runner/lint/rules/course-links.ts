import { message } from '../../core/message.ts';
import { foldersOf, World } from '../../world/index.ts';
import { ReaderFolders } from '../reader-folders.ts';
import type { Rule } from '../rule.ts';

/** A link of a course to a file that neither its reader has nor a step before it makes. */
export const linksToFiles: Rule = {
  name: 'link-without-file',
  check(itinerary, { hasFile }) {
    const { before, plan, course } = itinerary;
    if (course === undefined || !hasLinks(plan.steps)) return [];
    // What a script does that prepares the machine, and what was fetched, no page tells.
    if ([...before, plan].some(({ steps }) => steps.some((step) => roleOf(step) === 'background'))) return [];
    const fetched = before.some((one) => new ReaderFolders(one).fetched(Number.POSITIVE_INFINITY));
    const folders = new ReaderFolders(plan);
    const world = new World(itinerary);
    return plan.steps.flatMap((step) => {
      if (step.type !== 'command' || step.script?.role !== 'link' || fetched || folders.fetched(step.index)) return [];
      const facts = world.factsOf(step);
      const { name } = step.script;
      const file = facts.needs.find(({ kind }) => kind === 'path');
      if (file === undefined || hasFile(name) || world.before(facts, file).madeBy !== null) return [];
      // A program may have put it into a folder that a step has made.
      if (foldersOf(file).some((key) => world.before(facts, { ...file, key }).madeBy !== null)) return [];
      return [
        message('link-without-file', { name }, { path: plan.chapter.path, line: step.line, column: step.column }),
      ];
    });
  },
};

type Steps = Parameters<Rule['check']>[0]['plan']['steps'];

function hasLinks(steps: Steps): boolean {
  return steps.some((step) => roleOf(step) === 'link');
}

function roleOf(step: Steps[number]): string | undefined {
  return step.type === 'command' ? step.script?.role : undefined;
}
