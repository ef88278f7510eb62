import type { HostSettings } from '../host-settings.ts';
import { block, type Recipe } from '../recipe.ts';
import { aptCaches } from './apt.ts';
import { smallSystem } from './busybox.ts';
import { workshop } from './debian.ts';

/** Debian's build of the CNCF registry. */
export function registry(host: HostSettings): Recipe {
  const [base, shop] = [smallSystem(host), workshop('bookworm', host)];
  const text = `FROM ${shop.reference} AS parts
RUN ${aptCaches} apt-get update -qq && cd /tmp && apt-get download -qq docker-registry && dpkg -x docker-registry*.deb it && \\
    cp it/usr/bin/docker-registry /usr/bin/registry
RUN mkdir -p /out/bin /out/var/lib/registry && collect /out /usr/bin/registry && mv /out/usr/bin/registry /out/bin/registry
FROM ${base.reference}
COPY --from=parts /out /
COPY config.yml /etc/docker/registry/config.yml
COPY --chmod=755 entrypoint.sh /entrypoint.sh
VOLUME ["/var/lib/registry"]
EXPOSE 5000
ENTRYPOINT ["/entrypoint.sh"]
CMD ["/etc/docker/registry/config.yml"]
`;
  const files = { 'config.yml': configuration, 'entrypoint.sh': entrypoint };
  const build = { kind: 'dockerfile', text } as const;
  return block({ reference: 'tutor/registry:2', bases: [base, shop], build, files, megabytes: 20 });
}

const configuration = `version: 0.1
log:
  fields:
    service: registry
storage:
  cache:
    blobdescriptor: inmemory
  filesystem:
    rootdirectory: /var/lib/registry
http:
  addr: :5000
  headers:
    X-Content-Type-Options: [nosniff]
health:
  storagedriver:
    enabled: true
    interval: 10s
    threshold: 3
`;

const entrypoint = `#!/bin/sh
set -e
case "\${1:-}" in
  *.yaml | *.yml) set -- registry serve "$@" ;;
  serve | garbage-collect | help | -*) set -- registry "$@" ;;
esac
exec "$@"
`;
