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
