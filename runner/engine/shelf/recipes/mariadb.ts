import type { HostSettings } from '../host-settings.ts';
import { block, type Recipe } from '../recipe.ts';
import { aptInstall } from './apt.ts';
import { debian } from './debian.ts';

/** Debian's MariaDB: `mariadb`, and as near as Debian has it `mysql`. */
export function mariadb(server: 'mysqld' | 'mariadbd', host: HostSettings): Recipe {
  const base = debian('bookworm', host);
  const text = `FROM ${base.reference}
RUN groupadd --system --gid 999 mysql && useradd --system --gid mysql --uid 999 --home-dir /var/lib/mysql mysql
${aptInstall('mariadb-server', 'mariadb-client', 'tzdata')}
COPY --chmod=755 docker-entrypoint.sh /usr/local/bin/
COPY container.cnf /etc/mysql/mariadb.conf.d/90-container.cnf
RUN rm -rf /var/lib/mysql && mkdir -p /var/lib/mysql /run/mysqld /docker-entrypoint-initdb.d && \\
    chown -R mysql:mysql /var/lib/mysql /run/mysqld && chmod 1777 /run/mysqld
VOLUME /var/lib/mysql
ENTRYPOINT ["docker-entrypoint.sh"]
EXPOSE ${server === 'mysqld' ? '3306 33060' : '3306'}
CMD ["${server}"]
`;
  return block({
    reference: `tutor/${server}:10.11`,
    bases: [base],
    build: { kind: 'dockerfile', text },
    files: {
      'docker-entrypoint.sh': entrypoint,
      'container.cnf': '[mysqld]\nbind-address = 0.0.0.0\nskip-name-resolve\n',
    },
    megabytes: 330,
  });
}

const entrypoint = `#!/bin/bash
# Makes the database at the first start, runs what lies in /docker-entrypoint-initdb.d, then becomes the server.
set -euo pipefail

say() { echo "$(date --rfc-3339=seconds | sed 's/ /T/') [Note] [Entrypoint]: $*"; }

# The value of MYSQL_x or MARIADB_x, or of the file that x_FILE names.
setting() {
  local prefix name
  for prefix in MARIADB MYSQL; do
    name="\${prefix}_$1"
    if [ -n "\${!name:-}" ]; then printf %s "\${!name}"; return; fi
    name="\${name}_FILE"
    if [ -n "\${!name:-}" ]; then cat "\${!name}"; return; fi
  done
}

quoted() { printf "'%s'" "\${1//\\'/\\'\\'}"; }

initialise() {
  local password database user user_password file
  password=$(setting ROOT_PASSWORD)
  if [ -n "$(setting RANDOM_ROOT_PASSWORD)" ]; then
    password=$(head -c 24 /dev/urandom | base64)
    say "GENERATED ROOT PASSWORD: $password"
  fi
  if [ -z "$password" ] && [ -z "$(setting ALLOW_EMPTY_PASSWORD)$(setting ALLOW_EMPTY_ROOT_PASSWORD)" ]; then
    echo "$(date --rfc-3339=seconds | sed 's/ /T/') [ERROR] [Entrypoint]: Database is uninitialized and password option is not specified" >&2
    echo '    You need to specify one of the following as an environment variable:' >&2
    echo '    - MYSQL_ROOT_PASSWORD' >&2
    echo '    - MYSQL_ALLOW_EMPTY_PASSWORD' >&2
    echo '    - MYSQL_RANDOM_ROOT_PASSWORD' >&2
    exit 1
  fi
  say 'Initializing database files'
  mariadb-install-db --datadir=/var/lib/mysql --auth-root-authentication-method=normal --skip-test-db > /dev/null
  say 'Starting temporary server'
  mariadbd --skip-networking --socket=/run/mysqld/mysqld.sock &
  local server=$!
  until mariadb-admin --socket=/run/mysqld/mysqld.sock ping > /dev/null 2>&1; do sleep 0.2; done
  say 'Temporary server started.'
  database=$(setting DATABASE)
  user=$(setting USER)
  user_password=$(setting PASSWORD)
  {
    [ -z "$database" ] || echo "CREATE DATABASE IF NOT EXISTS \\\`$database\\\`;"
    if [ -n "$user" ] && [ "$user" != root ]; then
      echo "CREATE USER $(quoted "$user")@'%' IDENTIFIED BY $(quoted "$user_password");"
      [ -z "$database" ] || echo "GRANT ALL ON \\\`$database\\\`.* TO $(quoted "$user")@'%';"
    fi
    echo "CREATE USER root@'%' IDENTIFIED BY $(quoted "$password"); GRANT ALL ON *.* TO root@'%' WITH GRANT OPTION;"
    echo "ALTER USER root@localhost IDENTIFIED BY $(quoted "$password");"
  } | mariadb -uroot
  local client=(mariadb -uroot "-p$password")
  [ -n "$password" ] || client=(mariadb -uroot)
  [ -z "$database" ] || client+=("$database")
  for file in /docker-entrypoint-initdb.d/*; do
    case "$file" in
      *.sh) say "running $file"; if [ -x "$file" ]; then "$file"; else . "$file"; fi ;;
      *.sql) say "running $file"; "\${client[@]}" < "$file" ;;
      *.sql.gz) say "running $file"; gunzip -c "$file" | "\${client[@]}" ;;
    esac
  done
  say 'Stopping temporary server'
  kill "$server"
  wait "$server" || :
  say 'MySQL init process done. Ready for start up.'
}

[ "\${1:0:1}" != - ] || set -- mariadbd "$@"
case "$1" in
  mysqld | mariadbd)
    if [ "$(id -u)" = 0 ]; then
      chown -R mysql:mysql /var/lib/mysql /run/mysqld
      exec setpriv --reuid=mysql --regid=mysql --init-groups -- "$0" "$@"
    fi
    [ -d /var/lib/mysql/mysql ] || initialise
    ;;
esac
exec "$@"
`;
