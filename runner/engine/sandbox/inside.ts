/**
 * What the first process of a sandbox does before it becomes the sandbox's init. It runs with the programs of the
 * host, in fresh namespaces, and leaves the host's files for good with pivot_root. Its environment: RESOLVER,
 * DOCKER_OPTS, RUNC (see privileged.ts); where there are proxies, EXPORTS (shell source) and DOCKER_CONFIG_JSON (the
 * Docker client's settings).
 *
 * 127.0.0.1 is there before anybody hears of the process: the registry is begun in its network at once, and ends where
 * that address is none yet.
 *
 * What was mounted before a user namespace was made cannot be taken apart in it: the root is mounted once more.
 *
 * File descriptor 3 takes dockerd's log, 4 the report of its own process number as the host counts.
 */
export const insideScript = `set -eu
ip link set lo up
read -r pid rest < /proc/self/stat
echo "pid $pid" >&4
exec 4>&-
mount --rbind /mnt/root /mnt/root
mount -a -T /mnt/mounts
cd /mnt/root
if [ -e sys/fs/cgroup/cgroup.controllers ]; then
  for controller in $(cat sys/fs/cgroup/cgroup.controllers); do
    echo "+$controller" > sys/fs/cgroup/cgroup.subtree_control || :
  done
fi
mkdir run/lock run/tutor
echo "nameserver $RESOLVER" > etc/resolv.conf
echo "DOCKER_OPTS='$DOCKER_OPTS'$EXPORTS" > etc/default/docker
if [ -n "$DOCKER_CONFIG_JSON" ]; then
  mkdir -p root/.docker
  echo "$DOCKER_CONFIG_JSON" > root/.docker/config.json
fi
umask 022
printf '%s' "$RUNC" > usr/local/sbin/runc
chmod 755 usr/local/sbin/runc
pivot_root . .host
cd /
umount -l /.host
hostname docker
exec env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 /sbin/init
`;
