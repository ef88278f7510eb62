import type { Draft } from '../draft.ts';
import { isCompose } from '../blocks/looks.ts';
import { nameFrom } from './names.ts';

/** Gives each file its path; a Dockerfile without a name is `Dockerfile`. */
export function nameFiles(drafts: Draft[]): void {
  for (const draft of drafts) {
    if (draft.kind !== 'dockerfile' && draft.kind !== 'file') continue;
    const found = nameFrom(draft.view, draft.kind);
    if (found !== null) draft.file = found.path;
    else if (draft.kind === 'dockerfile') draft.file = 'Dockerfile';
    else if (isCompose(draft.view.text)) draft.file = 'docker-compose.yml';
  }
}
