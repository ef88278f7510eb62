import type { Generation } from '../../core/engine.ts';
import { usersFunction } from './user-namespace.ts';

/**
 * Goes before a program and takes away the capabilities that nothing in a chapter needs and that reach past namespaces:
 * kernel modules, raw access to devices, the clock, the kernel's log.
 */
export const withholding =
  'setpriv --bounding-set -sys_module,-sys_rawio,-sys_time,-wake_alarm,-syslog,-mac_admin,-mac_override';

/**
 * The same for dockerd itself. Docker 20.10 gives a container with --privileged all capabilities there are, held or not,
 * and fails where one is missing; so it keeps them, and such a container has them.
 */
export function dockerdWithholding(generation: Generation): string {
  return generation === 20 ? '' : withholding;
}

/**
 * Joins the sandbox's control groups (files named in PROCS), gives up what WITHHOLD takes away, then becomes the program
 * in its arguments.
 */
export const joinScript = `for file in $PROCS; do echo 0 > "$file" || exit 125; done
exec $WITHHOLD "$@"`;

/**
 * The same for whoever enters a sandbox that runs, its process PID and its ID given. Process numbers are used again: a
 * sandbox that ended must not let its commands run wherever its number belongs now.
 */
export const enterScript = `read -r group < "/proc/$PID/cgroup" || exit 125
case "$group" in */tutor/$ID/*) ;; *) echo "the sandbox has ended" >&2; exit 125 ;; esac
${joinScript}`;

/**
 * Makes what only this machine's root can: mounts the disk while block devices may still be opened, and on it the root
 * with its devices; then joins the control groups and makes the other namespaces, as those of a user namespace where
 * there can be one. All of it lies in /mnt, which every Debian has: users of a user namespace may not go through the
 * folders that lead to the cache, and nobody inside reads where it is (`losetup -a`). The image has no name any more from
 * here on: it goes with its mount, and that with the last process.
 *
 * A process that becomes another user is not ended with its parent any more: it asks for that again.
 *
 * The namespace of control groups has the group as its root in which it is made; in version 2 processes then move on to
 * a leaf (LEAVES), because a group with processes hands no controllers down.
 */
export const entryScript = `set -eu
mount --bind "$ROOTFS" "$DIR/lower"
mount --rbind "$DIR" /mnt
cd /mnt
mount -t ext4 -o loop,noatime,barrier=0 "/mnt/$DISK" disk
rm -f "$DISK"
mkdir disk/upper disk/work disk/docker disk/containerd
${usersFunction}
if users; then
  as='nsenter --user=/proc/self/fd/6'
  mv apart mounts
  chown "$FIRST:$FIRST" disk/*
  prlimit --pid $$ --nofile=:1048576 --memlock=:unlimited 2>/dev/null || :
  folders=
  for file in $PROCS; do folders="$folders \${file%/*}"; done
  chown -R "$FIRST:$FIRST" $folders
else
  as=
  mv beside mounts
fi
mount -t overlay -o lowerdir=lower,upperdir=disk/upper,workdir=disk/work overlay root
mount -a -T ofMachine
cp -a root/.dev/. root/dev/
exec sh -c "$JOIN" tutor $as setpriv --pdeathsig KILL unshare -C sh -c '
  read -r own name state parent rest < /proc/self/stat
  [ "$parent" = "$SUPERVISOR" ] || exit 125
  for file in $LEAVES; do echo 0 > "$file"; done
  exec unshare -m --propagation private -p -u -i -n -f --kill-child sh -c "$INSIDE" tutor'
`;

/**
 * Between the sandbox and slirp4netns, which does for it what this machine could do, stands a network of its own that
 * only forwards (the gate): addresses of this machine are unreachable from it, whatever routes the sandbox's root makes.
 * It answers for both sides (proxy ARP), so that either sees the other's addresses. Runs in that network's namespace;
 * PID is the sandbox's init, SELF the sandbox's address. When it has made everything it says so on descriptor 3 and stays.
 */
export const gateScript = `set -eu
mount -t proc proc /proc
cd /proc/sys/net/ipv4
ip tuntap add tap0 mode tap
ip link add inner type veth peer name eth0 netns "$PID"
for link in tap0 inner; do
  echo 1 > "conf/$link/proxy_arp"
  echo 0 > "neigh/$link/proxy_delay"
  ip link set "$link" mtu 65520 up
done
{
  echo "address add $BESIDE/32 dev tap0"
  echo "route add $CIDR dev tap0"
  echo "route add $SELF/32 dev inner"
  echo "route add default via $GATEWAY dev tap0"
  for address in $HOST_ADDRESSES; do echo "route add unreachable $address"; done
} | ip -batch -
echo 1 > ip_forward
nsenter --net="/proc/$PID/ns/net" ip -batch - <<LINES
address add $SELF/24 dev eth0
link set eth0 mtu 65520 up
route add default via $GATEWAY
LINES
echo ready >&3
exec 3>&-
exec sleep infinity
`;

/**
 * The parent of everything that belongs to one sandbox; a process of its own, so that it outlives a killed tutor by
 * exactly the time that cleaning up takes. Standard input is the life line: when its other end closes, for whatever
 * reason, the sandbox ends. When the supervisor itself is killed, the parent-death signals end the sandbox and only
 * empty folders stay. Environment: DIR, GROUPS_OF (the control groups' folders), SHARED_GROUPS (theirs), ENTRY, JOIN,
 * INSIDE, GATE and what those read; REGISTRY (program and configuration) or nothing.
 *
 * Reports on standard output: `pid N` (the sandbox's init), `1` (network there); standard error carries dockerd's log.
 * Once nothing runs inside any more, nobody need listen: tutor may have ended before the disk is given back.
 */
export const supervisorScript = `set -u
exec 5<&0 </dev/null 3>&2
mkfifo "$DIR/pid"
export SUPERVISOR=$$
setpriv --pdeathsig KILL unshare -m --propagation private sh -c "$ENTRY" tutor 4>"$DIR/pid" 5<&- >&2 &
machine=$!
read -r word pid < "$DIR/pid" || pid=
helpers=
if [ -n "$pid" ]; then
  echo "pid $pid"
  (read -r _ <&5; kill -9 "$pid") 3>&- &
  helpers="$!"
  mkfifo "$DIR/gate"
  PID="$pid" setpriv --pdeathsig KILL unshare -n -m --propagation private sh -c "$GATE" tutor 3>"$DIR/gate" 5<&- >&2 &
  gate=$!
  helpers="$helpers $gate"
  read -r word < "$DIR/gate"
  LD_LIBRARY_PATH="$LIBRARIES" setpriv --pdeathsig KILL "$SLIRP" -m 65520 --cidr "$CIDR" --disable-host-loopback --ready-fd=4 \\
    --netns-type=path "/proc/$gate/ns/net" tap0 4>&1 >"$DIR/slirp.log" 2>&1 3>&- 5<&- &
  helpers="$helpers $!"
  if [ -n "$REGISTRY" ]; then
    setpriv --pdeathsig KILL nsenter --net="/proc/$pid/ns/net" $REGISTRY >"$DIR/registry.log" 2>&1 3>&- 5<&- &
    helpers="$helpers $!"
  fi
fi
wait "$machine"
exec >/dev/null 2>&1 3>&-
for helper in $helpers; do kill -9 "$helper"; done 2>/dev/null
wait
rm -rf "$DIR"
for attempt in 1 2 3 4 5; do
  find $GROUPS_OF -depth -type d -exec rmdir {} + 2>/dev/null
  left=
  for group in $GROUPS_OF; do [ -d "$group" ] && left=yes; done
  [ -z "$left" ] && break
  sleep 0.02
done
rmdir $SHARED_GROUPS
`;
