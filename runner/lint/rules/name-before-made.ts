import { dockerVerbsIn, type Effects, effectsOf, hasOption, type Thing, understand } from '../../command/index.ts';
import { message } from '../../core/message.ts';
import type { Itinerary } from '../../core/plan.ts';
import { looksLikeComposeFile, parseComposeFile } from '../../dockerfile/index.ts';
import type { Rule } from '../rule.ts';
import { meantCommands, typedCommands } from '../typed.ts';

/** Kinds whose names only the chapter itself can have made. Images come from registries, files from the reader. */
const ownKinds = new Set<Thing['kind']>(['container', 'network', 'volume', 'secret', 'config', 'service', 'stack']);

/** Docker makes these by itself (`docker network ls` on a fresh engine). */
const builtIn = new Set([
  'network bridge',
  'network host',
  'network none',
  'network ingress',
  'network docker_gwbridge',
]);

/** A container, network or volume that is used before any command has made it. */
export const nameBeforeMade: Rule = {
  name: 'name-before-made',
  check(itinerary) {
    const { before, plan } = itinerary;
    const services = servicesIn(itinerary);
    const madeBefore = before.flatMap(typedCommands).flatMap(({ effects }) => effects.makes.map(keyOf));
    const made = new Set([...builtIn, ...madeBefore]);
    const commands = meantCommands(plan);
    const everMade = new Map<string, number>();
    for (const { step, effects } of commands) {
      for (const thing of effects.makes) if (!everMade.has(keyOf(thing))) everMade.set(keyOf(thing), step.line);
    }
    return commands.flatMap(({ step, effects, place }) => {
      // What a script of a course looks for its reader is to make.
      const needs = step.script === undefined ? effects.needs : [];
      const missing = needs.filter(
        (thing) =>
          thing.name !== null &&
          ownKinds.has(thing.kind) &&
          !made.has(keyOf(thing)) &&
          !isIdOrPattern(thing.name) &&
          !mayLack(step.text, thing, effects) &&
          !(isOfCompose(step.text, thing) && (services.length === 0 || services.includes(thing.name))),
      );
      for (const thing of effects.makes) made.add(keyOf(thing));
      return missing.map((thing) => {
        const later = everMade.get(keyOf(thing));
        const args = { kind: thing.kind, name: thing.name ?? '' };
        return later === undefined
          ? message('lint-never-made', args, place)
          : message('lint-made-later', { ...args, later }, place);
      });
    });
  },
};

/** A page makes sure that there is none before it makes one: `docker rm -f web`, `docker network rm shop || true`. */
function mayLack(text: string, { kind, name }: Thing, { destroys }: Effects): boolean {
  if (!destroys.some((one) => one.kind === kind && one.name === name)) return false;
  return understand(text).calls.some(
    ({ docker, command }) => command.after === '||' || (docker !== null && hasOption(docker, 'force')),
  );
}

/** Services of the compose files that the reader has, or writes. */
function servicesIn({ before, plan, course }: Itinerary): readonly string[] {
  const written = [...before, plan].flatMap(({ steps }) =>
    steps.flatMap((step): readonly { path: string; content: string }[] =>
      step.type === 'file' ? [step] : effectsOf(step.text).writesContent,
    ),
  );
  return [...written, ...(course?.documents ?? [])].flatMap(({ path, content }) =>
    /\.ya?ml$/.test(path) && looksLikeComposeFile(content) > 0.5
      ? parseComposeFile(content).services.map(({ name }) => name)
      : [],
  );
}

/** What its services are a compose file tells, and no command. */
function isOfCompose(text: string, { kind }: Thing): boolean {
  return kind === 'service' && dockerVerbsIn(text).some((verb) => verb.startsWith('compose '));
}

function keyOf({ kind, name }: Thing): string {
  return `${kind} ${name}`;
}

/** An ID of the author's machine or something the shell fills in is no name. */
function isIdOrPattern(name: string): boolean {
  return /^[0-9a-f]{3,64}$/.test(name) || /[$`*?<>{}[\]]/.test(name);
}
