import type { HostSettings } from '../host-settings.ts';
import { block, type Recipe } from '../recipe.ts';
import { aptInstall } from './apt.ts';
import { debian } from './debian.ts';

/** Debian's PostgreSQL, its database made at the first start from the usual variables. */
export function postgres(host: HostSettings): Recipe {
  const base = debian('bookworm', host);
  const text = `FROM ${base.reference}
RUN groupadd --system --gid 999 postgres && \\
    useradd --system --gid postgres --uid 999 --home-dir /var/lib/postgresql --shell /bin/bash postgres && \\
    mkdir -p /etc/postgresql-common && echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf
${aptInstall('postgresql-15', 'postgresql-client-15')}
COPY --chmod=755 docker-entrypoint.sh /usr/local/bin/
RUN mkdir -p /docker-entrypoint-initdb.d /var/lib/postgresql/data /var/run/postgresql && \\
    chown -R postgres:postgres /var/lib/postgresql /var/run/postgresql && chmod 3777 /var/run/postgresql && \\
    sed -ri "s/^#?listen_addresses *=.*/listen_addresses = '*'/" /usr/share/postgresql/15/postgresql.conf.sample
ENV LANG=C.UTF-8 PG_MAJOR=15 PGDATA=/var/lib/postgresql/data \\
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/lib/postgresql/15/bin
VOLUME /var/lib/postgresql/data
ENTRYPOINT ["docker-entrypoint.sh"]
STOPSIGNAL SIGINT
EXPOSE 5432
CMD ["postgres"]
`;
  return block({
    reference: 'tutor/postgres:15',
    bases: [base],
    build: { kind: 'dockerfile', text },
    files: { 'docker-entrypoint.sh': entrypoint },
    megabytes: 190,
  });
}

const entrypoint = `#!/bin/bash
# Makes the database at the first start, runs what lies in /docker-entrypoint-initdb.d, then becomes the server.
set -euo pipefail

variable() {
  local file="\${1}_FILE"
  if [ -n "\${!file:-}" ]; then export "$1"="$(< "\${!file}")"; fi
  export "$1"="\${!1:-\${2:-}}"
}

query() { psql -v ON_ERROR_STOP=1 --no-psqlrc --username "$POSTGRES_USER" "$@"; }

initialise() {
  variable POSTGRES_PASSWORD
  variable POSTGRES_USER postgres
  variable POSTGRES_DB "$POSTGRES_USER"
  if [ -z "$POSTGRES_PASSWORD" ] && [ "\${POSTGRES_HOST_AUTH_METHOD:-}" != trust ]; then
    echo 'Error: Database is uninitialized and superuser password is not specified.' >&2
    echo '       You must specify POSTGRES_PASSWORD to a non-empty value for the' >&2
    echo '       superuser. For example, "-e POSTGRES_PASSWORD=password" on "docker run".' >&2
    exit 1
  fi
  initdb --username="$POSTGRES_USER" --pwfile=<(echo "$POSTGRES_PASSWORD") \${POSTGRES_INITDB_ARGS:-}
  printf '\\nhost all all all %s\\n' "\${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}" >> "$PGDATA/pg_hba.conf"
  PGUSER=$POSTGRES_USER pg_ctl -D "$PGDATA" -o "-c listen_addresses='' -p 5432" -w start
  export PGPASSWORD=$POSTGRES_PASSWORD
  if [ "$POSTGRES_DB" != postgres ]; then
    query --dbname postgres --set db="$POSTGRES_DB" <<< 'CREATE DATABASE :"db";'
  fi
  local file
  for file in /docker-entrypoint-initdb.d/*; do
    case "$file" in
      *.sh) echo "$0: running $file"; if [ -x "$file" ]; then "$file"; else . "$file"; fi ;;
      *.sql) echo "$0: running $file"; query --dbname "$POSTGRES_DB" -f "$file"; echo ;;
      *.sql.gz) echo "$0: running $file"; gunzip -c "$file" | query --dbname "$POSTGRES_DB"; echo ;;
      */\\*) ;;
      *) echo "$0: ignoring $file" ;;
    esac
  done
  unset PGPASSWORD
  pg_ctl -D "$PGDATA" -m fast -w stop
  printf '\\nPostgreSQL init process complete; ready for start up.\\n\\n'
}

[ "\${1:0:1}" != - ] || set -- postgres "$@"
if [ "$1" = postgres ]; then
  if [ "$(id -u)" = 0 ]; then
    mkdir -p "$PGDATA"
    chown -R postgres "$PGDATA" /var/run/postgresql
    chmod 700 "$PGDATA"
    exec setpriv --reuid=postgres --regid=postgres --init-groups -- "$0" "$@"
  fi
  if [ -s "$PGDATA/PG_VERSION" ]; then
    printf '\\nPostgreSQL Database directory appears to contain a database; Skipping initialization\\n\\n'
  else
    initialise
  fi
fi
exec "$@"
`;
