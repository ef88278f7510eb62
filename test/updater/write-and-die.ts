/** Writes one text over the other, again and again, until it is killed: `write-and-die PATH`. */
import { readFile } from 'node:fs/promises';
import { writeChapter } from '../../runner/updater/write.ts';

const [path = '', old = '', next = ''] = process.argv.slice(2);
const texts = [await readFile(old, 'utf8'), await readFile(next, 'utf8')] as const;
process.stdout.write('ready\n');
for (;;) {
  const before = await readFile(path, 'utf8');
  await writeChapter(path, before, before === texts[0] ? texts[1] : texts[0]);
}
