import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** Folder of the page as it was built, beside the program. */
export const pageFiles = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../dist/page' : './page', import.meta.url),
);

/** Text of one of them; the build has packed all but the page itself. */
export async function pageFile(name: string): Promise<string> {
  return gunzipSync(await readFile(join(pageFiles, `${name}.gz`))).toString();
}
