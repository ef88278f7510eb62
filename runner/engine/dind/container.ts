import { totalmem } from 'node:os';
import * as z from 'zod';
import { message, UserError } from '../../core/message.ts';
import { ask, askJson, reasonIn } from '../host/api.ts';
import type { Connect } from '../host/endpoint.ts';
import { proxiesFor } from '../proxies.ts';
import { insideEnvironment } from '../sandbox/enter.ts';

/** As much as a sandbox may use; the disk is the outer engine's. */
const mostMemory = 4 * 2 ** 30;
const mostProcesses = 4096;

/**
 * What goes before the image's init. Control groups of version 2 hand controllers down only where no process stands
 * beside the children, so all of them move into a leaf. Kernels without nftables need the older iptables.
 */
const entryScript = `mkdir -p /run/lock /run/tutor
if [ -e /sys/fs/cgroup/cgroup.controllers ]; then
  mkdir -p /sys/fs/cgroup/init
  while read -r pid; do echo "$pid" > /sys/fs/cgroup/init/cgroup.procs; done < /sys/fs/cgroup/cgroup.procs
  for controller in $(cat /sys/fs/cgroup/cgroup.controllers); do
    echo "+$controller" > /sys/fs/cgroup/cgroup.subtree_control
  done
fi 2>/dev/null
iptables -nL >/dev/null 2>&1 || update-alternatives --set iptables /usr/sbin/iptables-legacy >/dev/null
if [ -n "$1" ]; then
  mkdir -p /root/.docker
  echo "$1" > /root/.docker/config.json
fi
shift
echo "DOCKER_OPTS='$*'" > /etc/default/docker
exec 3>&2
exec /sbin/init`;

const info = z.object({
  MemTotal: z.number().optional(),
  RegistryConfig: z.object({ Mirrors: z.array(z.string()).nullish() }).nullish(),
});

/**
 * Makes the privileged container in which an engine runs, and starts nothing yet. What that engine stores lies in
 * volumes without a name, which go with the container: an overlay can not stand on another one.
 *
 * @returns the container's id.
 * @throws UserError with the outer engine's reason.
 */
export async function createContainer(connect: Connect, name: string, image: string): Promise<string> {
  const { MemTotal = totalmem(), RegistryConfig } = info.parse(await askJson(connect, '/info'));
  const mirrors = (RegistryConfig?.Mirrors ?? []).filter((mirror) => !/\/\/(localhost|127\.|\[::1\])/.test(mirror));
  const proxies = proxiesFor(() => false);
  const options = [
    '--containerd=/run/containerd/containerd.sock',
    '--ip6tables=false',
    ...mirrors.map((mirror) => `--registry-mirror=${mirror}`),
  ];
  const { status, body } = await ask(connect, 'POST', `/containers/create?name=${name}`, {
    Image: image,
    Hostname: 'docker',
    Env: Object.entries({ ...insideEnvironment, ...proxies.variables }).map(
      ([variable, value]) => `${variable}=${value}`,
    ),
    Entrypoint: ['sh', '-c', entryScript, 'tutor', proxies.dockerConfig ?? '', ...options],
    Cmd: [],
    Labels: { 'md.tutor.dind': name },
    Volumes: { '/var/lib/docker': {}, '/var/lib/containerd': {} },
    HostConfig: {
      Privileged: true,
      CgroupnsMode: 'private',
      Tmpfs: { '/run': 'rw,nosuid,nodev,mode=755,size=64m' },
      Memory: Math.min(mostMemory, Math.floor(MemTotal / 2)),
      PidsLimit: mostProcesses,
    },
  });
  const created = z.object({ Id: z.string() }).safeParse(status === 201 ? JSON.parse(body) : null);
  if (!created.success) throw new UserError(message('dind-failed', { why: reasonIn(body) }));
  return created.data.Id;
}

/** @throws UserError with the outer engine's reason: not every engine may run a privileged container. */
export async function startContainer(connect: Connect, container: string): Promise<void> {
  const { status, body } = await ask(connect, 'POST', `/containers/${container}/start`);
  if (status !== 204) throw new UserError(message('dind-failed', { why: reasonIn(body) }));
}
