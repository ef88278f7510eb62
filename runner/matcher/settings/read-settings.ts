import { isElision } from '../../core/elision.ts';
import type { CommandFacts } from '../command/command-facts.ts';
import { isFatal } from '../failure-signs.ts';
import { compareElided } from '../line/inline-elision.ts';
import { compareLines } from '../line/line.ts';
import type { Block, BlockMatch, Env, Pair } from '../units.ts';

interface Setting {
  /** `Server` or `Client`; empty where the text has no such sections. */
  readonly section: string;
  readonly key: string;
  readonly value: string;
}

interface Settings extends Block {
  readonly form: 'settings';
  readonly settings: readonly (Setting | null)[];
}

/** Settings whose values a chapter can promise; all others belong to the machine and the version. */
const telling = /^(?:Swarm|Is Manager|Managers|Nodes|Logging Driver|Live Restore Enabled|Experimental|OSType)$/;
/** Settings that every generation of the command shows. */
const constant =
  /^(?:Server Version|Containers|Running|Paused|Stopped|Images|Storage Driver|Logging Driver|Cgroup Driver|Volume|Swarm|Is Manager|Managers|Nodes|Runtimes|Default Runtime|Init Binary|containerd version|runc version|init version|Security Options|Kernel Version|Operating System|OSType|Architecture|CPUs|Total Memory|Name|ID|Docker Root Dir|Live Restore Enabled)$/;
/** Settings of `docker version` that came and went. */
const passing =
  /^(?:Experimental|Orchestrator|Context|Cloud integration|Kubernetes|Default runtime|GitCommit|StackAPI|Compose|Notary|Credential Helper)$/;

/** Reads the output of `docker version` or `docker info`. */
export function readSettings(
  lines: readonly string[],
  at: number,
  elisions: boolean,
  facts: CommandFacts,
): Block | null {
  if (!/\bdocker (?:system )?(?:version|info)\b/.test(facts.text) || /--format|-f /.test(facts.text)) return null;
  if (!/^\s*(?:Client|Server|Containers|Version|Images|Server Version)\b.*:/.test(lines[at] ?? '')) return null;
  const settings: (Setting | null)[] = [];
  let section = '';
  let end = at;
  for (; end < lines.length; end += 1) {
    const text = lines[end] ?? '';
    if (isFatal(text) || /^(?:Cannot connect|errors? pretty printing)/.test(text)) break;
    const match = /^\s*([\w()./ -]+?):(?:\s+(.*))?$/.exec(text);
    const head = /^(Client|Server)\b/.exec(text);
    if (head !== null && match !== null) section = head[1] ?? '';
    if (match === null && !isLoose(text) && !(elisions && isElision(text))) break;
    settings.push(
      match === null
        ? null
        : {
            section,
            key: head === null ? (match[1] ?? '') : section,
            value: head === null ? (match[2] ?? '').trim() : '',
          },
    );
  }
  const own = lines.slice(at, end);
  const block: Settings = {
    form: 'settings',
    noise: null,
    lines: own,
    settings,
    compare: (actual, first, env) => compareSettings({ lines: own, settings }, actual as Settings, first, env),
  };
  return block;
}

/** Lines between the settings: entries of lists, warnings about the kernel, blank lines. */
function isLoose(text: string): boolean {
  return text.trim() === '' || /^\s+\S/.test(text) || /^WARNING: (?:No |bridge|API is|IPv4|daemon)/.test(text);
}

function compareSettings(
  expected: Pick<Settings, 'lines' | 'settings'>,
  actual: Settings,
  at: number,
  env: Env,
): BlockMatch {
  const real = actual.settings.filter((setting) => setting !== null);
  const pairs = expected.lines.map((text, index): Pair => {
    const setting = expected.settings[index] ?? null;
    const other =
      setting === null ? undefined : real.find((each) => each.key === setting.key && sameSection(each, setting));
    const holds =
      setting === null ||
      (other === undefined
        ? !constant.test(setting.key) && !isHeart(setting, env.facts.text)
        : sameSetting(setting, other, env));
    const resolved = holds
      ? text
      : other === undefined
        ? null
        : `${text.slice(0, text.lastIndexOf(setting.value))}${other.value}`;
    return {
      at: at + index,
      expected: text,
      actual: other === undefined ? (holds ? '' : null) : `${other.key}: ${other.value}`,
      resolved,
      holds,
    };
  });
  const uses =
    expected.lines.join('\n') === actual.lines.join('\n') ? [] : [{ name: 'settings', at, expected: '', actual: '' }];
  return { holds: pairs.every((pair) => pair.holds), uses, claims: [], pairs };
}

/** What `docker version` is asked for. */
function isHeart({ key }: Setting, command: string): boolean {
  if (!/\binfo\b/.test(command)) return !passing.test(key);
  return false;
}

/** Old versions of `docker info` have no sections. */
function sameSection(left: Setting, right: Setting): boolean {
  return left.section === '' || right.section === '' || left.section === right.section;
}

function sameSetting(expected: Setting, actual: Setting, env: Env): boolean {
  if (!telling.test(expected.key)) return true;
  return (
    (compareLines(expected.value, actual.value, env.facts) ?? compareElided(expected.value, actual.value)) !== null
  );
}
