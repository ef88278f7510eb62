import { isOf, thoseOf } from '../../command/index.ts';
import { isElision } from '../../core/elision.ts';
import { isError } from '../../printed/index.ts';
import { compareLine } from '../line/compare-line.ts';
import type { BlockMatch, Env } from '../units.ts';
import { type Form, layoutUse, type Reading, type Source } from './form.ts';
import { compareRows, type RowLine } from './rows.ts';

interface Setting {
  readonly text: string;
  /** `Server` or `Client`; empty where the text has no such sections. */
  readonly section: string;
  readonly key: string;
  readonly value: string;
}

interface Settings extends Reading {
  readonly body: readonly RowLine<Setting>[];
}

/** Settings whose values a chapter can promise; all others belong to the machine and the version. */
const telling = new Set('Swarm|Is Manager|Managers|Nodes|Logging Driver|Live Restore Enabled|OSType'.split('|'));
/** Settings that every generation of `docker info` shows. */
const constant = new Set(
  (
    'Server Version|Containers|Running|Paused|Stopped|Images|Storage Driver|Logging Driver|Cgroup Driver|' +
    'Volume|Swarm|Is Manager|Managers|Nodes|Runtimes|Default Runtime|Init Binary|containerd version|' +
    'runc version|init version|Security Options|Kernel Version|Operating System|OSType|Architecture|CPUs|' +
    'Total Memory|Name|ID|Docker Root Dir|Live Restore Enabled'
  ).split('|'),
);
/** Settings that every generation and every build of `docker version` shows. */
const ofVersion = new Set('Client|Server|Version|API version|Go version|Git commit|Built|OS/Arch'.split('|'));

/** What `docker version` and `docker info` print: a key and its value in each line. */
export const settings: Form<Settings> = {
  name: 'settings',
  of: ({ printers }) =>
    thoseOf(printers, 'docker version', 'docker system info').some(({ template }) => template === null),
  read,
  compare,
};

function read({ lines, at, elisions }: Source): Settings | null {
  if (!/^\s*(?:Client|Server|Containers|Version|Images|Server Version)\b.*:/.test(lines[at] ?? '')) return null;
  const body: RowLine<Setting>[] = [];
  let section = '';
  for (const text of lines.slice(at)) {
    if (isError(text) || /^(?:Cannot connect|errors? pretty printing)/.test(text)) break;
    const [, key, value = ''] = /^\s*([\w()./ -]+?):(?:\s+(.*))?$/.exec(text) ?? [];
    const head = /^(?:Client|Server)\b/.exec(text)?.[0];
    if (key === undefined && !isLoose(text) && !(elisions && isElision(text))) break;
    if (head !== undefined && key !== undefined) section = head;
    if (key === undefined) body.push({ text, row: null });
    else if (head === undefined) body.push({ text, row: { text, section, key, value: value.trim() } });
    else body.push({ text, row: { text, section, key: section, value: '' } });
  }
  return { at, lines: lines.slice(at, at + body.length), body };
}

/** Lines between the settings: entries of lists, warnings about the kernel, blank lines. */
function isLoose(text: string): boolean {
  return text.trim() === '' || /^\s+\S/.test(text) || /^WARNING: (?:No |bridge|API is|IPv4|daemon)/.test(text);
}

function compare(expected: Settings, actual: Settings, env: Env): BlockMatch {
  const real = actual.body.flatMap(({ row }) => row ?? []);
  const isShown = (setting: Setting) => real.some((other) => isSame(setting, other));
  const isNeeded = ({ key }: Setting) =>
    constant.has(key) || (!isOf(env.facts.printers, 'docker system info') && ofVersion.has(key));
  const match = compareRows(
    { expected: expected.body, actual: actual.body, at: expected.at },
    {
      compare: (left, right) => (isSame(left, right) && sameValue(left, right, env) ? nothing : null),
      kindOf: ({ key }) => key,
      alone: (setting, side) => {
        if (side === 'actual') return 'settings';
        // Several sections have a setting of one name, not each in each version.
        return (isShown(setting) ? telling.has(setting.key) : isNeeded(setting)) ? null : 'settings';
      },
      likeness: (left, right) => (isSame(left, right) ? 1 : 0),
      patch: ({ text, value }, other) => `${text.slice(0, text.lastIndexOf(value))}${other.value}`,
    },
    env,
  );
  return { ...match, uses: layoutUse('settings', expected, actual) };
}

const nothing = { uses: [], claims: [] };

/** Old versions of `docker info` have no sections. */
function isSame(left: Setting, right: Setting): boolean {
  return left.key === right.key && (left.section === '' || right.section === '' || left.section === right.section);
}

function sameValue(expected: Setting, actual: Setting, env: Env): boolean {
  if (!telling.has(expected.key)) return true;
  return compareLine(expected.value, actual.value, env.facts, 'value') !== null;
}
