import type { DockerCommand } from '../../docker/docker-command.ts';
import { hasOption } from '../../docker/parse-docker.ts';
import { echoedNames, endless, type Parts, things } from '../effect-parts.ts';
import { inContainer } from './in-container.ts';
import { createEffects, runEffects } from './run.ts';
import type { VerbEffects } from './verb-effects.ts';

/** What the verbs about containers do. */
export const containerEffects: VerbEffects = {
  'container run': runEffects,
  'container create': createEffects,
  'container exec': execEffects,
  'container attach': (command) => ({
    ...needed(command),
    opens: { into: 'container', program: 'unknown', shellLike: null, container: command.operands[0] ?? null },
    ends: { how: 'unknown', reason: 'attach shows the container until it ends or is detached from' },
  }),
  'container start': startEffects,
  'container restart': (command) => ({
    ...needed(command),
    ...names(command),
    starts: things('container', command.operands),
  }),
  'container unpause': (command) => ({
    ...needed(command),
    ...names(command),
    starts: things('container', command.operands),
  }),
  'container stop': (command) => ({
    ...needed(command),
    ...names(command),
    stops: things('container', command.operands),
  }),
  'container kill': (command) => ({
    ...needed(command),
    ...names(command),
    stops: things('container', command.operands),
  }),
  'container pause': (command) => ({
    ...needed(command),
    ...names(command),
    stops: things('container', command.operands),
  }),
  'container rm': (command) => ({
    ...needed(command),
    ...names(command),
    destroys: things('container', command.operands),
  }),
  'container rename': (command) => ({
    needs: things('container', command.operands.slice(0, 1)),
    destroys: things('container', command.operands.slice(0, 1)),
    makes: things('container', command.operands.slice(1, 2)),
    silent: true,
  }),
  'container commit': (command) => ({
    ...needed(command, 1),
    makes: things('image', [command.operands[1] ?? null]),
    output: { form: 'id' },
  }),
  'container cp': copyEffects,
  'container export': (command) => ({ ...needed(command), ...written(command), silent: hasOption(command, 'output') }),
  'container logs': (command) => ({
    ...needed(command),
    ...(hasOption(command, 'follow') ? endless('logs -f follows until Ctrl-C') : { readsLog: true }),
  }),
  'container stats': (command) => ({
    ...needed(command),
    ...(hasOption(command, 'no-stream') ? {} : endless('stats refreshes until Ctrl-C')),
  }),
  'container wait': (command) => ({
    ...needed(command),
    ends: { how: 'unknown', reason: 'wait ends when the container does' },
  }),
  'container inspect': needed,
  'container diff': needed,
  'container port': (command) => needed(command, 1),
  'container top': (command) => needed(command, 1),
  'container update': (command) => ({ ...needed(command), ...names(command) }),
};

function needed(command: DockerCommand, count?: number): Parts {
  return { needs: things('container', command.operands.slice(0, count)) };
}

function names(command: DockerCommand): Parts {
  return echoedNames(command.operands);
}

function written(command: DockerCommand): Parts {
  return {
    writesFiles: command.options.flatMap(({ name, value }) => (name === 'output' && value !== null ? [value] : [])),
  };
}

function execEffects(command: DockerCommand): Parts {
  const terminal = { tty: hasOption(command, 'tty'), stdin: hasOption(command, 'interactive') };
  const inside = inContainer(command.argv, terminal, false);
  const detached = hasOption(command, 'detach');
  return {
    ...needed(command),
    readsFiles: command.options.flatMap(({ name, value }) => (name === 'env-file' && value !== null ? [value] : [])),
    opens: detached || inside.opens === null ? null : { ...inside.opens, container: command.operands[0] ?? null },
    ends: detached ? { how: 'ends', reason: '' } : inside.ends,
    asks: inside.asks,
    contacts: detached ? [] : inside.contacts,
    silent: detached,
  };
}

function startEffects(command: DockerCommand): Parts {
  const starts = things('container', command.operands);
  const attached = hasOption(command, 'attach');
  const interactive = hasOption(command, 'interactive');
  if (!attached && !interactive) return { ...needed(command), ...names(command), starts };
  const ends = { how: 'unknown', reason: 'start -a shows the container until it ends' } as const;
  const opens = {
    into: 'container',
    program: 'unknown',
    shellLike: null,
    container: command.operands[0] ?? null,
  } as const;
  return { ...needed(command), starts, ends, opens: interactive ? opens : null };
}

function copyEffects(command: DockerCommand): Parts {
  const [from = '', to = ''] = command.operands;
  const container = (path: string): string | null => /^([^/.\\:][^/:]+):/.exec(path)?.[1] ?? null;
  const source = container(from);
  const target = container(to);
  return {
    needs: things(
      'container',
      [source, target].filter((name) => name !== null),
    ),
    readsFiles: source === null && from !== '-' && from !== '' ? [from] : [],
    writesFiles: target === null && to !== '-' && to !== '' ? [to] : [],
  };
}
