import { randomInt } from 'node:crypto';

/** As many users as even images with odd numbers have; so many such ranges lie behind the first number. */
const size = 2 ** 26;
const ranges = 16;
const first = 2 ** 30;

/**
 * The numbers that this machine's kernel has for the users of one sandbox: its root is none that the machine knows. Two
 * sandboxes seldom have the same, so that what the kernel counts for each user (keys) is counted for each sandbox.
 */
export function userRange(): { readonly first: number; readonly size: number } {
  return { first: first + randomInt(ranges) * size, size };
}

/**
 * Shell source of a function that makes the sandbox's users (FIRST, SIZE), leaves their namespace open as descriptor 6
 * and lets them see the files in `lower` as their own. It fails where the kernel does not allow that: without user
 * namespaces, before Linux 5.19, or where the file system of the cache cannot be shown so.
 */
export const usersFunction = `
users() {
  mkfifo users || return
  unshare -U sh -c 'echo made; exec sleep 60' >users 3>&- 4>&- &
  read -r word < users &&
  echo "0 $FIRST $SIZE" > "/proc/$!/uid_map" &&
  echo "0 $FIRST $SIZE" > "/proc/$!/gid_map" &&
  exec 6<"/proc/$!/ns/user" &&
  perl -e "$SHOW" lower 6
  made=$?
  kill -9 "$!" && wait "$!" || :
  return "$made"
}
`;

/**
 * open_tree(2), mount_setattr(2) and move_mount(2), whose numbers are the same on every processor: mount(8) of Debian 12
 * cannot do it yet.
 */
export const showScript = `
my ($folder, $users, $nothing, $here) = (@ARGV, "", -100);
my $tree = syscall(428, $here, $folder, 1);
$tree < 0 and die "open_tree: $!\\n";
my $shift = pack("QQQQ", 0x100000, 0, 0, $users);
syscall(442, $tree, $nothing, 0x1000, $shift, length $shift) < 0 and die "mount_setattr: $!\\n";
syscall(429, $tree, $nothing, $here, $folder, 4) < 0 and die "move_mount: $!\\n";
`;
