import { understand } from '../../command/index.ts';
import { because } from '../../core/message.ts';
import type { Draft, DraftCommand } from '../draft.ts';
import { leftOut, type SkipRule } from './rule.ts';

/** Programs that only one family of Linux installs with, and what a reader calls that family. */
const families = new Map([
  ['yum', 'RHEL'],
  ['dnf', 'RHEL'],
  ['rpm', 'RHEL'],
  ['yum-config-manager', 'RHEL'],
  ['zypper', 'SUSE'],
  ['pacman', 'Arch'],
  ['apk', 'Alpine'],
]);

/** The engines' machines are of this family. */
const own = new Set(['apt', 'apt-get', 'dpkg', 'add-apt-repository']);

/** What the host is told to install in the way of another family of Linux, beside the same for its own. */
export const otherFamilies: SkipRule = {
  code: 'other-system',
  *find(drafts) {
    for (const [at, draft] of drafts.entries()) {
      const near = [drafts[at - 1], draft, drafts[at + 1]].filter((one) => one !== undefined);
      if (!near.some((one) => one.commands.some(isOwn))) continue;
      yield* strangersOf(draft);
    }
  },
};

function* strangersOf(draft: Draft) {
  for (const command of draft.commands) {
    const [system] = programsOnHost(command).flatMap((program) => families.get(program) ?? []);
    if (system !== undefined) yield leftOut(draft, command, because('plan-for-system', { system }));
  }
}

function isOwn(command: DraftCommand): boolean {
  return programsOnHost(command).some((program) => own.has(program));
}

/** In a container it is the image that says which family it is. */
function programsOnHost({ text, into }: DraftCommand): readonly string[] {
  return into === 'shell' ? understand(text).calls.map(({ program }) => program) : [];
}
