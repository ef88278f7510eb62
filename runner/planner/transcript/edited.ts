import { effectsOf, understand } from '../../command/index.ts';
import type { SourceLine } from '../../core/source.ts';
import { dockerfileLook } from '../blocks/looks.ts';
import type { Entry, LineEntry, TypedEntry } from './entry.ts';

/** The content of a file that stands below the command that opens or shows it. */
export interface Edited {
  readonly entry: TypedEntry;
  readonly path: string;
  readonly lines: readonly SourceLine[];
  /** `vi Dockerfile` is the author's way to write it; `cat Dockerfile` shows what must be there. */
  readonly by: 'editor' | 'cat';
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
    return shown !== null && isSource(shown, content) ? [{ entry, path: shown, lines, by: 'cat' }] : [];
  });
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
