import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where mermaid has itself as one script. */
const script = 'node_modules/mermaid/dist/mermaid.min.js';

/**
 * The mermaid of a project: that of the folder, or of one above it within the repository.
 *
 * @param root folder of the repository, absolute
 * @returns null where the project has none
 */
export async function mermaidOf(folder: string, root: string): Promise<Uint8Array | null> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await readFile(join(at, script)).catch(() => null);
    if (found !== null || at === root || dirname(at) === at) return found;
  }
}

/**
 * What a page may do that draws diagrams. Mermaid is the project's own, and whoever wrote the chapter may have put it
 * there: it gets a page to itself, of no origin, which reaches neither the page around it nor anything else.
 *
 * @param origin of the server
 */
export function drawingPolicy(origin: string): string {
  return [
    "default-src 'none'",
    `script-src ${origin}/draw.js ${origin}/diagrams/mermaid.js`,
    "style-src 'unsafe-inline'",
    'sandbox allow-scripts',
    `frame-ancestors ${origin}`,
  ].join('; ');
}

export const drawingPage =
  '<!doctype html><meta charset="utf-8"><title>diagrams</title><script src="/diagrams/mermaid.js"></script><script src="/draw.js"></script>';
