import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A repository of tutorials: every chapter prints, waits a moment and reads a file of its own; each fourth builds on the
 * one before it, the fifth has a wrong row.
 *
 * @param seconds of waiting in each chapter
 */
export function generate(folder: string, count: number, seconds: number): readonly string[] {
  writeFileSync(join(folder, 'tutor.yml'), 'chapters: ["book/*.md"]\n');
  mkdirSync(join(folder, 'book/assets'), { recursive: true });
  return Array.from({ length: count }, (_one, index) => {
    const number = String(index + 1).padStart(2, '0');
    const front = index % 4 === 3 ? `---\ntutor:\n  after: [ch${String(index).padStart(2, '0')}]\n---\n\n` : '';
    const shown = index === 4 ? 'another' : `kept ${number}`;
    mkdirSync(join(folder, `book/assets/ch${number}`), { recursive: true });
    writeFileSync(join(folder, `book/assets/ch${number}/list.txt`), `kept ${number}\n`);
    const text = `${front}# Chapter ${number}\n\n\`\`\`console\n$ cat assets/ch${number}/list.txt\n${shown}\n$ sleep ${seconds} && seq 2\n1\n2\n\`\`\`\n`;
    const path = `book/ch${number}.md`;
    writeFileSync(join(folder, path), text);
    return path;
  });
}
