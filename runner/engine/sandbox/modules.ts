import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { message, UserError } from '../../core/message.ts';
import type { Progress } from '../../core/progress.ts';
import { run } from '../exec.ts';
import { proxiesFor } from '../proxies.ts';
import { makeOnce } from './make-once.ts';
import { cacheFolder } from './paths.ts';
import { systemPath } from './tools.ts';
import type { Upstream } from './upstream.ts';

/** Where Docker's programs are that were built of its Go modules: `dockerd`, `docker-proxy` and `docker`. */
export function modulesFolder(upstream: Upstream): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([upstream, script]))
    .digest('hex')
    .slice(0, 16);
  return join(cacheFolder(), 'docker', `${upstream.version}-${hash}`);
}

/** Go's compiler on this machine; null where there is none that is new enough. */
export async function findGo({ go }: Upstream): Promise<string | null> {
  const env = { ...process.env, PATH: `${process.env.PATH ?? systemPath}:/usr/local/go/bin`, GOTOOLCHAIN: 'local' };
  const asked = await run({ file: 'go', args: ['env', 'GOVERSION', 'GOROOT'], env, cwd: '/' });
  const [version = '', root = ''] = asked.stdout.split('\n');
  return asked.exitCode === 0 && isAtLeast(version.replace(/^go/, ''), go) ? join(root, 'bin') : null;
}

function isAtLeast(version: string, least: string): boolean {
  return version.localeCompare(least, 'en', { numeric: true }) >= 0;
}

/**
 * Builds them, with the modules and the compiler's cache in a folder that goes afterwards. BASE is the root of another
 * generation: where this machine has no Go (GO is empty), Debian's is installed in a copy of it and works there.
 *
 * The client's module file is the one that its authors vendor by. Of swarmkit they name a version that was withdrawn.
 */
const script = `set -e
compile='set -e
export PATH="$GO:$PATH" GOPATH="$WORK/go" GOMODCACHE="$WORK/mod" GOCACHE="$WORK/cache" GOBIN="$WORK/bin"
export GOTMPDIR="$WORK" GOTOOLCHAIN=local GOFLAGS="-modcacherw -trimpath -buildvcs=false" CGO_ENABLED=0
go install -v -ldflags "-s -w -X github.com/moby/moby/v2/dockerversion.Version=$VERSION" \\
  "github.com/moby/moby/v2/cmd/dockerd@$ENGINE" "github.com/moby/moby/v2/cmd/docker-proxy@$ENGINE"
mkdir "$WORK/client"
cd "$WORK/client"
sources=$(go mod download -json "github.com/docker/cli@$CLIENT" | sed -n "s/^[[:space:]]*\\"Dir\\": \\"\\(.*\\)\\",*$/\\1/p")
sed -e "s|^module .*|module client|" -e "/^tool (/,/^)/d" -e "s|\\(swarmkit/v2\\) v2.1.3$|\\1 v2.1.3-0.20260828175525-ad0357aedfca|" \\
  "$sources/vendor.mod" > go.mod
echo "require github.com/docker/cli $CLIENT" >> go.mod
GOFLAGS="$GOFLAGS -mod=mod" go build -v -o "$GOBIN/docker" -gcflags="github.com/docker/cli/...=-lang=go1.25" \\
  -ldflags "-s -w -X github.com/docker/cli/cli/version.Version=$VERSION" github.com/docker/cli/cmd/docker'
if [ -n "$GO" ]; then
  mkdir "$WORK/bin"
  sh -c "$compile"
else
  root="$WORK/root"
  cp -a --reflink=auto "$BASE" "$root"
  cp -a "$root/.dev/." "$root/dev/"
  cp -L /etc/resolv.conf "$root/etc/resolv.conf"
  mount -t proc proc "$root/proc"
  mkdir "$root/build" "$root/build/bin"
  export DEBIAN_FRONTEND=noninteractive
  chroot "$root" apt-get -o Acquire::Check-Valid-Until=false update -qq
  chroot "$root" apt-get install -y -qq --no-install-recommends golang-go
  WORK=/build HOME=/root chroot "$root" sh -c "$compile"
  umount "$root/proc"
  mv "$root/build/bin" "$WORK/bin"
fi
mv "$WORK/bin"/* "$OUT"
`;

/** How many packages the compiler names, of the engine and the client together, about: for the progress. */
const packages = 2200;

/**
 * Builds Docker of its Go modules. The modules come by the machine's own settings for Go.
 *
 * @param base root file system in which Debian's Go can be installed.
 * @throws UserError with what the compiler said.
 */
export async function buildModules(
  upstream: Upstream,
  base: string,
  progress: Progress,
  signal?: AbortSignal,
): Promise<void> {
  const target = modulesFolder(upstream);
  const go = await findGo(upstream);
  await makeOnce(
    target,
    async (part) => {
      const work = join(part, 'work');
      mkdirSync(work);
      const what = `Docker ${upstream.version}: Go modules`;
      progress({ what, done: 0, total: packages });
      let done = 0;
      const built = await run({
        file: 'setpriv',
        args: [
          ...['--pdeathsig', 'KILL', 'nice', 'unshare', '-m', '-p', '-f', '--kill-child', '--mount-proc'],
          ...['sh', '-c', script],
        ],
        env: environment(upstream, { GO: go ?? '', BASE: base, WORK: work, OUT: part }),
        cwd: '/',
        ...(signal === undefined ? {} : { signal }),
        onStderr: (text) => {
          done += (text.match(/^(?!go: )[\w./-]+$/gm) ?? []).length;
          progress({ what, done: Math.min(done, packages - 1), total: packages });
        },
      });
      rmSync(work, { recursive: true, force: true });
      if (built.exitCode === 0) return;
      const said = `${built.stdout}\n${built.stderr}`.trim().split('\n');
      throw new UserError(message('modules-failed', { version: upstream.version, why: said.at(-1) ?? '' }));
    },
    signal,
  );
}

/** Whether they are built already. */
export function modulesAreBuilt(upstream: Upstream): boolean {
  return existsSync(modulesFolder(upstream));
}

/** This machine's own settings for Go hold, where they say whence modules come. */
function environment(upstream: Upstream, more: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const kept = ['GOPROXY', 'GONOPROXY', 'GOPRIVATE', 'GOSUMDB', 'GONOSUMDB', 'SSL_CERT_FILE', 'SSL_CERT_DIR'];
  const own = kept.flatMap((name): [string, string][] => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    ...Object.fromEntries(own),
    ...proxiesFor(() => false).variables,
    PATH: systemPath,
    LC_ALL: 'C.UTF-8',
    HOME: process.env.HOME ?? '/root',
    VERSION: upstream.version,
    ENGINE: upstream.engine,
    CLIENT: upstream.client,
    ...more,
  };
}
