import { effectsOf, understand } from '../../command/index.ts';
import type { SourceLine } from '../../core/source.ts';
import { dockerfileLook } from '../blocks/looks.ts';
import { isDockerfileName } from '../files/dockerfile-name.ts';
import type { Entry, TypedEntry } from './entry.ts';
import { type Turn, turnsOf } from './turns.ts';

/** The content of a file that stands below the command that opens or shows it. */
export interface Edited {
  readonly entry: TypedEntry;
  readonly path: string;
  readonly lines: readonly SourceLine[];
  /**
   * `vi Dockerfile` is the author's way to write it; `cat Dockerfile` shows what must be there; above its build stands a
   * Dockerfile that the author has just written.
   */
  readonly by: 'editor' | 'cat' | 'above';
}

/** Files whose content a block shows below `vi F`, `nano F` or `cat F`. */
export function editedFiles(entries: readonly Entry[]): readonly Edited[] {
  return turnsOf(entries).flatMap((turn): Edited[] => {
    const { command: entry } = turn;
    const lines = printedBelow(turn);
    const path = effectsOf(entry.text).edits;
    if (path !== null && lines.length > 0) return [{ entry, path, lines, by: 'editor' }];
    const shown = shownBy(entry.text);
    const content = lines.map(({ text }) => text).join('\n');
    const built = builtFrom(turn);
    if (built !== null) return [built];
    return shown !== null && isSource(shown, content) ? [{ entry, path: shown, lines, by: 'cat' }] : [];
  });
}

/** `FROM …` and what belongs to it, directly above the build of the same block. */
function builtFrom({ command: entry, above: before, previous }: Turn): Edited | null {
  const [build] = effectsOf(entry.text).builds;
  if (build === undefined || entry.prompt !== null) return null;
  if (previous !== null && effectsOf(previous.text).edits !== null) return null;
  const above = before.map(({ line }) => line);
  const first = above.findIndex(({ text }) => /^\s*FROM\s+\S/.test(text));
  const last = above.findLastIndex(({ text }) => dockerfileLook(text).instructions.length > 0);
  if (first < 0) return null;
  const lines = above.slice(first, last + 1);
  const look = dockerfileLook(lines.map(({ text }) => text).join('\n'));
  return look.others > 0 || look.elided ? null : { entry, path: build.dockerfile ?? 'Dockerfile', lines, by: 'above' };
}

function printedBelow({ below }: Turn): SourceLine[] {
  const printed = below.filter(({ type }) => type === 'output' || type === 'comment' || type === 'blank');
  const first = printed.findIndex(({ type }) => type === 'output');
  const last = printed.findLastIndex(({ type }) => type === 'output');
  return first < 0 ? [] : printed.slice(first, last + 1).map(({ line }) => line);
}

function shownBy(text: string): string | null {
  const calls = understand(text).calls;
  const [call] = calls;
  if (
    calls.length !== 1 ||
    call === undefined ||
    !['cat', 'more', 'less', 'type', 'bat'].includes(call.program) ||
    /[|<>]/.test(text)
  )
    return null;
  return call.args.filter((arg) => !arg.startsWith('-'))[0] ?? null;
}

function isSource(path: string, content: string): boolean {
  const look = dockerfileLook(content);
  if (isDockerfileName(path)) return look.instructions.length > 0 && look.complete;
  return (
    !path.startsWith('/') &&
    /\.(?:ya?ml|py|js|ts|go|java|rb|php|conf|toml)$|dockerignore$/.test(path) &&
    content.trim() !== ''
  );
}
