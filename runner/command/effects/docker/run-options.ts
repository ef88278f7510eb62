import { after, before } from '../../../core/words.ts';
import type { DockerCommand } from '../../docker/parse-docker.ts';
import { hasOption, optionValues } from '../../docker/parse-docker.ts';
import type { Mount, Publish } from '../effects.ts';

/** Ports published by `-p`, `--publish` and `-P`. */
export function publishesOf(command: DockerCommand): readonly Publish[] {
  const all: readonly Publish[] = hasOption(command, 'publish-all')
    ? [{ hostPort: null, containerPort: '*', address: null, protocol: 'tcp' }]
    : [];
  return [...optionValues(command, 'publish').map(parsePublish), ...all];
}

/** `127.0.0.1:8080:80/tcp`, `8080:80`, `80`, `published=8080,target=80`. */
export function parsePublish(text: string): Publish {
  if (text.includes('=')) {
    const keys = new Map(text.split(',').map((part) => [before(part, '='), after(part, '=')]));
    const containerPort = keys.get('target') ?? '';
    return {
      hostPort: keys.get('published') ?? null,
      containerPort,
      address: null,
      protocol: keys.get('protocol') ?? 'tcp',
    };
  }
  const [ports = '', protocol = 'tcp'] = text.split('/');
  const match = /^(?:(?:(?<address>\[[^\]]*\]|[^:]*):)?(?<host>[^:]*):)?(?<inner>[^:]+)$/.exec(ports);
  const hostPort = match?.groups?.host;
  const address = match?.groups?.address;
  return {
    hostPort: hostPort || null,
    containerPort: match?.groups?.inner ?? ports,
    address: address || null,
    protocol,
  };
}

/** What `-v`, `--volume`, `--mount` and `--tmpfs` mount. */
export function mountsOf(command: DockerCommand): readonly Mount[] {
  return [
    ...optionValues(command, 'volume').map(parseVolume),
    ...optionValues(command, 'mount').map(parseLongMount),
    ...optionValues(command, 'tmpfs').map(
      (value): Mount => ({ source: null, target: before(value, ':'), type: 'tmpfs' }),
    ),
  ];
}

/** `./html:/usr/share/nginx/html:ro`, `data:/var/lib`, `type=bind,source=…,target=…`. */
export function parseMount(text: string): Mount {
  return /^(?:type|source|src|target|read_only|bind)=/.test(text) ? parseLongMount(text) : parseVolume(text);
}

function parseVolume(text: string): Mount {
  const drive = /^[A-Za-z]:[\\/]/.exec(text)?.[0] ?? '';
  const [first = '', second] = text.slice(drive.length).split(':');
  const source = drive + first;
  if (second === undefined || ['ro', 'rw', 'z', 'Z'].includes(second))
    return { source: null, target: source, type: 'volume' };
  return { source, target: second, type: isPath(source) ? 'bind' : 'volume' };
}

function parseLongMount(text: string): Mount {
  const keys = new Map(text.split(',').map((part) => [before(part, '=').trim(), after(part, '=')]));
  const source = keys.get('source') ?? keys.get('src') ?? null;
  const target = keys.get('target') ?? keys.get('destination') ?? keys.get('dst') ?? '';
  const type = keys.get('type');
  return { source, target, type: type === 'bind' || type === 'tmpfs' ? type : 'volume' };
}

/** Paths of the host that must be there: `--mount` needs them, `-v` of something that looks like a file (`conf.d` is a folder) does in effect. */
export function bindSources(command: DockerCommand, mounts: readonly Mount[]): readonly string[] {
  const strict = optionValues(command, 'mount').join('\n');
  return mounts.flatMap(({ source, type }) => {
    if (type !== 'bind' || source === null || source.startsWith('/var/run') || source.startsWith('/dev')) return [];
    return strict.includes(source) || /\.(?!d$)\w{1,6}$/.test(source) ? [source] : [];
  });
}

function isPath(text: string): boolean {
  return /^(?:[./~\\]|[A-Za-z]:[\\/]|\$|%|`)/.test(text) || text.includes('/');
}
