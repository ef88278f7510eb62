import { effectsOf, type Opens, optionValues, understand } from '../../command/index.ts';

/** Containers that the page has made so far, by name, each with what waits in it for somebody who attaches. */
export type Containers = ReadonlyMap<string, Opens | null>;

/** The containers after these commands were typed. */
export function containersAfter(before: Containers, commands: readonly string[]): Containers {
  const made = commands.flatMap((text): (readonly [string, Opens | null])[] => {
    const { makes, keeps } = effectsOf(text);
    const names = makes.flatMap(({ kind, name }) => (kind === 'container' && name !== null ? [name] : []));
    return [...names.map((name) => [name, keeps] as const), ...aliasesIn(text).map((name) => [name, null] as const)];
  });
  return made.length === 0 ? before : new Map([...before, ...made]);
}

/** What a command opens; what the image leaves open, the command that made the container may have said. */
export function opensIn(containers: Containers, text: string): Opens | null {
  const { opens } = effectsOf(text);
  if (opens === null || opens.shellLike !== null || opens.container === null) return opens;
  const waiting = containers.get(opens.container);
  return waiting ? { ...waiting, container: opens.container } : opens;
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
