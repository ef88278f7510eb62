import { because } from '../../../core/message.ts';
import { withoutEnding } from '../../../core/words.ts';
import { canonicalImage } from '../../docker/image-name.ts';
import type { DockerCommand } from '../../docker/parse-docker.ts';
import { hasOption, optionValue, optionValues } from '../../docker/parse-docker.ts';
import { echoedNames, endless, joinParts, type Parts, things } from '../effect-parts.ts';
import type { KnownOutput, LogKind, Thing, ThingKind } from '../effects.ts';

/**
 * What a verb does, in a few words:
 *
 * - `needs:container`, `makes:`, `destroys:`, `starts:`, `stops:` each of its operands; `container.0` only the first one
 *   (null where none is given: Docker chooses it), `container=name` what an option names;
 * - `names` is what it prints: its operands; `id` an ID, `silent` nothing, `log=pull` a log, `table` the table that bears
 *   the verb's name (`table=top` that of another name), `json` a document; no log and no document where a format is given;
 * - `follows` shows a log, and with `--follow` does not end; `refreshes` does not end without `--no-stream`.
 */
type Said = string;

/** Reads what a verb is said to do, of a call of it. */
export function partsSaid(said: Said, command: DockerCommand): Parts {
  return joinParts(
    said.split(' ').map((word) => {
      const [does = '', what] = word.split(':');
      if (what !== undefined) return { [does]: named(what, command) };
      const [kind = '', name] = word.split('=');
      return shown[kind]?.(command, name) ?? {};
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

/** What a verb prints, and until when, by the word for it. */
const shown: Readonly<Record<string, (command: DockerCommand, name?: string) => Parts>> = {
  names: ({ operands }) => echoedNames(operands),
  id: () => ({ output: { form: 'id' } }),
  silent: () => ({ silent: true }),
  follows: (command) =>
    hasOption(command, 'follow') ? endless(because('ends-until-stopped', { what: 'logs -f' })) : { readsLog: true },
  refreshes: (command) =>
    hasOption(command, 'no-stream') ? {} : endless(because('ends-until-stopped', { what: 'stats' })),
  log: (command, name) =>
    optionValue(command, 'format') === null ? { output: { form: 'log', log: name as LogKind } } : {},
  json: (command) => ((optionValue(command, 'format') ?? 'json').includes('json') ? { output: { form: 'json' } } : {}),
  table: (command, name = command.verb) => ({ output: tableOf(command, name) }),
};

/** Tables in which operands leave rows out. */
const narrowing = new Set(
  'image ls, stats, compose ps, compose images, compose top, compose stats, port, stack ps'.split(', '),
);

/** Filters that ask for a state in which any number of things may be, and for nothing certain. */
const ofState = /^(?:status|exited|health|dangling|driver|scope|type|is-\w+)=/;

function tableOf(command: DockerCommand, table: string): KnownOutput {
  const format = optionValue(command, 'format');
  if (format === 'json' || /^\{\{\s*json/.test(format ?? '')) return { form: 'json' };
  const filtered =
    optionValues(command, 'filter').some((filter) => !ofState.test(filter)) ||
    ['latest', 'last', 'status'].some((name) => optionValues(command, name).length > 0 || hasOption(command, name));
  return {
    form: 'table',
    table,
    filtered: filtered || (narrowing.has(table) && command.operands.length > 0),
    format,
    quiet: hasOption(command, 'quiet') || (command.verb === 'compose ps' && hasOption(command, 'services')),
  };
}
