import { because } from '../../../core/message.ts';
import { before } from '../../../core/words.ts';
import { type DockerCommand, hasOption, optionValue, optionValues } from '../../docker/parse-docker.ts';
import { echoedNames, type Parts, things, type VerbEffects } from '../effect-parts.ts';
import type { Effects, KnownOutput, Thing } from '../effects.ts';
import { inContainer, programInside } from './in-container.ts';
import { bindSources, mountsOf, publishesOf } from './run-options.ts';

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

const builtInNetworks = new Set(['bridge', 'host', 'none', 'default', 'nat']);

/** `docker container run`. */
function runEffects(command: DockerCommand): Parts {
  const detached = hasOption(command, 'detach');
  const name = optionValue(command, 'name');
  const container: Thing = { kind: 'container', name };
  const inside = programInside(command);
  const gone = hasOption(command, 'rm') && !detached && inside.ends.how === 'ends' && inside.opens === null;
  return {
    ...created(command),
    starts: detached || inside.ends.how !== 'ends' ? [container] : [],
    destroys: gone ? [container] : [],
    opens: detached ? null : inside.opens && { ...inside.opens, container: name },
    keeps: inside.opens && { ...inside.opens, container: name },
    ends: detached ? { how: 'ends', reason: null } : inside.ends,
    asks: detached ? null : inside.asks,
    // What left a container behind cannot be typed again as it stands.
    contacts: gone ? inside.contacts : [],
    output: outputOf(command, detached),
  };
}

/** `docker container create`. */
function createEffects(command: DockerCommand): Parts {
  const { opens } = programInside(command);
  const keeps = opens && { ...opens, container: optionValue(command, 'name') };
  return { ...created(command), keeps, output: { form: 'id' } };
}

function created(command: DockerCommand): Parts {
  const mounts = mountsOf(command);
  const image = command.image;
  return {
    makes: [
      { kind: 'container', name: optionValue(command, 'name') },
      ...things(
        'volume',
        mounts.filter(({ type }) => type === 'volume').map(({ source }) => source),
      ),
    ],
    needs: [...(image === null ? [] : things('image', [image.canonical])), ...neededBy(command)],
    pulls: image === null || optionValue(command, 'pull') === 'never' ? [] : [image],
    mounts,
    readsFiles: [
      ...bindSources(command, mounts),
      ...optionValues(command, 'env-file'),
      ...optionValues(command, 'label-file'),
    ],
    writesFiles: optionValues(command, 'cidfile'),
    publishes: publishesOf(command),
  };
}

function neededBy(command: DockerCommand): readonly Thing[] {
  const networks = [...optionValues(command, 'network'), ...optionValues(command, 'net')].map(
    (value) => /(?:^|,)name=([^,]+)/.exec(value)?.[1] ?? value,
  );
  const joined = networks.flatMap((value) =>
    value.startsWith('container:') ? [value.slice('container:'.length)] : [],
  );
  const links = optionValues(command, 'link').map((value) => before(value, ':'));
  const from = optionValues(command, 'volumes-from').map((value) => before(value, ':'));
  return [
    ...things('container', [...joined, ...links, ...from]),
    ...things(
      'network',
      networks.filter((value) => !value.startsWith('container:') && !builtInNetworks.has(value)),
    ),
  ];
}

function outputOf(command: DockerCommand, detached: boolean): KnownOutput | null {
  if (detached) return { form: 'id' };
  return command.image?.repository === 'hello-world' ? { form: 'log', log: 'run' } : null;
}
