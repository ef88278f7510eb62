import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordsOf } from '../../core/words.ts';

/** Debian's mirror that the host's own package sources name; null where they name none (Ubuntu). */
export function debianMirror(folder = '/etc/apt'): string | null {
  const lists = join(folder, 'sources.list.d');
  const files = [
    join(folder, 'sources.list'),
    ...(existsSync(lists) ? readdirSync(lists).map((name) => join(lists, name)) : []),
  ];
  return findMirror(files.filter((file) => existsSync(file)).map((file) => readFileSync(file, 'utf8')));
}

/** The first address in the texts of source lists, of either form, that ends in Debian's own folder name. */
export function findMirror(texts: readonly string[]): string | null {
  const words = texts.flatMap((text) => wordsOf(text.replace(/#.*$/gm, '')));
  return words.find((word) => /^https?:\/\/\S+\/debian\/?$/.test(word)) ?? null;
}

/** A certificate that the host's owner trusts besides the public ones. */
export interface Certificate {
  readonly path: string;
  readonly text: string;
}

/** The host's extra certificates, sorted by path. */
export function extraCertificates(folder = '/usr/local/share/ca-certificates'): readonly Certificate[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.crt'));
  return names
    .sort()
    .map((name) => join(folder, name))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}
