import { effectsOf } from '../../command/index.ts';
import { cuesIn } from '../prose/cues.ts';
import type { Entry } from './entry.ts';

/**
 * Leaves out what a block says twice for another system, or as a counter-example: lines under `# Windows (PowerShell):`
 * or `# ❌` where the same block has others. A block that is wholly for another system stays as it is.
 */
export function withoutOtherSystems(entries: readonly Entry[]): readonly Entry[] {
  const groups = groupsOf(entries);
  // A session with prompts happened on one machine, whatever its remarks speak of: but for a list of systems.
  if (entries.some(({ type, prompt }) => type === 'command' && prompt !== null) && !listsSystems(groups))
    return entries;
  const named = groups.filter(({ system }) => system !== null);
  const kept = groups.filter(({ system, own }) => system !== 'windows' && system !== 'bad' && own);
  if (named.every(({ system }) => system === 'linux') && groups.every(({ own }) => own)) return entries;
  const hasLinux = groups.some(({ system }) => system === 'linux');
  const chosen = hasLinux ? kept.filter(({ system }) => system !== 'mac') : kept;
  if (!chosen.some((group) => group.entries.some(({ type }) => type === 'command'))) return entries;
  return groups
    .flatMap((group) => (chosen.includes(group) ? group.entries : group.entries.map(silenced)))
    .filter((entry) => entry !== null);
}

/** Each group begins with the name of its system, nothing is printed, and the prompt is no machine's own. */
function listsSystems(groups: readonly Group[]): boolean {
  const filled = groups.filter((group) => group.entries.some(({ type }) => type === 'command'));
  const printed = filled.some((group) => group.entries.some(({ type }) => type === 'output'));
  const own = filled.some((group) => group.entries.some(({ prompt }) => prompt !== null && prompt.form !== 'dollar'));
  return !printed && !own && filled.length > 1 && filled.every(({ system }) => system !== null && system !== 'bad');
}

interface Group {
  readonly entries: Entry[];
  readonly system: 'windows' | 'mac' | 'linux' | 'bad' | null;
  /** Nothing in it has a form that only Windows knows. */
  readonly own: boolean;
}

/**
 * A remark begins a group, and so does an empty line; a command does where its form, or the remark behind it, is for
 * another system than what stands above it.
 */
function groupsOf(entries: readonly Entry[]): Group[] {
  const groups: { entries: Entry[]; system: Group['system']; own: boolean }[] = [];
  let before: Entry | undefined;
  // What the remark above says holds for the commands below it, what stands behind one for that one.
  let headed: Group['system'] = null;
  for (const entry of entries) {
    const said = saidBehind(entry);
    const own = !(entry.type === 'command' && entry.prompt === null && isOfWindows(entry.text));
    const above = groups.at(-1);
    const anew =
      above === undefined || before?.type === 'blank' || (entry.type === 'comment' && before?.type !== 'comment');
    if (anew) headed = null;
    const turns = entry.type === 'command' && before?.type === 'command' && own !== above?.own;
    if (anew || turns || said !== null || saidBehind(before) !== null)
      groups.push({ entries: [], system: said ?? headed, own });
    const group = groups.at(-1);
    if (group === undefined) continue;
    group.entries.push(entry);
    if (entry.type === 'comment') headed = group.system ??= systemOf(entry.line.text);
    group.own &&= own;
    before = entry;
  }
  return groups;
}

function saidBehind(entry: Entry | undefined): Group['system'] {
  return entry?.type === 'command' ? systemOf(entry.trailing?.text ?? '') : null;
}

function isOfWindows(text: string): boolean {
  return effectsOf(text).operatingSystem === 'windows';
}

function systemOf(text: string): Group['system'] {
  const said = cuesIn(text);
  if (said.has('bad')) return 'bad';
  return (['linux', 'windows', 'mac'] as const).find((system) => said.has(system)) ?? null;
}

/** What is left of a command for another system: nothing to type. */
function silenced(entry: Entry): Entry | null {
  const [first] = entry.type === 'command' ? entry.lines : [entry.line];
  return first === undefined ? null : { type: entry.type === 'blank' ? 'blank' : 'comment', line: first, prompt: null };
}
