import { fileURLToPath } from 'node:url';

/** Folder of the page as it was built, beside the program. */
export const pageFiles = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../dist/page' : './page', import.meta.url),
);
