import type { HostSettings } from '../host-settings.ts';
import { block, type Recipe } from '../recipe.ts';
import { aptInstall } from './apt.ts';
import { smallSystem } from './busybox.ts';
import { debian, workshop } from './debian.ts';

export type RedisFlavour = 'debian' | 'alpine';

/** Debian's Redis: data in /data, not run as root, reachable from other containers without a password. */
export function redis(flavour: RedisFlavour, host: HostSettings): Recipe {
  const shop = workshop('bookworm', host);
  const base = flavour === 'alpine' ? smallSystem(host) : debian('bookworm', host);
  const text = `FROM ${shop.reference} AS parts
${aptInstall('redis-server', 'redis-tools')}
RUN mkdir -p /out/data /out/usr/local/bin && collect /out /usr/bin/redis-server /usr/bin/redis-cli /usr/bin/redis-benchmark && \\
    for tool in check-aof check-rdb sentinel; do ln -s redis-server /out/usr/bin/redis-$tool; done
FROM ${base.reference}
RUN ${flavour === 'alpine' ? addToSmall : addToDebian}
COPY --from=parts /out /
COPY --chmod=755 docker-entrypoint.sh /usr/local/bin/
RUN chown redis:redis /data && redis-server --version
VOLUME /data
WORKDIR /data
ENTRYPOINT ["docker-entrypoint.sh"]
EXPOSE 6379
CMD ["redis-server"]
`;
  return block({
    reference: `tutor/redis-${flavour}:7`,
    bases: [base, shop],
    build: { kind: 'dockerfile', text },
    files: { 'docker-entrypoint.sh': entrypoint },
    megabytes: 15,
  });
}

const addToSmall = 'addgroup -S -g 1000 redis && adduser -S -G redis -u 999 redis';
const addToDebian = 'groupadd --system --gid 999 redis && useradd --system --gid redis --uid 999 redis';

const entrypoint = `#!/bin/sh
set -e
case "\${1:-}" in -* | *.conf) set -- redis-server "$@" ;; esac
if [ "\${1:-}" = redis-server ]; then
  # As in the image of that name: the port is only open inside the container's network anyway.
  set -- "$@" --protected-mode no
  if [ "$(id -u)" = 0 ]; then
    find . \\! -user redis -exec chown redis {} + 2>/dev/null || :
    exec setpriv --reuid=redis --regid=redis --clear-groups -- "$@"
  fi
fi
exec "$@"
`;
