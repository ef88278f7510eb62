import type { Place } from '../tolerances/tolerance.ts';
import type { Canon } from './canon.ts';

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
