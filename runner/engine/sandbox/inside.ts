/**
 * What the first process of a sandbox does before it becomes the sandbox's init. It runs with the programs of the
 * host, in fresh namespaces, and leaves the host's files for good with pivot_root. Its environment: MOUNT (the
 * disk that everything written goes to), ROOTFS (shared, never written), RESOLVER,
 * CGROUPS (lines of "type options relative-folder"), and the arguments for dockerd.
 *
 * File descriptor 3 takes dockerd's log, 4 the report of its own process number as the host counts.
 */
export const insideScript = `set -eu
read -r pid rest < /proc/self/stat
echo "pid $pid" >&4
exec 4>&-
cd "$MOUNT"
mkdir upper work root docker
mount -t overlay -o "lowerdir=$ROOTFS,upperdir=upper,workdir=work" overlay root
cd root
mount -t proc -o nosuid,nodev,noexec proc proc
mount -t sysfs -o nosuid,nodev,noexec sysfs sys
mount -t tmpfs -o nosuid,mode=755,size=64k dev dev
mkdir dev/pts dev/shm dev/mqueue dev/net
mknod -m 666 dev/null c 1 3
mknod -m 666 dev/zero c 1 5
mknod -m 666 dev/full c 1 7
mknod -m 666 dev/random c 1 8
mknod -m 666 dev/urandom c 1 9
mknod -m 666 dev/tty c 5 0
mknod -m 666 dev/net/tun c 10 200
mknod -m 666 dev/fuse c 10 229
ln -s /proc/self/fd dev/fd
ln -s /proc/self/fd/0 dev/stdin
ln -s /proc/self/fd/1 dev/stdout
ln -s /proc/self/fd/2 dev/stderr
ln -s pts/ptmx dev/ptmx
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5,nosuid,noexec devpts dev/pts
mount -t tmpfs -o nosuid,nodev shm dev/shm
mount -t mqueue -o nosuid,nodev,noexec mqueue dev/mqueue
mount -t tmpfs -o nosuid,nodev,mode=755,size=16m run run
mkdir run/lock run/tutor
mount --bind "$MOUNT/docker" var/lib/docker
echo "$CGROUPS" | { flat=yes; while read -r type options folder; do
  if [ "$folder" = . ]; then
    mount -t cgroup2 cgroup2 sys/fs/cgroup
    mkdir sys/fs/cgroup/init
    echo 0 > sys/fs/cgroup/init/cgroup.procs
    for controller in $(cat sys/fs/cgroup/cgroup.controllers); do
      echo "+$controller" > sys/fs/cgroup/cgroup.subtree_control || :
    done
    break
  fi
  if [ $flat = yes ]; then mount -t tmpfs -o nosuid,nodev,noexec,mode=755,size=64k cgroup sys/fs/cgroup; flat=no; fi
  mkdir "sys/fs/cgroup/$folder"
  mount -t "$type" -o "$options" cgroup "sys/fs/cgroup/$folder"
done; }
mount -o remount,bind,ro,nosuid,nodev,noexec sys
for name in sysrq-trigger kcore kmsg; do
  if [ -e "proc/$name" ]; then mount --bind dev/null "proc/$name"; fi
done
mount --bind proc/sys proc/sys
mount --bind proc/sys/net proc/sys/net
mount -o remount,bind,ro,nosuid,nodev,noexec proc/sys
echo "nameserver $RESOLVER" > etc/resolv.conf
hostname docker
umask 022
pivot_root . .host
cd /
umount -l /.host
ip link set lo up
for address in $HOST_ADDRESSES; do ip route add unreachable "$address"; done
exec env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 /sbin/tutor-init "$@"
`;
