import { understand } from '../understand.ts';

/**
 * Plugins of the Docker client that come with Docker Desktop or as packages of their own; Compose is on every machine
 * that this program prepares.
 */
const plugins = new Set(
  'ai app buildx cloud debug desktop dev extension init mcp model offload sandbox sbom scan scout'.split(' '),
);

/** The plugins of the Docker client that a command calls: `scout` of `docker scout cves tea`. */
export function clientPluginsIn(text: string): readonly string[] {
  const called = understand(text).calls.flatMap(({ docker }) => docker?.verb.split(' ')[0] ?? []);
  return [...new Set(called)].filter((verb) => plugins.has(verb));
}
