import { hasOption, understand } from '../../command/index.ts';
import { because } from '../../core/message.ts';
import { leftOut, type SkipRule } from './rule.ts';

/**
 * Leaves out what is typed on the other machines of a swarm: the reader has this one, which leads its swarm and can
 * join none.
 */
export const otherMachines: SkipRule = {
  code: 'never-made',
  *find(drafts) {
    let leads = false;
    let others = false;
    for (const draft of drafts) {
      for (const command of draft.commands) {
        if (command.skip !== null || command.into !== 'shell') continue;
        const docker = understand(command.text).calls.find(({ docker: call }) => call !== null)?.docker;
        if (docker == null) continue;
        const forced = hasOption(docker, 'force');
        if (docker.verb === 'swarm init') leads = true;
        if (docker.verb === 'swarm leave' && forced) leads = false;
        const elsewhere =
          leads && (docker.verb === 'swarm join' || (docker.verb === 'swarm leave' && others && !forced));
        if (!elsewhere) continue;
        others = true;
        yield leftOut(draft, command, because('plan-other-machine'));
      }
    }
  },
};
