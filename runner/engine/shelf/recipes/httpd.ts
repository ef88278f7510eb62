import type { HostSettings } from '../host-settings.ts';
import { block, type Recipe } from '../recipe.ts';
import { aptInstall } from './apt.ts';
import { debian } from './debian.ts';

/** Debian's Apache where the image of that name has it, logs on the container's output. */
export function httpd(host: HostSettings): Recipe {
  const base = debian('bookworm', host);
  const text = `FROM ${base.reference}
ENV HTTPD_PREFIX=/usr/local/apache2 PATH=/usr/local/apache2/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
WORKDIR /usr/local/apache2
${aptInstall('apache2', 'media-types')}
COPY apache2 /usr/local/apache2
COPY --chmod=755 httpd-foreground /usr/local/bin/
RUN mkdir -p bin cgi-bin conf/extra logs icons && cp /usr/sbin/apache2 bin/httpd && cp /usr/sbin/apache2ctl bin/apachectl && \\
    ln -s /usr/lib/apache2/modules modules && cp /etc/mime.types conf/mime.types && cp /etc/apache2/magic conf/magic && \\
    for tool in ab htpasswd htdigest rotatelogs logresolve; do ln -s /usr/bin/$tool bin/$tool; done && \\
    chown -R www-data:www-data . && \\
    rm -rf /etc/apache2 && ln -s /usr/local/apache2 /etc/apache2 && ln -s conf/httpd.conf apache2.conf && bin/httpd -t
STOPSIGNAL SIGWINCH
EXPOSE 80
CMD ["httpd-foreground"]
`;
  return block({
    reference: 'tutor/httpd:2.4',
    bases: [base],
    build: { kind: 'dockerfile', text },
    files: {
      'apache2/conf/httpd.conf': configuration,
      'apache2/htdocs/index.html': '<html><body><h1>It works!</h1></body></html>\n',
      'httpd-foreground': '#!/bin/sh\nset -e\nrm -f /usr/local/apache2/logs/httpd.pid\nexec httpd -DFOREGROUND "$@"\n',
    },
    megabytes: 30,
  });
}

const modules = [
  ...[
    'mpm_event',
    'authn_file',
    'authn_core',
    'authz_host',
    'authz_groupfile',
    'authz_user',
    'authz_core',
    'access_compat',
  ],
  ...[
    'auth_basic',
    'reqtimeout',
    'filter',
    'mime',
    'env',
    'headers',
    'setenvif',
    'status',
    'autoindex',
    'dir',
    'alias',
  ],
];

/** Modules that people switch on in their own copy of the file. */
const idle = ['deflate', 'expires', 'proxy', 'proxy_http', 'proxy_balancer', 'rewrite', 'socache_shmcb', 'ssl'];

const configuration = `ServerRoot "/usr/local/apache2"
Listen 80
PidFile logs/httpd.pid

${modules.map((name) => `LoadModule ${name}_module modules/mod_${name}.so`).join('\n')}
${idle.map((name) => `#LoadModule ${name}_module modules/mod_${name}.so`).join('\n')}

User www-data
Group www-data
ServerAdmin you@example.com
#ServerName www.example.com:80

<Directory />
    AllowOverride none
    Require all denied
</Directory>

DocumentRoot "/usr/local/apache2/htdocs"
<Directory "/usr/local/apache2/htdocs">
    Options Indexes FollowSymLinks
    AllowOverride None
    Require all granted
</Directory>

DirectoryIndex index.html
<Files ".ht*">
    Require all denied
</Files>

ErrorLog /proc/self/fd/2
LogLevel warn
LogFormat "%h %l %u %t \\"%r\\" %>s %b \\"%{Referer}i\\" \\"%{User-Agent}i\\"" combined
LogFormat "%h %l %u %t \\"%r\\" %>s %b" common
CustomLog /proc/self/fd/1 common

ScriptAlias /cgi-bin/ "/usr/local/apache2/cgi-bin/"
TypesConfig conf/mime.types
AddType application/x-gzip .gz .tgz
`;
