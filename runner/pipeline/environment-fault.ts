/**
 * What a command prints when not the chapter is wrong but the world around it: no network, no registry, no engine.
 * Wordings as curl 7.88, glibc 2.36, dockerd 20.10, 26.1 and 28.5, npm 10, pip 23,
 * Maven 3.8, bash 5.2, busybox 1.35 and procps 4.0 print them.
 */
const faults: readonly { readonly name: EnvironmentFault; readonly pattern: RegExp }[] = [
  { name: 'no-engine', pattern: /Cannot connect to the Docker daemon at/ },
  { name: 'rate-limit', pattern: /toomanyrequests:|pull rate limit/ },
  {
    name: 'no-registry',
    pattern:
      /(?:registry-1\.docker\.io|auth\.docker\.io|index\.docker\.io|ghcr\.io|quay\.io|mcr\.microsoft\.com|gcr\.io)\S*:? .*(?:dial tcp|lookup|i\/o timeout|context deadline|connection refused|no such host|TLS handshake|Client\.Timeout|certificate|EOF)/,
  },
  {
    name: 'no-network',
    pattern:
      /Could not resolve host|Temporary failure (?:in name resolution|resolving)|Network is unreachable|dial tcp: lookup \S+.*(?:no such host|i\/o timeout|server misbehaving)|getaddrinfo (?:EAI_AGAIN|ENOTFOUND)|Failed to establish a new connection|unable to resolve host address|Name or service not known|No route to host/,
  },
  { name: 'no-space', pattern: /no space left on device/i },
  {
    name: 'kernel-setting',
    pattern:
      /^sysctl: (?:permission denied on key|(?:error )?setting key ['"].*['"]: Read-only file system)|\/proc\/sys\/\S+: Read-only file system$/,
  },
];

/** Names of the faults of the environment. */
export type EnvironmentFault =
  | 'no-engine'
  | 'rate-limit'
  | 'no-registry'
  | 'no-network'
  | 'no-space'
  /** A setting of the kernel, which a sandbox shares with its machine and does not change. */
  | 'kernel-setting';

/**
 * Tells whether a failed command failed for a reason that is no fault of the chapter.
 *
 * @param output what the command printed
 * @returns the fault's name and the line that shows it, or null
 */
export function environmentFault(output: string): { readonly name: EnvironmentFault; readonly line: string } | null {
  const lines = output.split('\n');
  for (const { name, pattern } of faults) {
    const line = lines.find((candidate) => pattern.test(candidate));
    if (line !== undefined) return { name, line: line.trim() };
  }
  return null;
}
