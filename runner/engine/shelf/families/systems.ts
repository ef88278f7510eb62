import type { HostSettings } from '../host-settings.ts';
import { block, type Recipe } from '../recipe.ts';
import { aptInstall } from '../recipes/apt.ts';
import { busybox } from '../recipes/busybox.ts';
import { debian, type Suite, suites } from '../recipes/debian.ts';
import { helloWorld } from '../recipes/hello-world.ts';
import type { Variant } from '../stand-in.ts';
import { numberIn } from './tag.ts';

type Systems = Readonly<Record<string, (tag: string, host: HostSettings) => Variant>>;

/** Images of an operating system, and the smallest of all. */
export const systems: Systems = {
  ubuntu: (tag, host) => ({
    base: ubuntu(releaseOf(tag) < 23.04, host),
    builtFrom: 'Debian 12',
    lacks: ['distribution', 'packages'],
  }),
  debian: (tag, host) => {
    const suite = suiteOf(tag);
    const exact = new RegExp(`^(latest|stable|slim|stable-slim|${suites[suite]}|${suite})`).test(tag);
    const lacks = exact ? (['distribution'] as const) : (['distribution', 'packages'] as const);
    return { base: plain(suite, host), builtFrom: `Debian ${suites[suite]}`, lacks };
  },
  alpine: (_tag, host) => ({
    base: busybox(host),
    builtFrom: 'busybox of Debian 12',
    lacks: ['apk', 'distribution', 'packages'],
  }),
  busybox: (_tag, host) => ({
    base: busybox(host),
    builtFrom: 'busybox of Debian 12',
    lacks: ['distribution'],
    instructions: 'CMD ["sh"]\n',
  }),
  'hello-world': () => ({ base: helloWorld(), builtFrom: 'a program of its own', lacks: [] }),
};

/** Ubuntu's release as a number, names of releases included; the latest where the tag names none. */
function releaseOf(tag: string): number {
  const named = Object.entries({ trusty: 14.04, xenial: 16.04, bionic: 18.04, focal: 20.04, jammy: 22.04 });
  return named.find(([name]) => tag.startsWith(name))?.[1] ?? numberIn(tag) ?? 24.04;
}

function suiteOf(tag: string): Suite {
  return /^(latest|stable|slim|13|trixie)/.test(tag) ? 'trixie' : 'bookworm';
}

function plain(suite: Suite, host: HostSettings): Recipe {
  const base = debian(suite, host);
  const text = `FROM ${base.reference}\nCMD ["bash"]\n`;
  return block({
    reference: `tutor/plain:${suite}`,
    bases: [base],
    build: { kind: 'dockerfile', text },
    megabytes: 0,
  });
}

/**
 * Ubuntu's images have `ps`, Debian's have not. Until 23.04 its pip installs for the whole system without being asked
 * twice; from 24.04 on there is a user named ubuntu.
 */
function ubuntu(early: boolean, host: HostSettings): Recipe {
  const base = debian('bookworm', host);
  const pip = 'printf "[global]\\nbreak-system-packages = true\\n" >> /etc/pip.conf';
  const user = 'useradd --create-home --shell /bin/bash --uid 1000 ubuntu';
  const text = `FROM ${base.reference}
${aptInstall('procps')}
RUN ${early ? pip : user}
CMD ["/bin/bash"]
`;
  return block({
    reference: `tutor/ubuntu:${early ? 'early' : 'late'}`,
    bases: [base],
    build: { kind: 'dockerfile', text },
    megabytes: 3,
  });
}
