import { withoutStart } from '../../core/words.ts';
/** The name of an image in its parts: `ghcr.io/owner/app:1.2@sha256:…`. */
export interface ImageName {
  /** As written. */
  readonly text: string;
  /** `docker.io` where none is written. */
  readonly registry: string;
  /** As the registry has it: `library/ubuntu`, `diamol/node`. */
  readonly path: string;
  /** As people write it, without tag and digest: `ubuntu`, `diamol/node`, `ghcr.io/owner/app`. */
  readonly repository: string;
  /** `latest` where neither a tag nor a digest is written. */
  readonly tag: string | null;
  readonly digest: string | null;
  /** A tag or a digest is written. */
  readonly pinned: boolean;
  /** One text for all ways to write the name: no default registry, no `library/`, tag always (`ubuntu:latest`). */
  readonly canonical: string;
  /** The shortest that people write: no `:latest`, no digest. */
  readonly short: string;
}

/** Names as in https://pkg.go.dev/github.com/distribution/reference; `:` and `/` of registry and path are told apart below. */
const form =
  /^(?<name>[a-z0-9]+(?:[._:/-]+[a-z0-9]+)*?)(?::(?<tag>\w[\w.-]{0,127}))?(?:@(?<digest>[a-z0-9]+:[0-9a-f]{32,}))?$/;

const hub = /^(?:(?:index|registry-1)\.)?docker\.io$/;

/** Reads the name of an image. Null where the text cannot be one (upper case, spaces, placeholders, `<none>`). */
export function parseImageName(text: string): ImageName | null {
  const { name, tag: writtenTag, digest = null } = form.exec(text)?.groups ?? {};
  if (name === undefined) return null;
  const [first = '', ...rest] = name.split('/');
  const hasRegistry = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const written = hasRegistry ? rest.join('/') : name;
  if (written.includes(':') || written.includes('//')) return null;
  const registry = hasRegistry && !hub.test(first) ? first : 'docker.io';
  const ofHub = registry === 'docker.io';
  const path = ofHub && !written.includes('/') ? `library/${written}` : written;
  const repository = ofHub ? withoutStart(path, 'library/') : `${registry}/${path}`;
  const tag = writtenTag ?? (digest === null ? 'latest' : null);
  const tagged = tag === null ? repository : `${repository}:${tag}`;
  return {
    text,
    registry,
    path,
    repository,
    tag,
    digest,
    pinned: digest !== null || writtenTag !== undefined,
    canonical: digest === null ? tagged : `${tagged}@${digest}`,
    short: tag === 'latest' ? repository : tagged,
  };
}

/** Whether the text is an image's ID, whole or as `docker image ls` cuts it. */
export function isImageId(text: string): boolean {
  return /^(?:sha256:)?[0-9a-f]{12,64}$/.test(text);
}

/** One text for all ways to write an image's name; an ID, or what is no name, comes back as it is. */
export function canonicalImage(text: string): string {
  return isImageId(text) ? text : (parseImageName(text)?.canonical ?? text);
}

/** The shortest way to write an image's name, also where an author cut it short: `nginx:1.2…`. */
export function shortImage(text: string): string {
  const plain = text.replace(/@sha256:[0-9a-f]*(?:…|\.{3})?$/, '');
  return parseImageName(plain)?.short ?? withoutHub(plain);
}

/** Whether both texts name one image: `app` and `docker.io/library/app:latest`. */
export function sameImage(left: string, right: string): boolean {
  return canonicalImage(left) === canonicalImage(right);
}

/** A text with the images in it named without Docker Hub's address. */
export function withoutHub(text: string): string {
  return text.replace(/(?<![\w./-])(?:index\.)?docker\.io\/(?:library\/)?/g, '');
}

/** Each word of a text that may name an image, in order. */
export function imagesIn(text: string): readonly ImageName[] {
  return (text.match(/[a-z0-9][\w./:@-]*(?<=\w)/g) ?? []).flatMap((word) => parseImageName(word) ?? []);
}
