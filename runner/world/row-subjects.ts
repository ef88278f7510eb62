import { cellsOf } from '../core/lines.ts';
import { wordsOf } from '../core/words.ts';
import { type Subject, subject } from './subject.ts';

/** What a row of a table that Docker prints is about, by the names that stand in it; empty where it is about nothing known. */
export function rowSubjects(table: string, row: string): readonly Subject[] {
  const cells = cellsOf(row);
  const [first = '', second = ''] = cells;
  const last = cells.at(-1) ?? '';
  if (wordsOf(row).length < 2) return [];
  switch (table) {
    case 'image ls':
      // Docker 29 has name and tag in one cell.
      if (first.startsWith('<none>')) return [];
      return [subject('image', /:\S/.test(first) ? first : `${first}:${second}`)];
    case 'container ls':
      return cells.length < 4 ? [] : [subject('container', last)];
    case 'volume ls':
      return [subject('volume', last.split(' ').at(-1) ?? last)];
    case 'network ls':
      // A swarm brings its own networks with it.
      if (second === 'ingress' || second === 'docker_gwbridge') return [subject('swarm', '')];
      return [subject('network', second)].filter((one) => !isOfEngine(one));
    case 'compose ps':
      return [subject('container', first)];
    default:
      return [];
  }
}

/** A network that every engine has. */
export function isOfEngine({ kind, name }: Subject): boolean {
  return kind === 'network' && ['bridge', 'host', 'none', 'ingress', 'docker_gwbridge'].includes(name);
}
