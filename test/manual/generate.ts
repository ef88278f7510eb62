/** `npm run manual`: writes what the program says of itself into the pages of docs/manual. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manual, pages } from './pages.ts';

for (const [name, text] of await pages()) await writeFile(join(manual, name), text);
