import { isOf } from '../../command/index.ts';
import { lastPart } from '../../core/paths.ts';
import { isNumber } from '../../core/words.ts';
import { withoutMachine } from '../template-fields.ts';
import type { Place } from '../tolerances/tolerance.ts';
import type { Canon } from './canon.ts';

/** Kernels, and what belongs to the machine. */
export const system: Canon = {
  name: 'system',
  read: (line, { printers, onHost }) => {
    // In a container it may be what the command allows.
    if (onHost === true && isOf(printers, 'nproc') && isNumber(line)) return '<processors>';
    // Each system, and each way to install, has its own folder for programs.
    if (onHost === true && isOf(printers, 'which') && /^\/\S+$/.test(line)) return `<folder>/${lastPart(line)}`;
    return line
      .replace(/^(OpenJDK (?:Runtime Environment|64-Bit Server VM)) [A-Z]\S* (?=\(build )/, '$1 ')
      .replace(/^(github\.com\/docker\/buildx) .*$/, '$1')
      .replace(/^(Linux) \S+ \S+ .*#\d+.*$/, '$1')
      .replace(/^(Mem|Swap|-\/\+ buffers\/cache):(?:\s+[\d.]+\w*)+$/, '$1:')
      .replace(/^([0-9a-f]+::)0?(\s+ip6-\w+)$/, '$1$2')
      .replace(/^\d+ director(?:y|ies), (\d+ files?)$/, '$1');
  },
  examples: `
    Linux box 5.4.0-42-generic #46-Ubuntu SMP x86_64 GNU/Linux ≈ Linux web 6.1.0-18 #1 SMP Debian x86_64 GNU/Linux
    3 directories, 8 files ≈ 4 directories, 8 files
    Linux box 5.4.0-42-generic #46-Ubuntu SMP x86_64 GNU/Linux ≠ Darwin
    3 directories, 8 files ≠ 3 directories, 9 files
  `,
};

/** What `docker info` and `docker version` know of the machine, where a template asks for it. */
export const machineValue: Canon = {
  name: 'incidental-key',
  read: (line, { asked }) => withoutMachine(line, asked),
  examples: `
    $ docker info --format 'cpus: {{.NCPU}} driver: {{.Driver}}'
    cpus: 4 driver: overlay2 ≈ cpus: 16 driver: overlay2
    cpus: 4 driver: overlay2 ≠ cpus: 16 driver: vfs
  `,
};

/** A number that `--format` asks for and that says nothing a chapter could promise. */
export const inspectedNumber: Canon = {
  name: 'inspected-number',
  read: (line, { measured }) =>
    measured === true && isNumber(line) && line !== '0'
      ? '<number>'
      : // Where Go keeps it in memory
        line.replace(/(?<=^map\[.*:)0xc[0-9a-f]{7,}(?=[ \]])/g, '<pointer>'),
  examples: `
    $ docker image inspect --format '{{.Size}}' web
    1234567 ≈ 2345678
    map[data:0xc0001a2b3c] ≈ map[data:0xc0004d5e6f]
    1234567 ≠ none
    map[data:0xc0001a2b3c] ≠ map[logs:0xc0001a2b3c]
  `,
};

/** With so many packages some are dependencies, and their number depends on the release. */
const several = 3;
const many = 10;

/** The line in which a package manager sums up, without what depends on releases of dependencies. */
export const packageSummary: Canon = {
  name: 'package-summary',
  read: (line, place) => {
    const apt = /^(\d+) upgraded, (\d+) newly installed, (\d+) to remove and \d+ not upgraded\.$/.exec(line);
    if (apt !== null) return `${Number(apt[2]) >= several ? 'several' : apt[2]} newly installed, ${apt[3]} to remove`;
    const npm =
      /^(added|changed|removed|up to date)(?: (\d+) packages?)?(?: from \d+ contributors?)?(?: and (?:audited|removed|updated|changed) .*)?(?:,.*)?(?: in \S+)?$/.exec(
        line,
      );
    if (npm !== null) return `${npm[1]} ${Number(npm[2] ?? 0) >= many ? 'many' : (npm[2] ?? '')}`;
    const pip = /^Successfully installed (.*)$/.exec(line);
    if (pip !== null) return `Successfully installed ${asked(pip[1] ?? '', place).join(' ')}`;
    if (/^Reading package lists\.\.\.(?: Done)?$/.test(line)) return 'Reading package lists';
    if (/^OK: [\d.]+ [KMG]iB in \d+ packages$/.test(line)) return 'OK: packages';
    if (/^OK: \d+ distinct packages available$/.test(line)) return 'OK: packages available';
    return line.replace(/^\(\d+\/\d+\) (Installing)/, '$1');
  },
  examples: `
    $ pip install flask && apt-get install -y curl && npm install
    0 upgraded, 12 newly installed, 0 to remove and 3 not upgraded.
    ≈ 1 upgraded, 9 newly installed, 0 to remove and 0 not upgraded.
    added 57 packages in 2s ≈ added 64 packages in 5s
    Successfully installed flask-2.0.1 jinja2-3.0.1 ≈ Successfully installed blinker-1.8 flask-3.1.0
    0 upgraded, 12 newly installed, 0 to remove and 3 not upgraded.
    ≠ 0 upgraded, 12 newly installed, 4 to remove and 3 not upgraded.
    added 2 packages in 2s ≠ added 3 packages in 2s
    Successfully installed flask-2.0.1 ≠ Successfully installed jinja2-3.0.1
  `,
};

/** The packages that the command names, without their versions. */
function asked(list: string, { stated }: Place): readonly string[] {
  const normal = (name: string) => name.toLowerCase().replace(/[-_.]+/g, '-');
  const wanted = new Set([...stated].map((word) => normal(word.replace(/[=<>~[].*$/, ''))));
  return list
    .split(' ')
    .map((word) => normal(word.replace(/-\d[\w.+!]*$/, '')))
    .filter((name) => wanted.has(name))
    .sort();
}
