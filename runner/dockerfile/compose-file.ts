import { isMap, LineCounter, parseDocument } from 'yaml';
import { type Mount, type Publish, parseMount, parsePublish } from '../command/index.ts';
import { listOf, mapOf, textOf, wordsOrText } from './yaml-values.ts';

/** A compose file, as far as a tutorial's reader must know it. */
export interface ComposeFile {
  /** Value of `name:`. */
  readonly name: string | null;
  readonly services: readonly ComposeService[];
  /** Names under `networks:` and `volumes:`; `external` ones must be there before. */
  readonly networks: readonly Shared[];
  readonly volumes: readonly Shared[];
  /** Files that `secrets:` and `configs:` read. */
  readonly files: readonly string[];
  readonly errors: readonly ComposeError[];
}

export interface Shared {
  readonly name: string;
  readonly external: boolean;
}

export interface ComposeService {
  readonly name: string;
  /** From 1. */
  readonly line: number;
  readonly image: string | null;
  readonly build: ComposeBuild | null;
  readonly containerName: string | null;
  readonly ports: readonly Publish[];
  readonly mounts: readonly Mount[];
  readonly dependsOn: readonly string[];
  readonly envFiles: readonly string[];
  /** Words, or a line for a shell; null where it is the image's. */
  readonly command: readonly string[] | string | null;
  readonly healthcheck: boolean;
}

export interface ComposeBuild {
  readonly context: string;
  readonly dockerfile: string | null;
  readonly target: string | null;
}

export interface ComposeError {
  readonly code: 'malformed-yaml' | 'no-services' | 'wrong-service';
  /** What the YAML parser says, or the service's name. */
  readonly subject: string;
  readonly line: number;
  readonly column: number;
}

/** Reads a compose file. Never throws: what is wrong is in `errors`. */
export function parseComposeFile(text: string): ComposeFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, logLevel: 'silent' });
  const malformed = document.errors.map(({ code, pos }): ComposeError => {
    const { line, col } = lines.linePos(pos[0]);
    return { code: 'malformed-yaml', subject: code, line, column: col };
  });
  const top = malformed.length > 0 ? {} : mapOf(plain(document));
  const services = serviceEntries(top);
  const lineOf = (name: string): number => {
    const node = document.getIn(['services', name], true) ?? document.get(name, true);
    const start = isMap(node) || hasRange(node) ? node.range?.[0] : undefined;
    return start === undefined ? 1 : Math.max(1, lines.linePos(start).line - (isMap(node) ? 1 : 0));
  };
  const read = Object.entries(services).filter(([, value]) => isObject(value));
  const wrong = Object.keys(services).filter((name) => !isObject(services[name]));
  const missing = malformed.length === 0 && Object.keys(services).length === 0;
  return {
    name: textOf(top.name),
    services: read.map(([name, value]) => readService(name, mapOf(value), lineOf(name))),
    networks: shared(top.networks),
    volumes: shared(top.volumes),
    files: [top.secrets, top.configs].flatMap((group) =>
      Object.values(mapOf(group)).flatMap((one) => textOf(mapOf(one).file) ?? []),
    ),
    errors: [
      ...malformed,
      ...(missing ? [{ code: 'no-services', subject: '', line: 1, column: 1 } as const] : []),
      ...wrong.map((name): ComposeError => ({ code: 'wrong-service', subject: name, line: lineOf(name), column: 1 })),
    ],
  };
}

/** How sure one can be, from 0 to 1, that a text is a compose file (1) and no other YAML. */
export function looksLikeComposeFile(text: string): number {
  if (!/^services\s*:|^version\s*:|^\s+image\s*:|^\s+build\s*:/m.test(text)) return 0;
  const file = parseComposeFile(text);
  const real = file.services.filter(({ image, build }) => image !== null || build !== null);
  if (real.length === 0) return /^services\s*:/m.test(text) ? 0.5 : 0.1;
  // Kubernetes has images, too, under `apiVersion` and `kind`.
  if (/^apiVersion\s*:/m.test(text)) return 0.02;
  return /^services\s*:/m.test(text) ? 0.98 : 0.6;
}

function plain(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch {
    return {};
  }
}

/** Version 1 had its services at the top. */
function serviceEntries(top: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if ('services' in top) return mapOf(top.services);
  const old = Object.entries(top).filter(([, value]) => isObject(value) && ('image' in value || 'build' in value));
  return Object.fromEntries(old);
}

function readService(name: string, keys: Readonly<Record<string, unknown>>, line: number): ComposeService {
  const short = textOf(keys.build);
  const long = mapOf(keys.build);
  const build = {
    context: short ?? textOf(long.context) ?? '.',
    dockerfile: textOf(long.dockerfile),
    target: textOf(long.target),
  };
  return {
    name,
    line,
    image: textOf(keys.image),
    build: keys.build === undefined || keys.build === null ? null : build,
    containerName: textOf(keys.container_name),
    ports: listOf(keys.ports).map((port) => parsePublish(textOf(port) ?? fields(port))),
    mounts: listOf(keys.volumes).map((volume) => parseMount(textOf(volume) ?? fields(volume))),
    dependsOn: Array.isArray(keys.depends_on)
      ? listOf(keys.depends_on).flatMap((one) => textOf(one) ?? [])
      : Object.keys(mapOf(keys.depends_on)),
    envFiles: (Array.isArray(keys.env_file) ? keys.env_file : [keys.env_file]).flatMap(
      (one) => textOf(one) ?? textOf(mapOf(one).path) ?? [],
    ),
    command: wordsOrText(keys.command),
    healthcheck: isObject(keys.healthcheck),
  };
}

/** `{target: 80, published: 8080}` as the command line writes it. */
function fields(value: unknown): string {
  return Object.entries(mapOf(value))
    .map(([key, one]) => `${key}=${textOf(one) ?? ''}`)
    .join(',');
}

function shared(value: unknown): readonly Shared[] {
  return Object.entries(mapOf(value)).map(([name, one]) => ({ name, external: Boolean(mapOf(one).external) }));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasRange(node: unknown): node is { readonly range?: readonly [number, number, number] | null } {
  return typeof node === 'object' && node !== null && 'range' in node;
}
