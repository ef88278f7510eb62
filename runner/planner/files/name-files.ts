import type { Draft } from '../draft.ts';
import { isCompose } from '../blocks/looks.ts';
import { nameFrom } from './names.ts';

/** Gives each file its path; a Dockerfile without a name is `Dockerfile`. */
export function nameFiles(drafts: Draft[]): void {
  for (const draft of drafts) {
    if (draft.kind !== 'dockerfile' && draft.kind !== 'file') continue;
    const [shown] = draft.edited;
    const found = shown?.by === 'cat' ? { path: shown.path, why: 'cat shows it' } : nameFrom(draft.view, draft.kind);
    if (found !== null) draft.file = conventional(found.path, found.why);
    else if (draft.kind === 'dockerfile') draft.file = 'Dockerfile';
    else if (isCompose(draft.view.text)) draft.file = 'docker-compose.yml';
  }
}

/** Prose writes `dockerfile` for a file that is called `Dockerfile`; code means what it says. */
function conventional(path: string, why: string): string {
  return path === 'dockerfile' && /above|heading/.test(why) ? 'Dockerfile' : path;
}
