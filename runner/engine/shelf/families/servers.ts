import type { HostSettings } from '../host-settings.ts';
import type { Lack } from '../recipe.ts';
import { httpd } from '../recipes/httpd.ts';
import { nginx } from '../recipes/nginx.ts';
import { registry } from '../recipes/registry.ts';
import type { Variant } from '../stand-in.ts';
import { isAlpine, numberIn } from './tag.ts';

type Servers = Readonly<Record<string, (tag: string, host: HostSettings) => Variant>>;

/** Web servers and the registry. */
export const servers: Servers = {
  nginx: (tag, host) => ({
    base: nginx(isAlpine(tag) ? 'alpine' : 'debian', host),
    builtFrom: 'nginx 1.22 of Debian 12',
    lacks: lacksOf(tag, 1.22),
  }),
  httpd: (tag, host) => ({ base: httpd(host), builtFrom: 'Apache 2.4 of Debian 12', lacks: lacksOf(tag, 2.4) }),
  registry: (tag, host) => ({
    base: registry(host),
    builtFrom: 'docker-registry 2.8 of Debian 12',
    lacks: [...lacksOf(tag, null), ...(/^[13]/.test(tag) ? (['version'] as const) : [])],
  }),
};

function lacksOf(tag: string, version: number | null): Lack[] {
  const named = numberIn(tag);
  return [
    ...(isAlpine(tag) ? (['apk'] as const) : []),
    'distribution',
    'packages',
    ...(named !== null && version !== null && named !== version && named % 1 !== 0 ? (['version'] as const) : []),
  ];
}
