import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Generation } from '../../core/engine.ts';
import { finishInContainer, installDocker, recipeOf } from '../sandbox/recipe.ts';
import { type Certificate, debianMirror, extraCertificates } from '../sandbox/sources.ts';

/** The image in which an engine of one generation runs. */
export interface DindImage {
  readonly reference: string;
  /** Builds it from Debian's own image, without a context. */
  readonly dockerfile: string;
}

/** Name of the images of all generations. */
export const dindRepository = 'tutor-dind';

/** Instructions, as `docker import -c` takes them too. */
export const instructions = ['CMD ["/sbin/init"]', 'LABEL md.tutor.dind=image'] as const;

/**
 * The image of a generation: the same packages as the sandbox of that generation has, and the same init. Its tag changes
 * with everything that it is made from.
 */
export function dindImage(
  generation: Generation,
  mirror: string | null = debianMirror(),
  certificates: readonly Certificate[] = extraCertificates(),
): DindImage {
  const { suite } = recipeOf(generation);
  const script = Buffer.from(scriptOf(generation, mirror, certificates)).toString('base64');
  const dockerfile = [`FROM debian:${suite}-slim`, `RUN echo ${script} | base64 -d | sh`, ...instructions, ''].join(
    '\n',
  );
  const hash = createHash('sha256').update(dockerfile).digest('hex').slice(0, 12);
  return { reference: `${dindRepository}:${generation}-${hash}`, dockerfile };
}

/** An address by https would need certificates that Debian's image lacks; then its own sources stay. */
function scriptOf(generation: Generation, mirror: string | null, certificates: readonly Certificate[]): string {
  const recipe = recipeOf(generation);
  const { suite, packages } = recipe;
  const here = mirror?.startsWith('http:') ? mirror : null;
  return `set -e
export DEBIAN_FRONTEND=noninteractive
mkdir -p /usr/local/share/ca-certificates
${certificates.map(writeCertificate).join('')}${here === null ? '' : `rm -f /etc/apt/sources.list.d/*; echo 'deb ${here} ${suite} main' > /etc/apt/sources.list\n`}\
printf '#!/bin/sh\\nexit 101\\n' > /usr/sbin/policy-rc.d
chmod 755 /usr/sbin/policy-rc.d
apt-get update -q
apt-get install -y -q --no-install-recommends ${packages.join(' ')}
rm /usr/sbin/policy-rc.d
${installDocker(recipe)}dockerd --version
dockerd --version | grep -q ' version ${generation}\\.'
${finishInContainer}`;
}

function writeCertificate({ path, text }: Certificate): string {
  return `cat > '/usr/local/share/ca-certificates/${basename(path)}' <<'CERTIFICATE'\n${text.trimEnd()}\nCERTIFICATE\n`;
}
