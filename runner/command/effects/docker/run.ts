import { before } from '../../../core/words.ts';
import type { DockerCommand } from '../../docker/docker-command.ts';
import { hasOption, optionValue, optionValues } from '../../docker/parse-docker.ts';
import { type Parts, things } from '../effect-parts.ts';
import type { KnownOutput, Thing } from '../effects.ts';
import { programInside } from './program-inside.ts';
import { bindSources, mountsOf, publishesOf } from './run-options.ts';

const builtInNetworks = new Set(['bridge', 'host', 'none', 'default', 'nat']);

/** `docker container run`. */
export function runEffects(command: DockerCommand): Parts {
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
export function createEffects(command: DockerCommand): Parts {
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
