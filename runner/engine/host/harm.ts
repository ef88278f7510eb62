/** What a request of the engine's API would end or remove. */
export type Harm =
  | { readonly kind: 'container' | 'image' | 'network' | 'volume'; readonly name: string }
  /** A prune: everything of that kind that nobody uses. */
  | { readonly kind: 'unused'; readonly what: string };

const kinds = { containers: 'container', images: 'image', networks: 'network', volumes: 'volume' } as const;

/** What ends a container or changes it, by the Engine API's reference, versions 1.24 to 1.51. */
const endings = new Set(['stop', 'kill', 'restart', 'pause', 'rename', 'update']);

/**
 * What a request would end or remove, from its first line (`DELETE /v1.47/containers/web?force=1 HTTP/1.1`); null for
 * one that does neither. A prune by label is left to the chapter, which knows its labels.
 */
export function harmOf(requestLine: string): Harm | null {
  const [, method, target] = /^(DELETE|POST) (\S+) HTTP\//.exec(requestLine) ?? [];
  if (target === undefined) return null;
  const url = new URL(target, 'http://docker');
  const [, what = '', ...rest] = url.pathname.replace(/^\/v\d+\.\d+(?=\/)/, '').split('/');
  const kind = Object.hasOwn(kinds, what) ? kinds[what as keyof typeof kinds] : null;
  if (method === 'DELETE')
    return kind === null || rest.length === 0 ? null : { kind, name: decodeURIComponent(rest.join('/')) };
  const [name = '', does = ''] = rest;
  if (kind === 'container' && endings.has(does)) return { kind, name: decodeURIComponent(name) };
  const prunes = name === 'prune' && rest.length === 1 && (kind !== null || what === 'build');
  if (!prunes || url.searchParams.get('filters')?.includes('"label"')) return null;
  return { kind: 'unused', what: what === 'build' ? 'build cache' : what };
}
