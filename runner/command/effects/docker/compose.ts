import { because } from '../../../core/message.ts';
import type { DockerCommand } from '../../docker/parse-docker.ts';
import { hasOption, optionValue, optionValues } from '../../docker/parse-docker.ts';
import type { VerbEffects } from '../effect-parts.ts';
import { endless, type Parts, things } from '../effect-parts.ts';
import type { KnownOutput, Thing } from '../effects.ts';
import { inContainer } from './in-container.ts';
import { publishesOf } from './run-options.ts';
import { partsSaid } from './said.ts';

/** What compose does besides reading its file, where more is to be said of it than a few words. */
export const composeEffects: VerbEffects = {
  'compose up': upEffects,
  'compose rm': (command) => ({
    destroys: things('service', command.operands),
    asks: hasOption(command, 'force') ? null : 'Are you sure? [yN]',
  }),
  'compose config': (command) => ({ output: printedFile(command) }),
  'compose events': () => endless(because('ends-until-stopped', { what: 'events' })),
  'compose watch': () => endless(because('ends-until-stopped', { what: 'watch' })),
  'compose attach': () => ({ ends: { how: 'unknown', reason: because('ends-with-its-program', { what: 'attach' }) } }),
  'compose exec': (command) => inService(command, []),
  'compose run': (command) => inService(command, [{ kind: 'container', name: optionValue(command, 'name') }]),
  'compose cp': ({ operands: [from = '', to = ''] }) =>
    from.includes(':') ? { writesFiles: [to] } : { readsFiles: [from] },
};

/** Every verb of compose but those that look at no project reads its file. */
export function composeFiles(command: DockerCommand): Parts {
  if (!command.verb.startsWith('compose ') || ['compose ls', 'compose version'].includes(command.verb)) return {};
  const named = optionValues(command, 'file').filter((file) => file !== '-');
  return { composeFiles: named, readsFiles: [...named, ...optionValues(command, 'env-file')] };
}

/** It prints the file as Compose reads it, or only what one of its switches asks for. */
function printedFile(command: DockerCommand): KnownOutput | null {
  const others = 'quiet services volumes images profiles networks models environment variables'.split(' ');
  const asksFile =
    !others.some((name) => hasOption(command, name)) &&
    ['output', 'hash'].every((name) => optionValue(command, name) === null);
  return asksFile ? { form: optionValue(command, 'format') === 'json' ? 'json' : 'yaml' } : null;
}

function upEffects(command: DockerCommand): Parts {
  const parts = partsSaid('makes:project=project-name starts:service log=compose-up', command);
  if (['detach', 'wait', 'no-start'].some((name) => hasOption(command, name))) return parts;
  if (
    ['abort-on-container-exit', 'exit-code-from', 'abort-on-container-failure'].some((name) => hasOption(command, name))
  ) {
    return { ...parts, ends: { how: 'unknown', reason: because('ends-with-its-program', { what: 'up' }) } };
  }
  return { ...parts, ...endless(because('ends-until-stopped', { what: 'up' })) };
}

/** `compose exec` and `run` give a terminal unless told otherwise. */
function inService(command: DockerCommand, makes: readonly Thing[]): Parts {
  const tty = !hasOption(command, 'no-TTY') && !hasOption(command, 'no-tty');
  const inside = inContainer(command.argv, { tty, stdin: true }, false);
  const service = command.operands[0] ?? null;
  const detached = hasOption(command, 'detach');
  const unknown = { how: 'unknown', reason: because('ends-not-known', { what: 'compose run' }) } as const;
  return {
    makes,
    needs: things('service', [service]),
    publishes: publishesOf(command),
    opens: detached || inside.opens === null ? null : { ...inside.opens, container: service },
    ends: detached ? { how: 'ends', reason: null } : command.argv.length === 0 ? unknown : inside.ends,
    asks: detached ? null : inside.asks,
    contacts: detached ? [] : inside.contacts,
  };
}
