/** `ghcr.io/owner/app:1.2@sha256:…` in its parts. */
export interface ImageReference {
  readonly text: string;
  /** `docker.io` where none is written. */
  readonly registry: string;
  /** `library/ubuntu`, `diamol/node`. */
  readonly repository: string;
  /** `latest` where neither a tag nor a digest is written. */
  readonly tag: string | null;
  readonly digest: string | null;
  /** A tag or a digest is written. */
  readonly pinned: boolean;
  /** As people write it: no default registry, no `library/`, tag always (`ubuntu:latest`). */
  readonly name: string;
}

/** Reads an image reference. Null where it cannot be one (upper case, spaces, placeholders). */
export function parseImageReference(text: string): ImageReference | null {
  const match =
    /^(?<name>[a-z0-9][a-z0-9._:/-]*?)(?::(?<tag>\w[\w.-]{0,127}))?(?:@(?<digest>[a-z0-9]+:[0-9a-f]{32,}))?$/.exec(
      text,
    );
  const written = match?.groups?.name;
  if (written === undefined || !/^[a-z0-9]+(?:[._:/-]+[a-z0-9]+)*$/.test(written)) return null;
  const [first = '', ...rest] = written.split('/');
  const hasRegistry = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const path = hasRegistry ? rest.join('/') : written;
  if (path.includes(':') || path.includes('//')) return null;
  const registry = hasRegistry && first !== 'docker.io' && first !== 'index.docker.io' ? first : 'docker.io';
  const repository = registry === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
  const digest = match?.groups?.digest ?? null;
  const tag = match?.groups?.tag ?? (digest === null ? 'latest' : null);
  const short = registry === 'docker.io' ? repository.replace(/^library\//, '') : `${registry}/${repository}`;
  const pinned = digest !== null || match?.groups?.tag !== undefined;
  const name = `${short}${tag === null ? '' : `:${tag}`}${digest === null ? '' : `@${digest}`}`;
  return { text, registry, repository, tag, digest, pinned, name };
}
