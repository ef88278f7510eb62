import type { HostSettings } from '../host-settings.ts';
import { block, type Recipe } from '../recipe.ts';
import { aptInstall } from './apt.ts';
import { smallSystem } from './busybox.ts';
import { debian, type Suite, workshop } from './debian.ts';

export type GoFlavour = 'full' | 'alpine';

const versions: Readonly<Record<Suite, string>> = { bookworm: '1.19', trixie: '1.24' };
const exactVersions: Readonly<Record<Suite, string>> = { bookworm: '1.19.8', trixie: '1.24.4' };

/** Go's version in a release of Debian. */
export function goVersion(suite: Suite): string {
  return versions[suite];
}

/**
 * Debian's Go where the image of that name has it. The full one has a C compiler, so that a program that uses the
 * network is linked against the C library and does not run on a system without it: as with the original.
 */
export function golang(suite: Suite, flavour: GoFlavour, host: HostSettings): Recipe {
  return flavour === 'full' ? fullImage(suite, host) : smallImage(suite, host);
}

function fullImage(suite: Suite, host: HostSettings): Recipe {
  const [base, version] = [debian(suite, host), versions[suite]];
  const text = `FROM ${base.reference}
${aptInstall('ca-certificates', 'curl', 'git', 'gcc', 'g++', 'libc6-dev', 'make', 'pkg-config', 'wget')}
${aptInstall(`golang-${version}-go`)}
RUN ln -s /usr/lib/go-${version} /usr/local/go && mkdir -p /go/src /go/bin && chmod -R 1777 /go
${environment(suite, host)}
WORKDIR /go
CMD ["bash"]
`;
  return block({
    reference: `tutor/golang:${version}`,
    bases: [base],
    build: { kind: 'dockerfile', text },
    megabytes: 620,
  });
}

function smallImage(suite: Suite, host: HostSettings): Recipe {
  const [base, shop, version] = [smallSystem(host), workshop(suite, host), versions[suite]];
  const text = `FROM ${shop.reference} AS parts
${aptInstall(`golang-${version}-go`)}
RUN mkdir -p /out/usr/local && cp -rL /usr/lib/go-${version} /out/usr/local/go && mkdir -p /out/go/src /out/go/bin && \\
    chmod -R 1777 /out/go && collect /out /usr/lib/go-${version}/bin/go
FROM ${base.reference}
COPY --from=parts /out /
${environment(suite, host)}
WORKDIR /go
`;
  return block({
    reference: `tutor/golang-alpine:${version}`,
    bases: [base, shop],
    build: { kind: 'dockerfile', text },
    megabytes: 330,
  });
}

/** The module proxy of the machine; and no other Go than the one that is there. */
function environment(suite: Suite, { go }: HostSettings): string {
  const settings = { GOLANG_VERSION: exactVersions[suite], GOTOOLCHAIN: 'local', GOPATH: '/go', ...go };
  const variables = Object.entries(settings).map(([name, value]) => `${name}="${value}"`);
  return `ENV ${variables.join(' ')} PATH=/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`;
}
