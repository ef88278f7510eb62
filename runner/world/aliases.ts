import { canonicalImage, type KnownOutput } from '../command/index.ts';
import { cellsOf } from '../core/lines.ts';
import { type Subject, type SubjectKind, subject } from './subject.ts';

interface Nameless {
  readonly container: Subject;
  readonly image: string;
  /** A row of the chapter has given it a name. */
  named: boolean;
}

const hex = /^(?:[0-9a-f]{3,64}|(?=.*\d)[0-9a-f]{2})$/;

/**
 * Names and IDs under which the chapter speaks of its things: those that Docker chose stand in the chapter's own
 * outputs, in the same row as something that a step has made.
 */
export class Aliases {
  readonly #names = new Map<string, Subject>();
  readonly #further = new Map<string, Subject>();
  readonly #ids: { readonly id: string; readonly of: Subject }[] = [];
  readonly #nameless: Nameless[] = [];
  readonly #known = new Set<string>();
  #lastContainer: Subject | null = null;

  /** The container that was made last; null where none was. */
  get lastContainer(): Subject | null {
    return this.#lastContainer;
  }

  /** A step makes this; a container without a name may be called anything in what is shown later. */
  made(of: Subject, image: string | null = null): void {
    this.#known.add(of.key);
    if (of.kind === 'container') this.#lastContainer = of;
    if (of.kind === 'container' && of.key.startsWith('container #') && image !== null)
      this.#nameless.push({ container: of, image: canonicalImage(image), named: false });
  }

  /** Something that is shown with this ID. */
  hasId(of: Subject, id: string): void {
    if (hex.test(id)) this.#ids.push({ id, of });
  }

  /** The container that was made last, where it has no name and no ID is known of it: a name that looks like one is its. */
  unidentified(id: string): Subject | null {
    if (!/^(?=.*\d)[0-9a-f]{2,64}$/.test(id) || this.find('object', id) !== null) return null;
    const last = this.#nameless.at(-1);
    // Of an earlier one nobody can tell which is meant, and the command might remove another.
    if (last === undefined || last.named || last.container.key !== this.#lastContainer?.key) return null;
    return this.#ids.some(({ of }) => of.key === last.container.key) ? null : last.container;
  }

  /** The network knows a container by this name, too. */
  alsoCalled(name: string, of: Subject): void {
    this.#further.set(name, of);
  }

  /** The container that the network knows by a name that is not its own; null where there is none. */
  furtherName(name: string): Subject | null {
    return this.#further.get(name) ?? null;
  }

  /** A container goes by another name from now on. */
  renamed(from: string, to: string): void {
    const of = this.find('container', from);
    if (of !== null) this.#names.set(to, { ...of, name: to });
  }

  /** Learns from what the chapter shows a command to print, which makes this. */
  learn(output: KnownOutput | null, shown: string, made: Subject | undefined): void {
    if (output?.form === 'id' && made !== undefined) this.hasId(made, shown.trim().split('\n').at(-1)?.trim() ?? '');
    if (output?.form === 'table') for (const row of shown.split('\n').slice(1)) this.learnRow(output.table, row);
  }

  /** Learns from a row of a table that the chapter shows. */
  learnRow(table: string, row: string): void {
    const cells = cellsOf(row);
    const [first = '', second = '', third = ''] = cells;
    const last = cells.at(-1) ?? '';
    if (table === 'container ls' && hex.test(first)) {
      const of = this.find('container', last) ?? this.#nameOne(last, second);
      if (of !== null) this.hasId(of, first);
    }
    if (table === 'image ls' && hex.test(third))
      this.hasId(subject('image', first === '<none>' ? third : `${first}:${second}`), third);
    if (table === 'network ls' && hex.test(first)) this.hasId(subject('network', second), first);
  }

  /** What a word stands for that is meant to be of this kind (`object`: of any); null where it is nothing known. */
  find(kind: SubjectKind, name: string): Subject | null {
    const kinds: readonly SubjectKind[] =
      kind === 'object' ? ['container', 'image', 'volume', 'network', 'service'] : [kind];
    for (const each of kinds) {
      const direct = subject(each, name);
      if (this.#known.has(direct.key)) return direct;
    }
    const alias = this.#names.get(name);
    if (alias !== undefined && kinds.includes(alias.kind)) return alias;
    return hex.test(name)
      ? (this.#ids.find(({ id, of }) => kinds.includes(of.kind) && sameId(id, name))?.of ?? null)
      : null;
  }

  #nameOne(name: string, image: string): Subject | null {
    const wanted = canonicalImage(image);
    const free = this.#nameless.find((one) => !one.named && one.image === wanted);
    if (free === undefined) return null;
    free.named = true;
    this.#names.set(name, { ...free.container, name });
    return free.container;
  }
}

function sameId(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}
