import type { HostSettings } from '../host-settings.ts';
import { block, type Recipe } from '../recipe.ts';
import { aptInstall } from './apt.ts';
import { smallSystem } from './busybox.ts';
import { debian, workshop } from './debian.ts';
import { entrypointOf } from './entrypoint.ts';

export type NodeFlavour = 'alpine' | 'slim' | 'full';

/** npm's major version that came with each Node; later Nodes take the next entry below. */
const npmOf: readonly (readonly [node: number, npm: string])[] = [
  [24, '11'],
  [18, '10'],
  [15, '8'],
  [0, '6'],
];

/** Tools of the full image, which people call in it to compile native modules. */
const fullTools = ['ca-certificates', 'curl', 'wget', 'git', 'gnupg', 'procps', 'python3', 'make', 'g++'];

/** Node's own binary, as the npm registry carries it, with npm and yarn, on a small system or on Debian. */
export function node(major: number, flavour: NodeFlavour, host: HostSettings): Recipe {
  const shop = workshop('bookworm', host);
  const base = flavour === 'alpine' ? smallSystem(host) : debian('bookworm', host);
  const text = `FROM ${shop.reference} AS parts
WORKDIR /parts
COPY *.tgz ./
COPY npmrc /out/usr/local/etc/npmrc
RUN modules=/out/usr/local/lib/node_modules && mkdir -p /out/usr/local/bin $modules/npm $modules/corepack /out/opt/yarn && \\
    tar xzf node.tgz package/bin/node && mv package/bin/node /out/usr/local/bin/node && \\
    tar xzf npm.tgz -C $modules/npm --strip-components=1 && tar xzf yarn.tgz -C /out/opt/yarn --strip-components=1 && \\
    tar xzf corepack.tgz -C $modules/corepack --strip-components=1 && cd /out/usr/local/bin && \\
    ln -s ../lib/node_modules/npm/bin/npm-cli.js npm && ln -s ../lib/node_modules/npm/bin/npx-cli.js npx && \\
    ln -s ../lib/node_modules/corepack/dist/corepack.js corepack && \\
    ln -s /opt/yarn/bin/yarn.js yarn && ln -s /opt/yarn/bin/yarn.js yarnpkg && ln -s node nodejs && chmod 755 node && \\
    chmod -R a+rX /out && chown -R root:root /out${flavour === 'slim' ? bundle : ''}
FROM ${base.reference}
${flavour === 'full' ? `${aptInstall(...fullTools)}\n` : ''}RUN ${addUser(flavour)}
ARG NODE_VERSION
ARG YARN_VERSION
ENV NODE_VERSION=$NODE_VERSION YARN_VERSION=$YARN_VERSION
${environment(host)}COPY --from=parts /out /
COPY --chmod=755 docker-entrypoint.sh /usr/local/bin/
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["node"]
`;
  const npmrc = host.npm.map((line) => `${line}\n`).join('');
  return block({
    reference: `tutor/node-${flavour}:${major}`,
    bases: [base, shop],
    build: { kind: 'dockerfile', text },
    files: { 'docker-entrypoint.sh': entrypointOf('node'), npmrc },
    npmPackages: {
      node: `node-linux-${process.arch}@${major}`,
      npm: `npm@${npmOf.find(([from]) => major >= from)?.[1] ?? 'latest'}`,
      yarn: 'yarn@1',
      // The last one for Node 16; later ones need 18.
      corepack: major < 18 ? 'corepack@0.20' : 'corepack@0',
    },
    megabytes: flavour === 'full' ? 520 : 110,
  });
}

/** The small system and the full image have the certificates already. */
const bundle = ` && \\
    install -D -m 644 /etc/ssl/certs/ca-certificates.crt /out/etc/ssl/certs/ca-certificates.crt`;

function addUser(flavour: NodeFlavour): string {
  return flavour === 'alpine'
    ? 'addgroup -g 1000 node && adduser -u 1000 -G node -s /bin/sh -D node'
    : 'groupadd --gid 1000 node && useradd --uid 1000 --gid node --shell /bin/bash --create-home node';
}

/** Node brings its own list of authorities; a variable is the one way to add to it. */
function environment({ certificates }: HostSettings): string {
  return Object.keys(certificates).length === 0 ? '' : 'ENV NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt\n';
}
