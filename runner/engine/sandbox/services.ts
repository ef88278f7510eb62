/**
 * Debian's script mounts control groups and raises limits, which no sandbox may; it would stop dockerd and not start it
 * again. This one does what readers mean by it, with dockerd's options where `init` finds them too.
 */
const dockerService = `#!/bin/sh
. /etc/default/docker
pidfile=/run/docker-ssd.pid
runs() { [ -s $pidfile ] && kill -0 "$(cat $pidfile)" 2>/dev/null; }
answers() { docker version >/dev/null 2>&1; }
until_not() { tries=0; while "$@" && [ $tries -lt 300 ]; do sleep 0.1; tries=$((tries + 1)); done; ! "$@"; }
silent() { ! answers; }
start() {
  echo "Starting Docker: docker."
  runs && return
  [ -S /run/containerd/containerd.sock ] && pgrep -x containerd >/dev/null ||
    setsid containerd >>/var/log/docker.log 2>&1 </dev/null &
  setsid dockerd $DOCKER_OPTS >>/var/log/docker.log 2>&1 </dev/null &
  echo $! > $pidfile
  until_not silent
}
stop() {
  echo "Stopping Docker: docker."
  runs || return 0
  kill "$(cat $pidfile)"
  until_not runs
}
case "$1" in
  start | stop) "$1" ;;
  restart | reload | force-reload) stop && start ;;
  status) if runs; then echo "Docker is running."; else echo "Docker is not running ... failed!"; exit 3; fi ;;
  *) echo "Usage: service docker {start|stop|restart|status}"; exit 1 ;;
esac
`;

/** No systemd runs in a sandbox: what a tutorial asks of it is asked of the init scripts. */
const systemctl = `#!/bin/sh
action= units= now=
for word; do
  case "$word" in
    --now) now=yes ;;
    -*) ;;
    *) if [ -z "$action" ]; then action=$word; else units="$units \${word%.service}"; fi ;;
  esac
done
each() {
  for unit in $units; do
    [ "$unit" = docker.socket ] && continue
    if ! [ -x "/etc/init.d/$unit" ]; then
      echo "Failed to $1 $unit.service: Unit $unit.service not found." >&2
      exit 5
    fi
    service "$unit" "$1" >/dev/null || exit 1
  done
}
active() { service "$1" status >/dev/null 2>&1; }
case "$action" in
  start | stop | restart | reload) each "$action" ;;
  enable) [ -z "$now" ] || each start ;;
  disable) [ -z "$now" ] || each stop ;;
  daemon-reload | mask | unmask) ;;
  is-enabled) echo enabled ;;
  is-active) for unit in $units; do if active "$unit"; then echo active; else echo inactive; exit 3; fi; done ;;
  status)
    for unit in $units; do
      active "$unit" && state='active (running)' || state='inactive (dead)'
      printf '● %s.service\\n     Loaded: loaded (/etc/init.d/%s; generated)\\n     Active: %s\\n' "$unit" "$unit" "$state"
      [ "$state" = 'active (running)' ] || exit 3
    done ;;
  *)
    echo "System has not been booted with systemd as init system (PID 1). Can't operate." >&2
    exit 1 ;;
esac
`;

/** Shell source that lays the two into a root: services can be stopped and started as a reader does it. */
export const services = `cat > /etc/init.d/docker <<'SERVICE'
${dockerService}SERVICE
cat > /usr/bin/systemctl <<'SYSTEMCTL'
${systemctl}SYSTEMCTL
chmod 755 /etc/init.d/docker /usr/bin/systemctl
`;
