/** `npm run manual`: writes what the program says of itself into the pages of docs/manual and into docs/schemas/. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manual, pages } from './pages.ts';
import { folder, schemas } from './schemas.ts';

for (const [name, text] of await pages()) await writeFile(join(manual, name), text);
for (const [name, text] of schemas()) await writeFile(join(folder, name), text);
