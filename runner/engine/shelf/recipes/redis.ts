import type { HostSettings } from '../host-settings.ts';
import { block, type Recipe } from '../recipe.ts';
import { aptInstall } from './apt.ts';
import { smallSystem } from './busybox.ts';
import { debian, workshop } from './debian.ts';

export type RedisFlavour = 'debian' | 'alpine';

/** Debian's Redis: data in /data, not run as root, reachable from other containers without a password. */
export function redis(flavour: RedisFlavour, host: HostSettings): Recipe {
  const [base, shop] = [
    flavour === 'alpine' ? smallSystem(host) : debian('bookworm', host),
    workshop('bookworm', host),
  ];
  const text = `${flavour === 'alpine' ? onSmall(base, shop) : onDebian(base)}
COPY --chmod=755 docker-entrypoint.sh /usr/local/bin/
RUN mkdir -p /data && chown redis:redis /data && redis-server --version
VOLUME /data
WORKDIR /data
ENTRYPOINT ["docker-entrypoint.sh"]
EXPOSE 6379
CMD ["redis-server"]
`;
  return block({
    reference: `tutor/redis-${flavour}:7`,
    bases: flavour === 'alpine' ? [base, shop] : [base],
    build: { kind: 'dockerfile', text },
    files: { 'docker-entrypoint.sh': entrypoint },
    megabytes: 15,
  });
}

function onSmall(base: Recipe, shop: Recipe): string {
  return `FROM ${shop.reference} AS parts
${aptInstall('redis-server', 'redis-tools')}
RUN mkdir -p /out/usr/local/bin && collect /out /usr/bin/redis-server /usr/bin/redis-cli /usr/bin/redis-benchmark /usr/bin/setpriv && \\
    mv /out/usr/bin/* /out/usr/local/bin/ && rmdir /out/usr/bin && \\
    for tool in check-aof check-rdb sentinel; do ln -s redis-server /out/usr/local/bin/redis-$tool; done
FROM ${base.reference}
RUN addgroup -S -g 1000 redis && adduser -S -G redis -u 999 redis
COPY --from=parts /out /`;
}

function onDebian(base: Recipe): string {
  return `FROM ${base.reference}
RUN groupadd --system --gid 999 redis && useradd --system --gid redis --uid 999 redis
${aptInstall('redis-server', 'redis-tools')}`;
}

const entrypoint = `#!/bin/sh
set -e
case "\${1:-}" in -* | *.conf) set -- redis-server "$@" ;; esac
if [ "\${1:-}" = redis-server ]; then
  # As in the image of that name: the port is only open inside the container's network anyway.
  set -- "$@" --protected-mode no
  if [ "$(id -u)" = 0 ]; then
    # By its path: busybox's shell has a smaller one of the same name built in.
    find . \\! -user redis -exec chown redis {} + 2>/dev/null || :
    exec "$(ls /usr/local/bin/setpriv /usr/bin/setpriv 2>/dev/null | head -n 1)" --reuid=redis --regid=redis --clear-groups -- "$@"
  fi
fi
exec "$@"
`;
