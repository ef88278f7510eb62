import type { HostSettings } from '../host-settings.ts';
import type { Recipe } from '../recipe.ts';
import { diamolBase, helloWeb, lab, webPing } from '../recipes/diamol.ts';
import { httpd } from '../recipes/httpd.ts';
import { node } from '../recipes/node.ts';
import { standInFor, type Variant } from '../stand-in.ts';

type Diamol = Readonly<Record<string, (tag: string, host: HostSettings) => Variant>>;

const nodeMajor = 16;

/** Images of the book that chapters on images follow. */
export const diamol: Diamol = {
  'diamol/node': (_tag, host) => nodeVariant(host),
  'diamol/base': (_tag, host) => baseVariant(host),
  'diamol/ch03-web-ping': (_tag, host) => on('diamol/node:latest', nodeVariant(host), webPing),
  'diamol/ch03-lab': (_tag, host) => on('diamol/base:latest', baseVariant(host), lab),
  'diamol/ch02-hello-diamol-web': (_tag, host) => ({
    base: httpd(host),
    builtFrom: 'Apache 2.4 of Debian 12',
    lacks: ['apk', 'distribution', 'packages'],
    ...helloWeb,
  }),
};

function nodeVariant(host: HostSettings): Variant {
  return {
    base: node(nodeMajor, 'alpine', host),
    builtFrom: `Node.js ${nodeMajor} of the npm registry and Debian 12`,
    lacks: ['apk', 'distribution', 'packages'],
  };
}

function baseVariant(host: HostSettings): Variant {
  return {
    base: diamolBase(host),
    builtFrom: 'busybox of Debian 12',
    lacks: ['apk', 'distribution', 'packages'],
  };
}

/** An image that begins with another one of the shelf, as its own Dockerfile says. */
function on(reference: string, variant: Variant, parts: Pick<Variant, 'instructions' | 'files'>): Variant {
  const base: Recipe = standInFor(reference, variant);
  return { ...variant, ...parts, base };
}
