import type { HostSettings } from '../host-settings.ts';
import type { Lack } from '../recipe.ts';
import { mariadb } from '../recipes/mariadb.ts';
import { postgres } from '../recipes/postgres.ts';
import { redis } from '../recipes/redis.ts';
import type { Variant } from '../stand-in.ts';
import { isAlpine, numberIn } from './tag.ts';

type Databases = Readonly<Record<string, (tag: string, host: HostSettings) => Variant>>;

export const databases: Databases = {
  redis: (tag, host) => ({
    base: redis(isAlpine(tag) ? 'alpine' : 'debian', host),
    builtFrom: 'Redis 7.0 of Debian 12',
    lacks: lacksOf(tag, 7),
  }),
  postgres: (tag, host) => ({
    base: postgres(host),
    builtFrom: 'PostgreSQL 15 of Debian 12',
    lacks: lacksOf(tag, 15),
  }),
  mariadb: (tag, host) => ({
    base: mariadb('mariadbd', host),
    builtFrom: 'MariaDB 10.11 of Debian 12',
    lacks: lacksOf(tag, 10),
  }),
  mysql: (_tag, host) => ({
    base: mariadb('mysqld', host),
    builtFrom: 'MariaDB 10.11 of Debian 12',
    lacks: ['distribution', 'packages', 'version'],
  }),
};

function lacksOf(tag: string, major: number): Lack[] {
  const named = numberIn(tag);
  return [
    ...(isAlpine(tag) ? (['apk'] as const) : []),
    'distribution',
    'packages',
    ...(named !== null && Math.floor(named) !== major ? (['version'] as const) : []),
  ];
}
