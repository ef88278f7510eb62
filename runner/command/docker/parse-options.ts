import { distance } from '../../core/distance.ts';
import { withoutStart } from '../../core/words.ts';
import type { DockerOption } from './parse-docker.ts';

/** An option of a verb. */
interface Flag {
  readonly name: string;
  readonly takesValue: boolean;
}

/** Options of a verb by what is written: `--publish`, `-p`. */
type Flags = ReadonlyMap<string, Flag>;

/** Arguments read against a table of options. */
export interface ParsedArguments {
  readonly options: readonly DockerOption[];
  readonly unknown: readonly string[];
  readonly operands: readonly string[];
}

const tables = new Map<string, Flags>();

/** Reads a table such as `f,force n,tail=`. */
export function flagsOf(table: string): Flags {
  const known = tables.get(table);
  if (known !== undefined) return known;
  const flags = new Map<string, Flag>([['--help', { name: 'help', takesValue: false }]]);
  for (const entry of table.split(' ').filter((part) => part !== '')) {
    const takesValue = entry.endsWith('=');
    const [first = '', second] = entry.replace('=', '').split(',');
    const name = second ?? first;
    for (const written of second === undefined ? [first] : [first, second]) {
      flags.set(written.length === 1 ? `-${written}` : `--${written}`, { name, takesValue });
    }
  }
  tables.set(table, flags);
  return flags;
}

/**
 * Reads arguments as docker's client does (pflag): values apart or after `=`, clusters of letters, `--` ends the
 * options; where `stopAtOperand`, so does the first operand.
 */
export function parseOptions(args: readonly string[], flags: Flags, stopAtOperand: boolean): ParsedArguments {
  const options: DockerOption[] = [];
  const unknown: string[] = [];
  const operands: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--') return { options, unknown, operands: [...operands, ...args.slice(at + 1)] };
    if (!/^-[^\s]/.test(arg)) {
      if (stopAtOperand) return { options, unknown, operands: args.slice(at) };
      operands.push(arg);
      continue;
    }
    const read = arg.startsWith('--') ? readLong(arg, flags) : readCluster(arg, flags);
    unknown.push(...read.unknown);
    options.push(
      ...read.options.map((option) => (option === read.open ? { ...option, value: args[at + 1] ?? '' } : option)),
    );
    if (read.open !== null) at++;
  }
  return { options, unknown, operands };
}

interface Read {
  readonly options: readonly DockerOption[];
  readonly unknown: readonly string[];
  /** The option whose value is the next argument. */
  readonly open: DockerOption | null;
}

function readLong(arg: string, flags: Flags): Read {
  const equals = arg.indexOf('=');
  const written = equals < 0 ? arg : arg.slice(0, equals);
  const value = equals < 0 ? null : arg.slice(equals + 1);
  const known = flags.get(written);
  const flag = known ?? meantBy(written, flags);
  if (flag === undefined) return { options: [], unknown: [arg], open: null };
  const option: DockerOption = { name: flag.name, written, value };
  const unknown = known === undefined ? [arg] : [];
  return { options: [option], unknown, open: flag.takesValue && value === null ? option : null };
}

/** The client refuses an option with a slip in it; what its author means to make is still known. */
function meantBy(written: string, flags: Flags): Flag | undefined {
  const near = [...flags].filter(([name]) => written.length > 5 && distance(written, name) === 1);
  return near.length === 1 ? near[0]?.[1] : undefined;
}

/** `-itd`, `-p8080:80`, `-it=false`, `-eA=B`. */
function readCluster(arg: string, flags: Flags): Read {
  const options: DockerOption[] = [];
  for (let at = 1; at < arg.length; at++) {
    const written = `-${arg[at]}`;
    const flag = flags.get(written);
    if (flag === undefined) return { options, unknown: [at === 1 ? arg : written], open: null };
    const rest = arg.slice(at + 1);
    if (flag.takesValue && rest !== '') {
      options.push({ name: flag.name, written, value: withoutStart(rest, '=') });
      return { options, unknown: [], open: null };
    }
    const value = !flag.takesValue && rest.startsWith('=') ? rest.slice(1) : null;
    const option: DockerOption = { name: flag.name, written, value };
    options.push(option);
    if (flag.takesValue) return { options, unknown: [], open: option };
    if (value !== null) break;
  }
  return { options, unknown: [], open: null };
}
