/** A request of the engine's API that makes something. */
export type Making =
  | { readonly kind: 'container'; readonly name: string | null }
  | { readonly kind: 'network' }
  | { readonly kind: 'volume' }
  /** A pull, tag, commit, import or build that names what it makes; without names for what only the engine knows. */
  | { readonly kind: 'image'; readonly references: readonly string[] };

/**
 * What a request makes, from its first line (`POST /v1.47/containers/create?name=web HTTP/1.1`); null for one that makes
 * nothing. The paths are those of the Engine API's reference, versions 1.24 to 1.51.
 */
export function makingOf(requestLine: string): Making | null {
  const [, target] = /^POST (\S+) HTTP\//.exec(requestLine) ?? [];
  if (target === undefined) return null;
  const url = new URL(target, 'http://docker');
  const path = url.pathname.replace(/^\/v\d+\.\d+(?=\/)/, '');
  const query = url.searchParams;
  if (path === '/containers/create') return { kind: 'container', name: query.get('name') };
  if (path === '/networks/create') return { kind: 'network' };
  if (path === '/volumes/create') return { kind: 'volume' };
  if (path === '/images/create') return pulled(query);
  if (path === '/commit' || /^\/images\/.+\/tag$/.test(path)) return named(query.get('repo'), query.get('tag'));
  if (path === '/build') return { kind: 'image', references: query.getAll('t').map((name) => reference(name, null)) };
  // BuildKit's own protocol and a loaded archive say the names inside.
  if (['/grpc', '/session', '/images/load'].includes(path)) return { kind: 'image', references: [] };
  return null;
}

function pulled(query: URLSearchParams): Making {
  return named(query.get('fromImage') ?? query.get('repo'), query.get('tag'));
}

function named(name: string | null, tag: string | null): Making {
  return { kind: 'image', references: name === null || name === '' ? [] : [reference(name, tag)] };
}

/** As `docker image ls` writes it: Hub's prefixes away, a tag always there. */
function reference(name: string, tag: string | null): string {
  const short = name.replace(/^(index\.)?docker\.io\//, '').replace(/^library\//, '');
  if (tag !== null && tag !== '') return tag.includes(':') ? `${short}@${tag}` : `${short}:${tag}`;
  return /:[^/]+$/.test(short) ? short : `${short}:latest`;
}
