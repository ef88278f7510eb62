import { effectsOf, understand } from '../../command/index.ts';
import type { SourceLine } from '../../core/source.ts';
import { dockerfileLook } from '../blocks/looks.ts';
import type { Entry, LineEntry, TypedEntry } from './entry.ts';

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
  return entries.flatMap((entry, at): Edited[] => {
    if (entry.type !== 'command') return [];
    const lines = below(entries, at);
    const path = effectsOf(entry.text).edits;
    if (path !== null && lines.length > 0) return [{ entry, path, lines, by: 'editor' }];
    const shown = shownBy(entry.text);
    const content = lines.map(({ text }) => text).join('\n');
    const built = builtFrom(entries, at, entry);
    if (built !== null) return [built];
    return shown !== null && isSource(shown, content) ? [{ entry, path: shown, lines, by: 'cat' }] : [];
  });
}

/** `FROM …` and what belongs to it, directly above the build of the same block. */
function builtFrom(entries: readonly Entry[], at: number, entry: TypedEntry): Edited | null {
  const [build] = effectsOf(entry.text).builds;
  if (build === undefined || entry.prompt !== null) return null;
  const from = entries.slice(0, at).findLastIndex(({ type }) => type === 'command');
  const before = entries[from];
  if (before?.type === 'command' && effectsOf(before.text).edits !== null) return null;
  const above = entries.slice(from + 1, at).flatMap((one) => (one.type === 'command' ? [] : [one.line]));
  const first = above.findIndex(({ text }) => /^\s*FROM\s+\S/.test(text));
  const last = above.findLastIndex(({ text }) => dockerfileLook(text).instructions.length > 0);
  if (first < 0) return null;
  const lines = above.slice(first, last + 1);
  const look = dockerfileLook(lines.map(({ text }) => text).join('\n'));
  return look.others > 0 || look.elided ? null : { entry, path: build.dockerfile ?? 'Dockerfile', lines, by: 'above' };
}

function below(entries: readonly Entry[], at: number): SourceLine[] {
  const end = entries.findIndex(({ type }, index) => index > at && type === 'command');
  const after = entries
    .slice(at + 1, end < 0 ? undefined : end)
    .filter((entry): entry is LineEntry => entry.type !== 'command');
  const printed = after.filter(({ type }) => type === 'output' || type === 'comment' || type === 'blank');
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
    !/^(?:cat|more|less|type|bat)$/.test(call.program) ||
    /[|<>]/.test(text)
  )
    return null;
  return call.args.filter((arg) => !arg.startsWith('-'))[0] ?? null;
}

function isSource(path: string, content: string): boolean {
  const look = dockerfileLook(content);
  if (/dockerfile|containerfile/i.test(path)) return look.instructions.length > 0 && look.complete;
  return (
    !path.startsWith('/') &&
    /\.(?:ya?ml|py|js|ts|go|java|rb|php|conf|toml)$|dockerignore$/.test(path) &&
    content.trim() !== ''
  );
}
