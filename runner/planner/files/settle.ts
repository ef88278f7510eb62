import { posix } from 'node:path';
import { understand } from '../../command/index.ts';
import type { Chapter } from '../../core/chapter.ts';
import { isRooted } from '../../core/paths.ts';
import type { FileStep, Step } from '../../core/plan.ts';
import { type ComposeBuild, parseComposeFile } from '../../dockerfile/index.ts';
import { composeCalls, composeNames, type Subject, World } from '../../world/index.ts';
import { savedAs } from '../blocks/mark.ts';
import type { Draft } from '../draft.ts';
import { stepsOf } from '../steps.ts';
import { type Folder, Folders, inFolder } from './folder.ts';
import { pathsInTree } from './tree.ts';

/** Each file that is moved may show by its content what it needs itself. */
const mostRounds = 4;

/**
 * Moves files to where the chapter looks for them. A page says `Dockerfile` and builds `./api`, or says that it lies in
 * `shop/` and builds `.`: a careful reader puts it where the next command finds it. Where commands enter, make or name
 * the folder that the page gives, the file stays there.
 */
export function settleFiles(chapter: Chapter, drafts: readonly Draft[]): void {
  if (!drafts.some(isMovable)) return;
  for (let round = 0; round < mostRounds; round++) {
    const uses = new Uses(chapter, drafts);
    const movable = drafts.filter((draft) => isMovable(draft) && uses.isAstray(draft));
    const moves = movable.flatMap((draft) => uses.moveOf(draft) ?? []);
    if (moves.length === 0) return;
    const others = movable.filter((one) => !moves.some(({ draft }) => draft === one));
    for (const move of moves) {
      move.draft.file = move.to;
      for (const other of others) other.file = movedAlong(other, move);
    }
  }
}

/** A file that the prose names; what an annotation, the author's course format or a command names lies where that says. */
function isMovable({ kind, file, view, edited }: Draft): boolean {
  return (
    (kind === 'dockerfile' || kind === 'file') &&
    file !== null &&
    !isRooted(file) &&
    edited.length === 0 &&
    view.block.annotation?.keys.file === undefined &&
    savedAs(view.block) === null
  );
}

interface Move {
  readonly draft: Draft;
  readonly from: string;
  readonly to: string;
  /** A step looks for it there; else a drawing shows it there. */
  readonly isSought: boolean;
}

/** What lies beside a file goes where that goes: all of a folder that is none, else what the same section writes. */
function movedAlong({ file, view }: Draft, { draft, from, to, isSought }: Move): string {
  const [own, left, found] = [file ?? '', posix.dirname(from), posix.dirname(to)];
  if (own.startsWith(`${left}/`) && left.length > found.length) return posix.join(found, own.slice(left.length + 1));
  const beside = isSought && posix.dirname(own) === left && view.block.section === draft.view.block.section;
  return beside && found.length > left.length ? posix.join(found, posix.basename(own)) : own;
}

/** A path from where the chapter starts, and the step that needs or makes it. */
interface Use {
  readonly path: string;
  readonly at: number;
  /** Where the reader is then. */
  readonly from: Folder;
}

/** A path in the drawing of a folder. */
interface Drawn {
  readonly path: string;
  readonly folder: Folder;
  readonly section: number;
}

/** Where the steps look for files, and where they make them. */
class Uses {
  readonly #steps: readonly Step[];
  readonly #wanted: Use[] = [];
  readonly #made: Use[] = [];
  /** Files that blocks write, in their order. */
  readonly #written: Use[] = [];
  /** What commands, Dockerfiles and compose files name, and the folders that it lies in. */
  readonly #named = new Set<string>();
  /** Folders that come with content of their own. */
  readonly #fetched = new Set<string>();
  /** What the drawings of folders show. */
  readonly #drawn: readonly Drawn[];

  constructor(chapter: Chapter, drafts: readonly Draft[]) {
    this.#steps = stepsOf(chapter, drafts);
    const plan = { chapter, blocks: [], steps: this.#steps, unread: [], variables: [], messages: [] };
    const [world, folders] = [new World({ before: [], plan }), foldersOfCommands(drafts)];
    for (const [at, step] of this.#steps.entries()) {
      const from = step.type === 'command' ? (folders.get(step.range.start) ?? '') : '';
      const paths = (subjects: readonly Subject[]): Use[] =>
        subjects.flatMap(({ kind, key }) => {
          const path = key.slice('path '.length);
          // Where a folder is that only a shell could tell, nobody can put a file.
          return kind === 'path' && !path.startsWith('?') ? [{ path, at, from }] : [];
        });
      const { makes, needs, changes } = world.factsOf(step);
      this.#made.push(...paths(makes));
      if (step.type === 'file') {
        this.#written.push({ path: step.path, at, from });
        continue;
      }
      const compose = composeCalls(step.text, from === '' ? '.' : from).map(({ files }) => paths(files));
      const uses = [
        ...paths([...needs, ...changes]),
        ...compose.filter((all) => !all.some((one) => this.#isMade(one))),
        ...compose.map((all) => this.#builtBy(all)),
      ];
      this.#wanted.push(...uses.flat());
      for (const { path } of paths([...makes, ...needs, ...changes]))
        for (const one of [path, ...foldersAbove(path)]) this.#named.add(one);
      // What `mkdir` makes holds nothing yet.
      if (understand(step.text).calls.some(({ program }) => program === 'git'))
        for (const { path } of paths(makes)) this.#fetched.add(path);
    }
    this.#drawn = drafts.flatMap(({ view, folder }) =>
      pathsInTree(view.text).map((path) => ({ path: inFolder(folder, path), folder, section: view.block.section })),
    );
  }

  /** Nothing looks for the file where it is, and only the prose speaks of the folder that it says. */
  isAstray(draft: Draft): boolean {
    const [path, own, at] = [draft.file ?? '', posix.dirname(draft.file ?? ''), this.#stepOf(draft)];
    if (at < 0 || this.#wanted.some((use) => use.path === path && use.at > at)) return false;
    return own === '.' || own === draft.folder || !this.#named.has(own);
  }

  /** Where something looks for a file of this name; null where nothing does, or nobody can tell which. */
  moveOf(draft: Draft): Move | null {
    const [from, at] = [draft.file ?? '', this.#stepOf(draft)];
    const name = posix.basename(from);
    const there = (paths: readonly string[]) => [
      ...new Set(paths.filter((path) => isCalled(path, name)).map((path) => posix.join(posix.dirname(path), name))),
    ];
    const unmet = this.#wanted.filter((use) => use.at > at && this.#isUnmet(use, draft.folder));
    // Where no heading tells, it is the last one before the step that looks for it.
    const next = this.#written.find((use) => use.at > at && isCalled(use.path, name))?.at ?? Number.POSITIVE_INFINITY;
    const paths = (uses: readonly Use[]) => there(uses.map(({ path }) => path));
    const sought = titled(paths(unmet), draft) ?? only(paths(unmet.filter((use) => use.at < next)));
    if (sought !== null) return { draft, from, to: sought, isSought: true };
    const drawn = this.#drawn.filter(({ folder }) => folder === draft.folder);
    const near = drawn.filter(({ section }) => section === draft.view.block.section);
    const shown = there((near.length > 0 ? near : drawn).map(({ path }) => path));
    const free = shown.includes(from) ? [] : shown.filter((path) => !this.#named.has(path));
    const to = only(free) ?? titled(free, draft);
    return to === null ? null : { draft, from, to, isSought: false };
  }

  /** It is looked for from where the file is written, and nothing says how it should have come there. */
  #isUnmet(use: Use, folder: Folder): boolean {
    return (
      use.from === folder &&
      !/^[~/.]/.test(use.path) &&
      !this.#isMade(use) &&
      !foldersAbove(use.path).some((one) => this.#fetched.has(one))
    );
  }

  /** The Dockerfiles that a compose file counts on, which is one of these. */
  #builtBy(files: readonly Use[]): readonly Use[] {
    const isOne = (step: Step): step is FileStep =>
      step.type === 'file' && files.some(({ path }) => path === step.path);
    const file = this.#steps.slice(0, files[0]?.at ?? 0).findLast(isOne);
    if (file === undefined) return [];
    return parseComposeFile(file.content).services.flatMap(({ build }) =>
      build === null ? [] : files.slice(0, 1).map((use) => ({ ...use, path: dockerfileOf(build, file.path) })),
    );
  }

  #isMade({ path, at }: Use): boolean {
    return this.#made.some((one) => one.path === path && one.at < at);
  }

  #stepOf({ view }: Draft): number {
    return this.#steps.findIndex((step) => step.type === 'file' && step.block === view.block.index);
  }
}

/** Where the reader is when each command is typed, by its place in the source. */
function foldersOfCommands(drafts: readonly Draft[]): ReadonlyMap<number, Folder> {
  const folders = new Folders();
  const found = new Map<number, Folder>();
  for (const command of drafts.flatMap(({ commands }) => commands)) {
    found.set(command.entry.start, folders.enter(command));
    folders.follow(command);
  }
  return found;
}

/** The folders that a path lies in, but for the one in which all begins. */
function foldersAbove(path: string): readonly string[] {
  const up = posix.dirname(path);
  return up === '.' || up === '/' ? [] : [up, ...foldersAbove(up)];
}

function dockerfileOf({ context, dockerfile }: ComposeBuild, file: string): string {
  return posix.join(posix.dirname(file), context, dockerfile ?? 'Dockerfile');
}

/** Compose looks for several names. */
function isCalled(path: string, name: string): boolean {
  const base = posix.basename(path);
  const isCompose = (one: string) => composeNames.some((known) => known === one);
  return base === name || (isCompose(base) && isCompose(name));
}

function only(paths: readonly string[]): string | null {
  return paths.length === 1 ? (paths[0] ?? null) : null;
}

/** The one whose folder is what the block stands under. */
function titled(paths: readonly string[], { view }: Draft): string | null {
  const above = [view.label, view.paragraph, ...view.headings.slice(0, 2).map(({ title }) => title)].map((text) =>
    text.toLowerCase(),
  );
  for (const text of above) {
    const words = text.split(/[^\w.-]+/);
    const found = only(paths.filter((path) => words.includes(posix.basename(posix.dirname(path)).toLowerCase())));
    if (found !== null) return found;
  }
  return null;
}
