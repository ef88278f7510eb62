import type { HostSettings } from '../host-settings.ts';
import { block, type Recipe } from '../recipe.ts';
import { aptInstall } from './apt.ts';
import { debian, type Suite } from './debian.ts';

export type PythonFlavour = 'slim' | 'full';

/** Debian keeps a release's Python for as long as the release lives. */
const versions: Readonly<Record<Suite, string>> = { bookworm: '3.11', trixie: '3.13' };
const exactVersions: Readonly<Record<Suite, string>> = { bookworm: '3.11.2', trixie: '3.13.5' };

const fullTools = ['curl', 'wget', 'git', 'gnupg', 'procps', 'gcc', 'g++', 'make', 'libc6-dev', 'python3-dev'];

/** Python's version in a release of Debian. */
export function pythonVersion(suite: Suite): string {
  return versions[suite];
}

/** Debian's Python with pip, called as in the image of that name: `python`, packages installed for the whole system. */
export function python(suite: Suite, flavour: PythonFlavour, host: HostSettings): Recipe {
  const [base, version] = [debian(suite, host), versions[suite]];
  const packages = ['ca-certificates', 'netbase', 'tzdata', 'python3', 'python3-pip', 'python3-venv'];
  const text = `FROM ${base.reference}
ENV LANG=C.UTF-8 PYTHON_VERSION=${exactVersions[suite]}
${aptInstall(...packages, ...(flavour === 'full' ? fullTools : []))}
RUN rm -f /usr/lib/python3*/EXTERNALLY-MANAGED && cd /usr/local/bin && \\
    for name in python python3 python${version}; do ln -s /usr/bin/python${version} $name; done && \\
    for name in pip pip3; do ln -s /usr/bin/pip3 $name; done && ln -s /usr/bin/pydoc${version} pydoc
CMD ["python3"]
`;
  return block({
    reference: `tutor/python-${flavour}:${version}`,
    bases: [base],
    build: { kind: 'dockerfile', text },
    megabytes: flavour === 'full' ? 400 : 70,
  });
}
