import { type DockerCommand, hasOption, leadsElsewhere, remoteContextsMade, understand } from '../../command/index.ts';
import { because } from '../../core/message.ts';
import { hostOf } from '../blocks/mark.ts';
import type { Draft, DraftCommand } from '../draft.ts';
import { cuesIn } from '../prose/cues.ts';
import { leftOut, type SkipRule } from './rule.ts';

/** Leaves out what a click types on another machine than the course's first: the reader has one. */
export const otherHosts: SkipRule = {
  code: 'never-made',
  *find(drafts) {
    for (const draft of drafts)
      if (hostOf(draft.view.block) > 1)
        for (const command of draft.commands) yield leftOut(draft, command, because('plan-other-host'));
  },
};

/**
 * Leaves out what asks another machine's engine, or leads to it what comes after: an author has such a machine, and what
 * the chapter goes on to show holds on the reader's own engine.
 */
export const otherEngines: SkipRule = {
  code: 'never-made',
  *find(drafts) {
    const remote = new Set<string>();
    for (const draft of drafts) {
      for (const command of draft.commands) {
        if (command.into !== 'shell') continue;
        if (leadsElsewhere(command.text, remote)) yield leftOut(draft, command, because('plan-other-engine'));
        for (const name of remoteContextsMade(command.text)) remote.add(name);
      }
    }
  },
};

/**
 * Leaves out what is typed on the other machines of a swarm: the reader has this one, which leads its swarm and can
 * join none.
 */
export const otherMachines: SkipRule = {
  code: 'never-made',
  *find(drafts) {
    let initialised = false;
    let others = false;
    /** What the prompt names on the machine that leads, and on those that have joined it. */
    let leader: string | null = null;
    const joined = new Set<string>();
    for (const draft of drafts) {
      for (const command of draft.commands) {
        if (command.skip !== null || command.into !== 'shell') continue;
        const host = command.entry.prompt?.host ?? null;
        const docker = understand(command.text).calls.find(({ docker: call }) => call !== null)?.docker;
        const isElsewhere = host === null ? others && isOfWorker(draft, command) && !leads(docker) : joined.has(host);
        if (isElsewhere) yield leftOut(draft, command, because('plan-other-machine'));
        if (docker == null || command.skip !== null) continue;
        const forced = hasOption(docker, 'force');
        if (docker.verb === 'swarm init') [initialised, leader] = [true, host];
        if (docker.verb === 'swarm leave' && forced) initialised = false;
        // Who has one machine joins nobody, be the swarm made above or on a page before.
        const elsewhere =
          docker.verb === 'swarm join' || (docker.verb === 'swarm leave' && initialised && others && !forced);
        if (!elsewhere) continue;
        others = true;
        if (host !== null && host !== leader) joined.add(host);
        yield leftOut(draft, command, because('plan-other-machine'));
      }
    }
  },
};

/** Only the machine that leads a swarm can do it. */
function leads(docker: DockerCommand | null | undefined): boolean {
  return /^(?:swarm (?!leave)|node |service |stack |config |secret )/.test(docker?.verb ?? '');
}

/** The last remark above it in its block, or the sentence above that, says that a worker types it. */
function isOfWorker({ entries, view }: Draft, { entry }: DraftCommand): boolean {
  const remark = entries.slice(0, entries.indexOf(entry)).findLast(({ type }) => type === 'comment');
  return cuesIn(remark !== undefined && 'line' in remark ? remark.line.text : view.label).has('onWorker');
}
