import { posix } from 'node:path';
import { hasOption, optionValue, understand } from '../command/index.ts';
import { type ComposeFile, type ComposeService, parseComposeFile } from '../dockerfile/index.ts';
import { pathSubject, type Subject, subject } from './subject.ts';

/** Names under which compose looks for its file, the preferred one first (docs: "The default path for a Compose file"). */
export const composeNames = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'] as const;

/** Whether a file has one of those names. */
export function isComposeFile(path: string): boolean {
  return composeNames.some((name) => name === path);
}

/** Verbs of compose that make a project; the others but these two kinds work on one that is there. */
const making = new Set(['up', 'create', 'run', 'start']);
const reading = new Set(['', 'build', 'pull', 'push', 'config', 'convert', 'version', 'ls', 'help', 'images', 'watch']);

/** A call of compose, with the project that it is about. */
export interface ComposeCall {
  readonly verb: string;
  readonly project: Subject;
  /** Files that it names, and the default ones where it names none. */
  readonly files: readonly Subject[];
  readonly makes: boolean;
  readonly needsProject: boolean;
  readonly services: readonly string[];
  /** What it says stays, or goes, with the project: `down -v`. */
  readonly volumes: boolean;
}

/** The calls of compose in a command line, seen from a folder. */
export function composeCalls(text: string, folder: string): readonly ComposeCall[] {
  return understand(text).calls.flatMap(({ docker }) => {
    const verb = /^compose(?: (.*))?$/.exec(docker?.verb ?? '')?.[1];
    if (docker === null || verb === undefined) return [];
    const named = optionValue(docker, 'file');
    const base = optionValue(docker, 'project-directory') ?? (named === null ? '.' : posix.dirname(named));
    const place = pathSubject(base, folder)?.key ?? folder;
    const makes = making.has(verb) && verb !== 'start';
    return [
      {
        verb,
        project: { ...subject('project', optionValue(docker, 'project-name') ?? place), name: nameOf(docker) },
        files: (named === null ? composeNames : [named]).flatMap((file) => pathSubject(file, folder) ?? []),
        makes,
        needsProject: !makes && !reading.has(verb),
        services: docker.operands.slice(0, ['exec', 'run'].includes(verb) ? 1 : undefined),
        volumes: hasOption(docker, 'volumes'),
      },
    ];
  });
}

function nameOf(docker: Parameters<typeof optionValue>[0]): string {
  return optionValue(docker, 'project-name') ?? optionValue(docker, 'file') ?? 'compose';
}

/**
 * What a project consists of when it is up.
 *
 * @param startName what the folder is called that the chapter starts in; null where nothing tells
 */
export function partsOf(
  text: string,
  { project }: Pick<ComposeCall, 'project'>,
  folder: string,
  startName: string | null,
): readonly Subject[] {
  const file = parseComposeFile(text);
  const place = posix.basename(project.key.replace(/^project (?:path )?/, ''));
  const name = file.name ?? (place === '.' || place === '~' ? (startName ?? place) : place);
  return [
    ...file.services.flatMap((service) => partsOfService(service, name)),
    ...sharedOf(file, name),
    ...file.services.flatMap(({ mounts }) =>
      mounts.flatMap(({ type, source }) =>
        type === 'bind' && source !== null ? (pathSubject(source, folder) ?? []) : [],
      ),
    ),
  ];
}

function partsOfService(
  { name, containerName, ports, build, image }: ComposeService,
  project: string,
): readonly Subject[] {
  const containers = containerName === null ? [`${project}-${name}-1`, `${project}_${name}_1`] : [containerName];
  return [
    subject('service', name),
    ...containers.map((container) => subject('container', container)),
    ...ports.flatMap(({ hostPort }) => (hostPort === null ? [] : [subject('port', hostPort)])),
    ...(build === null ? [] : [subject('image', image ?? `${project}-${name}`)]),
  ];
}

function sharedOf({ volumes, networks }: ComposeFile, project: string): readonly Subject[] {
  const own = (kind: 'volume' | 'network') => (shared: ComposeFile['volumes'][number]) =>
    shared.external ? [] : [subject(kind, `${project}_${shared.name}`)];
  return [
    ...volumes.flatMap(own('volume')),
    ...networks.flatMap(own('network')),
    subject('network', `${project}_default`),
  ];
}
