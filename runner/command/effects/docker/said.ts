import { because } from '../../../core/message.ts';
import { withoutEnding } from '../../../core/words.ts';
import type { DockerCommand } from '../../docker/docker-command.ts';
import { canonicalImage } from '../../docker/image-name.ts';
import { hasOption, optionValue } from '../../docker/parse-docker.ts';
import { echoedNames, endless, joinParts, type Parts, things } from '../effect-parts.ts';
import type { LogKind, Thing, ThingKind } from '../effects.ts';

/**
 * What a verb does, in a few words:
 *
 * - `needs:container`, `makes:`, `destroys:`, `starts:`, `stops:` each of its operands; `container.0` only the first one
 *   (null where none is given: Docker chooses it), `container=name` what an option names;
 * - `log=pull` is what it prints, `names` its operands, `id` an ID, `silent` nothing;
 * - `follows` shows a log, and with `--follow` does not end; `refreshes` does not end without `--no-stream`.
 */
export type Said = string;

/** Reads what a verb is said to do, of a call of it. */
export function partsSaid(said: Said, command: DockerCommand): Parts {
  return joinParts(
    said.split(' ').map((word) => {
      const [does = '', what] = word.split(':');
      return what === undefined ? shown(word, command) : { [does]: named(what, command) };
    }),
  );
}

/** What every engine, or every client, has of its own. */
const builtIn: Partial<Record<ThingKind, readonly string[]>> = {
  network: ['bridge', 'host', 'none', 'ingress', 'nat'],
  context: ['default'],
};

function named(what: string, command: DockerCommand): readonly Thing[] {
  const [, kind = '', at, option] = /^([a-z]+)(?:\.(\d))?(?:=(\S+))?$/.exec(what) ?? [];
  const { operands } = command;
  const names =
    option !== undefined
      ? [optionValue(command, option)]
      : at !== undefined
        ? [operands[Number(at)] ?? null]
        : operands;
  const own = names.filter((name) => name === null || builtIn[kind as ThingKind]?.includes(name) !== true);
  if (kind === 'swarm') return things('swarm', [null]);
  // A plugin goes by its name with and without the tag that is left out.
  if (kind === 'plugin')
    return things(
      'plugin',
      own.map((name) => name && withoutEnding(name, ':latest')),
    );
  return things(kind as ThingKind, kind === 'image' ? own.map((name) => name && canonicalImage(name)) : own);
}

function shown(word: string, command: DockerCommand): Parts {
  if (word === 'names') return echoedNames(command.operands);
  if (word === 'id') return { output: { form: 'id' } };
  if (word === 'silent') return { silent: true };
  if (word === 'follows')
    return hasOption(command, 'follow')
      ? endless(because('ends-until-stopped', { what: 'logs -f' }))
      : { readsLog: true };
  if (word === 'refreshes')
    return hasOption(command, 'no-stream') ? {} : endless(because('ends-until-stopped', { what: 'stats' }));
  return { output: { form: 'log', log: word.replace('log=', '') as LogKind } };
}
