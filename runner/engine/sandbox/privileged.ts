/** What of /proc and /sys belongs to the whole machine: its kernel's settings, its devices, its restart. */
const ofTheMachine = [
  ...['kernel', 'vm', 'fs', 'dev', 'debug'].map((name) => `/proc/sys/${name}`),
  '/proc/sysrq-trigger',
  ...['kernel', 'module', 'power', 'firmware', 'devices', 'bus', 'class', 'block'].map((name) => `/sys/${name}`),
];

/**
 * Stands before the sandbox's own runc in the PATH. Docker gives a container with --privileged a writable /proc and /sys,
 * and with them the settings of the machine's kernel (`sysctl -w vm.max_map_count=…`); here it gets them to read. Such a
 * container is known by the list of read-only paths that its configuration lacks, see config-linux.md of the OCI's
 * runtime specification.
 *
 * A container with a network of its own (it may open all ports there) gets forwarding as it has it on a machine with
 * Docker: what a new network begins with, the kernel takes from the machine's own and not from the sandbox's.
 */
export const runcScript = `#!/bin/sh
case " $* " in *" create "*)
  bundle=.
  last=
  for word; do
    [ "$last" = --bundle ] && bundle=$word
    last=$word
  done
  config=$bundle/config.json
  if [ -f "$config" ] && grep -q '"net.ipv4.ip_unprivileged_port_start"' "$config" && ! grep -q '"net.ipv4.ip_forward"' "$config"; then
    sed -i 's/"sysctl":{/&"net.ipv4.ip_forward":"1",/' "$config"
  fi
  if [ -f "$config" ] && ! grep -q '"readonlyPaths"' "$config"; then
    jq -c '.linux.readonlyPaths = ${JSON.stringify(ofTheMachine)}' "$config" > "$config.new" && mv "$config.new" "$config"
  fi
esac
exec /usr/sbin/runc "$@"
`;
