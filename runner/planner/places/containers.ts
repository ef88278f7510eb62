import { effectsOf, hasOption, type Opens, optionValues, understand } from '../../command/index.ts';

/** Containers that the page has made so far, by name, each with what waits in it for somebody who attaches. */
export type Containers = Pick<ReadonlyMap<string, Opens | null>, 'get' | 'has'>;

/** Notes the containers that a command makes. */
export function addContainers(to: Map<string, Opens | null>, text: string): void {
  const { makes, keeps } = effectsOf(text);
  for (const { kind, name } of makes) if (kind === 'container' && name !== null) to.set(name, keeps);
  for (const name of aliasesIn(text)) to.set(name, null);
}

/** What is known already and what is added to it, which the former never hears of. */
export function containersWith(known: Containers, added: ReadonlyMap<string, Opens | null>): Containers {
  return {
    get: (name) => (added.has(name) ? added.get(name) : known.get(name)),
    has: (name) => added.has(name) || known.has(name),
  };
}

/** What a command opens; what the image leaves open, the command that made the container may have said. */
export function opensIn(containers: Containers, text: string): Opens | null {
  const { opens } = effectsOf(meant(text));
  if (opens === null || opens.shellLike !== null || opens.container === null) return opens;
  const waiting = containers.get(opens.container);
  return waiting ? { ...waiting, container: opens.container } : opens;
}

/** `docker exec -t db bash`: nobody asks for a terminal but to type into it. */
function meant(text: string): string {
  const docker = understand(text).calls.find((call) => call.docker?.verb === 'container exec')?.docker;
  if (docker == null || !hasOption(docker, 'tty') || hasOption(docker, 'interactive')) return text;
  return text.replace(' --tty ', ' -it ').replace(' -t ', ' -it ');
}

/** It talks to a container by its name, which only other containers can resolve. */
export function namesContainer(containers: Containers, text: string): boolean {
  return effectsOf(text).contacts.some(({ host }) => containers.has(host));
}

/** Names that a container has in its network only: `--network-alias`. */
function aliasesIn(text: string): readonly string[] {
  return understand(text).calls.flatMap(({ docker }) =>
    docker === null ? [] : [...optionValues(docker, 'network-alias'), ...optionValues(docker, 'net-alias')],
  );
}
