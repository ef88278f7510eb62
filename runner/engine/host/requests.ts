import * as z from 'zod';
import { canonicalImage } from '../../command/index.ts';

/** A request of the engine's API that makes something. */
export type Making =
  | {
      readonly kind: 'container';
      readonly name: string | null;
      /** Volumes that the engine makes for it, by name. */
      readonly volumes: readonly string[];
    }
  | { readonly kind: 'network' }
  | { readonly kind: 'volume' }
  /** A pull, tag, commit, import or build that names what it makes; without names for what only the engine knows. */
  | { readonly kind: 'image'; readonly references: readonly string[] };

/**
 * What a request makes, from its first line (`POST /v1.47/containers/create?name=web HTTP/1.1`) and, for a container,
 * its body; null for one that makes
 * nothing. The paths are those of the Engine API's reference, versions 1.24 to 1.51.
 */
export function makingOf(requestLine: string, body = ''): Making | null {
  const [, target] = /^POST (\S+) HTTP\//.exec(requestLine) ?? [];
  if (target === undefined) return null;
  const url = new URL(target, 'http://docker');
  const path = url.pathname.replace(/^\/v\d+\.\d+(?=\/)/, '');
  const query = url.searchParams;
  if (path === '/containers/create') return { kind: 'container', name: query.get('name'), volumes: volumesIn(body) };
  if (path === '/networks/create') return { kind: 'network' };
  if (path === '/volumes/create') return { kind: 'volume' };
  if (path === '/images/create') return pulled(query);
  if (path === '/commit' || /^\/images\/.+\/tag$/.test(path)) return named(query.get('repo'), query.get('tag'));
  if (path === '/build') return { kind: 'image', references: query.getAll('t').map((name) => referenceOf(name)) };
  // BuildKit's own protocol and a loaded archive say the names inside.
  if (['/grpc', '/session', '/images/load'].includes(path)) return { kind: 'image', references: [] };
  return null;
}

/** Whether the body says more about what is made. */
export function saysMoreInBody(requestLine: string): boolean {
  return /^POST (\/v\d+\.\d+)?\/containers\/create[? ]/.test(requestLine);
}

const containerBody = z.object({
  HostConfig: z
    .object({
      Binds: z.array(z.string()).nullish(),
      Mounts: z.array(z.object({ Type: z.string(), Source: z.string().optional() })).nullish(),
    })
    .nullish(),
});

/** Names of volumes in `-v data:/data` and `--mount type=volume,source=data,…`; folders begin with a slash. */
function volumesIn(body: string): readonly string[] {
  const { data } = z.string().transform(parseOrNull).pipe(containerBody).safeParse(body);
  const bound = (data?.HostConfig?.Binds ?? []).map((bind) => bind.split(':', 1)[0] ?? '');
  const mounted = (data?.HostConfig?.Mounts ?? [])
    .filter(({ Type }) => Type === 'volume')
    .map(({ Source }) => Source ?? '');
  return [...bound, ...mounted].filter((name) => /^[A-Za-z0-9]/.test(name) && !/^[A-Za-z]:?[\\/]/.test(name));
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function pulled(query: URLSearchParams): Making {
  return named(query.get('fromImage') ?? query.get('repo'), query.get('tag'));
}

function named(name: string | null, tag: string | null): Making {
  return { kind: 'image', references: name === null || name === '' ? [] : [referenceOf(name, tag)] };
}

/** As `docker image ls` writes it: Hub's prefixes away, a tag always there. */
export function referenceOf(name: string, tag: string | null = null): string {
  if (tag === null || tag === '') return canonicalImage(name);
  return canonicalImage(`${name}${tag.includes(':') ? '@' : ':'}${tag}`);
}
