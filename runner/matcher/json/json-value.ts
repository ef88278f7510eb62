/** A JSON value with the place of its text. */
export type JsonValue =
  | {
      readonly kind: 'object';
      readonly entries: readonly JsonEntry[];
      readonly open: boolean;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'array'; readonly items: readonly JsonValue[]; readonly start: number; readonly end: number }
  | { readonly kind: 'scalar'; readonly raw: string; readonly start: number; readonly end: number }
  /** `...` in the place of a value. */
  | { readonly kind: 'gap'; readonly start: number; readonly end: number };

export interface JsonEntry {
  readonly key: string;
  readonly value: JsonValue;
}

/** Text of a scalar without its quotes. */
export function plainText(raw: string): string {
  if (!raw.startsWith('"')) return raw;
  try {
    return JSON.parse(raw) as string;
  } catch {
    return raw.slice(1, raw.endsWith('"') ? -1 : undefined);
  }
}

/** All values within a value. */
export function partsOf(value: JsonValue): readonly JsonValue[] {
  switch (value.kind) {
    case 'object':
      return value.entries.flatMap((entry) => [entry.value, ...partsOf(entry.value)]);
    case 'array':
      return value.items.flatMap((item) => [item, ...partsOf(item)]);
    case 'scalar':
    case 'gap':
      return [];
  }
}

/** Keys of Docker's documents whose values say nothing that a chapter could promise. */
const incidental = new Set(
  (
    'Pid Size VirtualSize SizeRw SizeRootFs LogPath ResolvConfPath HostnamePath HostsPath LowerDir UpperDir ' +
    'MergedDir WorkDir DeviceId DeviceName DeviceSize DockerVersion LastTagTime Layers KernelVersion ApiVersion ' +
    'APIVersion MinAPIVersion GoVersion GitCommit BuildTime Version ServerVersion Architecture Variant NCPU ' +
    'MemTotal MaskedPaths ReadonlyPaths AppArmorProfile Runtime CgroupnsMode SecurityOpt GraphDriver ShmSize ' +
    'EngineVersion Index ConsoleSize OomKillDisable MemorySwappiness Log FailingStreak Mode'
  ).split(' '),
);

/** Keys of Docker's documents that are new since 20.10, and those that are gone since then. */
const since = (
  'EnableIPv4 Gateway IPRange GwPriority DNSNames Annotations Descriptor ImageManifestDescriptor ConsoleSize ' +
  'CgroupnsMode Storage ClusterVolume Identity'
).split(' ');
const gone = (
  'Container ContainerConfig DockerVersion VirtualSize Parent Comment HairpinMode Bridge LinkLocalIPv6Address ' +
  'LinkLocalIPv6PrefixLen SecondaryIPAddresses SecondaryIPv6Addresses KernelMemory KernelMemoryTCP ' +
  'Capabilities OnBuild ArgsEscaped NetworkDisabled PublishService GraphDriver'
).split(' ');
const later = new Set([...since, ...gone]);

/** Values of a container's first network that stood beside its networks as well, until Docker 29. */
const ofNetwork = new Set(['EndpointID', 'GlobalIPv6PrefixLen', 'IPAddress', 'IPPrefixLen', 'MacAddress']);

/** Keys that Docker 28 leaves out of an image's configuration, where they never were anything but false. */
const unset = new Set(['AttachStdin', 'AttachStdout', 'AttachStderr', 'Tty', 'OpenStdin', 'StdinOnce']);

export function isIncidentalKey(key: string): boolean {
  return incidental.has(key);
}

/**
 * Whether a key that the chapter shows may be missing.
 *
 * @param raw its value, where that is a scalar
 * @param beside the keys that are there
 */
export function isLaterKey(key: string, raw: string | null, beside: readonly string[]): boolean {
  return later.has(key) || (raw === 'false' && unset.has(key)) || (ofNetwork.has(key) && beside.includes('Networks'));
}
