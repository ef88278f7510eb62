import { because } from '../../../core/message.ts';
import type { DockerCommand } from '../../docker/docker-command.ts';
import { hasOption, optionValues } from '../../docker/parse-docker.ts';
import { echoedNames, type Parts, things } from '../effect-parts.ts';
import type { Effects } from '../effects.ts';
import { inContainer } from './in-container.ts';
import { createEffects, runEffects } from './run.ts';
import type { VerbEffects } from './verb-effects.ts';

/** What the verbs about containers do of which more is to be said than a few words. */
export const containerEffects: VerbEffects = {
  'container run': runEffects,
  'container create': createEffects,
  'container exec': execEffects,
  'container attach': (command) => ({
    ...needed(command),
    ...attached(command, 'attach'),
  }),
  'container start': startEffects,
  'container cp': copyEffects,
  'container export': (command) => ({
    ...needed(command),
    writesFiles: optionValues(command, 'output'),
    silent: hasOption(command, 'output'),
  }),
  'container wait': (command) => ({
    ...needed(command),
    ends: { how: 'unknown', reason: because('ends-with-its-program', { what: 'wait' }) },
  }),
};

function needed(command: DockerCommand): Parts {
  return { needs: things('container', command.operands) };
}

/** Its own input is that of the container, whatever runs there. */
function attached({ operands }: DockerCommand, what: string): Pick<Effects, 'opens' | 'ends'> {
  const container = operands[0] ?? null;
  return {
    opens: { into: 'container', program: 'unknown', shellLike: null, container },
    ends: { how: 'unknown', reason: because('ends-with-its-program', { what }) },
  };
}

function execEffects(command: DockerCommand): Parts {
  const terminal = { tty: hasOption(command, 'tty'), stdin: hasOption(command, 'interactive') };
  const inside = inContainer(command.argv, terminal, false);
  const detached = hasOption(command, 'detach');
  return {
    ...needed(command),
    readsFiles: optionValues(command, 'env-file'),
    opens: detached || inside.opens === null ? null : { ...inside.opens, container: command.operands[0] ?? null },
    ends: detached ? { how: 'ends', reason: null } : inside.ends,
    asks: inside.asks,
    contacts: detached ? [] : inside.contacts,
    silent: detached,
  };
}

function startEffects(command: DockerCommand): Parts {
  const starts = things('container', command.operands);
  const interactive = hasOption(command, 'interactive');
  if (!hasOption(command, 'attach') && !interactive)
    return { ...needed(command), ...echoedNames(command.operands), starts };
  const { opens, ends } = attached(command, 'start -a');
  return { ...needed(command), starts, ends, opens: interactive ? opens : null };
}

function copyEffects(command: DockerCommand): Parts {
  const [from = '', to = ''] = command.operands;
  const [source, target] = [from, to].map((path) => /^([^/.\\:][^/:]+):/.exec(path)?.[1] ?? null);
  return {
    needs: things(
      'container',
      [source, target].filter((name) => name != null),
    ),
    readsFiles: source === null && from !== '-' && from !== '' ? [from] : [],
    writesFiles: target === null && to !== '-' && to !== '' ? [to] : [],
  };
}
