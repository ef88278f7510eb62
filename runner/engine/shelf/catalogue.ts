import { parseImageName } from '../../command/index.ts';
import { databases } from './families/databases.ts';
import { diamol } from './families/diamol.ts';
import { languages } from './families/languages.ts';
import { servers } from './families/servers.ts';
import { systems } from './families/systems.ts';
import type { HostSettings } from './host-settings.ts';
import type { StandIn } from './recipe.ts';
import { standInFor, type Variant } from './stand-in.ts';

/** What stands in for a tag of a repository; null where the shelf has nothing for it. */
export type Family = (tag: string, host: HostSettings) => Variant | null;

/** Every repository of Docker Hub that the shelf knows, as people write it. */
const families: Readonly<Record<string, Family>> = { ...systems, ...servers, ...databases, ...languages, ...diamol };

/** Whether the shelf has a stand-in for some tag of the repository that an image's name begins with. */
export function knowsRepository(name: string): boolean {
  const repository = parseImageName(name)?.repository;
  return repository !== undefined && Object.hasOwn(families, repository);
}

/**
 * The stand-in for an image.
 *
 * @param name as a chapter writes it: `ubuntu`, `docker.io/library/ubuntu:20.04`
 * @returns null for another registry's image, one given by its digest, and what the shelf does not know.
 */
export function standInOf(name: string, host: HostSettings): StandIn | null {
  const reference = parseImageName(name);
  if (reference === null || reference.registry !== 'docker.io' || reference.tag === null || reference.digest !== null) {
    return null;
  }
  const { repository, tag, canonical } = reference;
  const variant = Object.hasOwn(families, repository) ? (families[repository]?.(tag, host) ?? null) : null;
  return variant === null ? null : standInFor(canonical, variant);
}
