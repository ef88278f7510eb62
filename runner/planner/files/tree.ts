import { withoutEnding } from '../../core/words.ts';

const branch = /^[\s│|]*[├└|`+][─—-]{1,3}\s*/u;

/**
 * The files and folders that a drawing of a folder names, each with its path from the folder that is drawn; a folder that
 * holds all the others is that folder itself.
 */
export function pathsInTree(text: string): readonly string[] {
  const open: { readonly at: number; readonly path: string }[] = [];
  const found: string[] = [];
  for (const line of text.split('\n')) {
    const lead = branch.exec(line)?.[0];
    if (lead === undefined) continue;
    const name = line
      .slice(lead.length)
      .replace(/\s+(?:#|\/\/|<-|←|->|→|\().*$/u, '')
      .trim();
    if (!/^[\w.@+-]+\/?$/.test(name)) continue;
    while (open.length > 0 && (open.at(-1)?.at ?? 0) >= lead.length) open.pop();
    const above = open.at(-1)?.path;
    const path = above === undefined ? withoutEnding(name, '/') : `${above}/${withoutEnding(name, '/')}`;
    open.push({ at: lead.length, path });
    found.push(path);
  }
  const [first] = found;
  const whole = first !== undefined && found.length > 1 && found.slice(1).every((path) => path.startsWith(`${first}/`));
  return whole ? found.slice(1).map((path) => path.slice(first.length + 1)) : found;
}
