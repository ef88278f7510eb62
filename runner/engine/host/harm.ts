/** What a request of the engine's API would end or remove. */
export type Harm =
  | { readonly kind: 'container' | 'image' | 'network' | 'volume'; readonly name: string }
  /** A prune: everything of that kind that nobody uses. */
  | { readonly kind: 'unused'; readonly what: string };

const kinds = { containers: 'container', images: 'image', networks: 'network', volumes: 'volume' } as const;

/** Paths of the Engine API's reference, versions 1.24 to 1.51. */
const removed = /^\/(containers|images|networks|volumes)\/(.+)$/;
const ended = /^\/containers\/([^/]+)\/(?:stop|kill|restart|pause|rename|update)$/;
const pruned = /^\/(containers|images|networks|volumes|build)\/prune$/;

/**
 * What a request would end or remove, from its first line (`DELETE /v1.47/containers/web?force=1 HTTP/1.1`); null for
 * one that does neither. A prune by label is left to the chapter, which knows its labels.
 */
export function harmOf(requestLine: string): Harm | null {
  const [, method, target] = /^(DELETE|POST) (\S+) HTTP\//.exec(requestLine) ?? [];
  if (target === undefined) return null;
  const url = new URL(target, 'http://docker');
  const path = url.pathname.replace(/^\/v\d+\.\d+(?=\/)/, '');
  if (method === 'DELETE') {
    const [, kind, name] = removed.exec(path) ?? [];
    return name === undefined ? null : { kind: kinds[kind as keyof typeof kinds], name: decodeURIComponent(name) };
  }
  const container = ended.exec(path)?.[1];
  if (container !== undefined) return { kind: 'container', name: decodeURIComponent(container) };
  const what = pruned.exec(path)?.[1];
  if (what === undefined || /"label"/.test(url.searchParams.get('filters') ?? '')) return null;
  return { kind: 'unused', what: what === 'build' ? 'build cache' : what };
}
