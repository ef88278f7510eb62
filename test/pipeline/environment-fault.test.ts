import { expect, test } from 'vitest';
import { environmentFault } from '../../runner/pipeline/environment-fault.ts';

test.each([
  ['no-engine', 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?'],
  ['rate-limit', 'Error response from daemon: toomanyrequests: You have reached your pull rate limit.'],
  [
    'no-registry',
    'Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 10.0.0.2:53: no such host',
  ],
  [
    'no-registry',
    'ERROR: failed to solve: alpine:9: failed to resolve source metadata: failed to do request: Head "https://registry-1.docker.io/v2/library/alpine/manifests/9": dial tcp 1.2.3.4:443: i/o timeout',
  ],
  ['no-network', 'curl: (6) Could not resolve host: example.com'],
  ['no-network', "E: Failed to fetch … Temporary failure resolving 'deb.example'"],
  ['no-network', 'npm error request to … failed, reason: getaddrinfo EAI_AGAIN registry.example'],
  ['no-space', 'write /var/lib/docker/tmp/x: no space left on device'],
  ['kernel-setting', 'sysctl: permission denied on key "vm.max_map_count"'],
  ['kernel-setting', 'sysctl: setting key "vm.max_map_count": Read-only file system'],
  ['kernel-setting', 'bash: /proc/sys/vm/max_map_count: Read-only file system'],
])('%s is a fault of the world, not of the chapter', (name, line) => {
  expect(environmentFault(`first line\n${line}\nlast line`)).toEqual({ name, line });
});

test.each([
  'Error response from daemon: No such container: web',
  'docker: Error response from daemon: Conflict. The container name "/web" is already in use by container "ab".',
  'curl: (7) Failed to connect to localhost port 8080 after 0 ms: Connection refused',
  'ERROR: failed to solve: failed to compute cache key: "/app.js": not found',
  'bash: dokcer: command not found',
])('%s is for the chapter to answer for', (line) => {
  expect(environmentFault(line)).toBeNull();
});
