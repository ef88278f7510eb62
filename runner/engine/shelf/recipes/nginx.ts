import type { HostSettings } from '../host-settings.ts';
import { block, type Recipe } from '../recipe.ts';
import { aptInstall } from './apt.ts';
import { smallSystem } from './busybox.ts';
import { debian, workshop } from './debian.ts';

export type NginxFlavour = 'debian' | 'alpine';

/** Debian's nginx, set up as the image is: one page, logs on the container's output, templates filled at the start. */
export function nginx(flavour: NginxFlavour, host: HostSettings): Recipe {
  const [base, shop] = [
    flavour === 'alpine' ? smallSystem(host) : debian('bookworm', host),
    workshop('bookworm', host),
  ];
  const text = `${flavour === 'alpine' ? onSmall(base, shop) : onDebian(base)}
RUN nginx -t
ENV NGINX_VERSION=1.22.1
ENTRYPOINT ["/docker-entrypoint.sh"]
EXPOSE 80
STOPSIGNAL SIGQUIT
CMD ["nginx", "-g", "daemon off;"]
`;
  return block({
    reference: `tutor/nginx-${flavour}:1`,
    bases: flavour === 'alpine' ? [base, shop] : [base],
    build: { kind: 'dockerfile', text },
    files: configuration,
    megabytes: 25,
  });
}

function onSmall(base: Recipe, shop: Recipe): string {
  return `FROM ${shop.reference} AS parts
${aptInstall('nginx', 'gettext-base')}
COPY conf /out
RUN mkdir -p /out/usr/share/nginx/html && cp /etc/nginx/mime.types /etc/nginx/*_params /out/etc/nginx/ && \\
    cp /usr/share/nginx/html/*.html /out/usr/share/nginx/html/ && out=/out && ${arrange} && \\
    collect /out /usr/sbin/nginx /usr/bin/envsubst /usr/bin/curl
FROM ${base.reference}
RUN addgroup -g 101 -S nginx && adduser -S -D -H -u 101 -h /var/cache/nginx -s /sbin/nologin -G nginx -g nginx nginx
COPY --from=parts /out /`;
}

function onDebian(base: Recipe): string {
  return `FROM ${base.reference}
RUN groupadd --system --gid 101 nginx && \\
    useradd --system --gid nginx --no-create-home --home-dir /nonexistent --shell /bin/false --uid 101 nginx
${aptInstall('nginx', 'gettext-base', 'ca-certificates', 'curl')}
COPY conf /
RUN rm -rf /etc/nginx/sites-* /etc/nginx/modules-* /etc/nginx/snippets && out= && ${arrange}`;
}

/** Links, folders and rights, below \`$out\`. */
const arrange = `mkdir -p $out/var/cache/nginx $out/var/log/nginx $out/var/lib/nginx $out/usr/lib/nginx/modules && \\
    ln -sfn /usr/lib/nginx/modules $out/etc/nginx/modules && \\
    ln -sf /dev/stdout $out/var/log/nginx/access.log && ln -sf /dev/stderr $out/var/log/nginx/error.log && \\
    sha1sum $out/etc/nginx/conf.d/default.conf | cut -d' ' -f1 > $out/usr/share/nginx/default.conf.sha1 && \\
    chmod 755 $out/docker-entrypoint.sh $out/docker-entrypoint.d/*`;

const configuration: Readonly<Record<string, string>> = {
  'conf/etc/nginx/nginx.conf': `user  nginx;
worker_processes  auto;

error_log  /var/log/nginx/error.log notice;
pid        /run/nginx.pid;

events {
    worker_connections  1024;
}

http {
    include       /etc/nginx/mime.types;
    default_type  application/octet-stream;

    log_format  main  '$remote_addr - $remote_user [$time_local] "$request" '
                      '$status $body_bytes_sent "$http_referer" '
                      '"$http_user_agent" "$http_x_forwarded_for"';

    access_log  /var/log/nginx/access.log  main;

    sendfile           on;
    keepalive_timeout  65;

    include /etc/nginx/conf.d/*.conf;
}
`,
  'conf/etc/nginx/conf.d/default.conf': `server {
    listen       80;
    server_name  localhost;

    location / {
        root   /usr/share/nginx/html;
        index  index.html index.htm;
    }

    error_page   500 502 503 504  /50x.html;
    location = /50x.html {
        root   /usr/share/nginx/html;
    }
}
`,
  'conf/docker-entrypoint.sh': `#!/bin/sh
# Runs what lies in /docker-entrypoint.d before nginx starts.
set -e
tell() { [ -n "\${NGINX_ENTRYPOINT_QUIET_LOGS:-}" ] || echo "$0: $*"; }
case "\${1:-}" in
  nginx | nginx-debug)
    if [ -n "$(ls /docker-entrypoint.d/ 2>/dev/null)" ]; then
      tell "/docker-entrypoint.d/ is not empty, will attempt to perform configuration"
      tell "Looking for shell scripts in /docker-entrypoint.d/"
      for script in /docker-entrypoint.d/*; do
        case "$script" in
          *.envsh) if [ -x "$script" ]; then tell "Sourcing $script"; . "$script"; else tell "Ignoring $script, not executable"; fi ;;
          *.sh) if [ -x "$script" ]; then tell "Launching $script"; "$script"; else tell "Ignoring $script, not executable"; fi ;;
          *) tell "Ignoring $script" ;;
        esac
      done
      tell "Configuration complete; ready for start up"
    else
      tell "No files found in /docker-entrypoint.d/, skipping configuration"
    fi
    ;;
esac
exec "$@"
`,
  'conf/docker-entrypoint.d/10-listen-on-ipv6-by-default.sh': `#!/bin/sh
# Adds the IPv6 listener to the page that comes with the image.
me=\${0##*/}
tell() { [ -n "\${NGINX_ENTRYPOINT_QUIET_LOGS:-}" ] || echo "$me: $*"; }
conf=/etc/nginx/conf.d/default.conf
[ -f /proc/net/if_inet6 ] || { tell "info: ipv6 not available"; exit 0; }
[ -f "$conf" ] || { tell "info: $conf is not a file or does not exist"; exit 0; }
[ -w "$conf" ] || { tell "info: can not modify $conf (read-only file system?)"; exit 0; }
grep -q 'listen  *\\[::\\]:80;' "$conf" && { tell "info: IPv6 listen already enabled"; exit 0; }
tell "info: Getting the checksum of $conf"
[ "$(sha1sum "$conf" | cut -d' ' -f1)" = "$(cat /usr/share/nginx/default.conf.sha1)" ] || { tell "info: $conf differs from the packaged version"; exit 0; }
sed -i 's/^\\( *\\)listen  *80;/&\\n\\1listen  [::]:80;/' "$conf"
tell "info: Enabled listen on IPv6 in $conf"
`,
  'conf/docker-entrypoint.d/15-local-resolvers.envsh': `# Names the container's resolvers where a template asks for them.
if [ -n "\${NGINX_ENTRYPOINT_LOCAL_RESOLVERS:-}" ]; then
  NGINX_LOCAL_RESOLVERS=$(awk '/^nameserver/ { print ($2 ~ /:/) ? "[" $2 "]" : $2 }' /etc/resolv.conf | xargs)
  export NGINX_LOCAL_RESOLVERS
fi
`,
  'conf/docker-entrypoint.d/20-envsubst-on-templates.sh': `#!/bin/sh
# Fills the variables of /etc/nginx/templates/*.template and puts the result into conf.d.
set -e
me=\${0##*/}
from=\${NGINX_ENVSUBST_TEMPLATE_DIR:-/etc/nginx/templates}
suffix=\${NGINX_ENVSUBST_TEMPLATE_SUFFIX:-.template}
to=\${NGINX_ENVSUBST_OUTPUT_DIR:-/etc/nginx/conf.d}
[ -d "$from" ] || exit 0
known=$(env | cut -d= -f1 | grep -E "\${NGINX_ENVSUBST_FILTER:-}" | sed 's/.*/\${&}/' | tr '\\n' ' ')
find "$from" -follow -type f -name "*$suffix" | while read -r template; do
  target=$to/\${template#"$from"/}
  target=\${target%"$suffix"}
  mkdir -p "\${target%/*}"
  [ -n "\${NGINX_ENTRYPOINT_QUIET_LOGS:-}" ] || echo "$me: Running envsubst on $template to $target"
  envsubst "$known" < "$template" > "$target"
done
`,
  'conf/docker-entrypoint.d/30-tune-worker-processes.sh': `#!/bin/sh
# As many workers as there are processors, where that is asked for.
[ -n "\${NGINX_ENTRYPOINT_WORKER_PROCESSES_AUTOTUNE:-}" ] || exit 0
sed -i "s/^worker_processes .*/worker_processes  $(nproc);/" /etc/nginx/nginx.conf
`,
};
