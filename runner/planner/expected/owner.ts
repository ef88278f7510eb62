import { effectsOf, understand } from '../../command/index.ts';
import { remembering } from '../../core/remember.ts';
import { formOf, type LineForm, prints, tellingForms } from '../../printed/index.ts';
import { type Draft, type DraftCommand, likeness } from '../draft.ts';

/** A command with the block it stands in. */
export interface Owned {
  readonly draft: Draft;
  readonly command: DraftCommand;
}

/** The commands of the blocks read so far, and which of them prints what. */
export class Printers {
  /** For each form, the last command that prints it, and the last that is not left out. */
  readonly #fitting = new Map<LineForm, { readonly any: Found; readonly typed: Found | null }>();
  readonly #byLikeness = new Map<string, Owned>();
  #last: Owned | null = null;
  /** Commands that make, start, stop or remove something. */
  readonly #changes: Found[] = [];
  #count = 0;

  /** Notes the commands of a block. */
  add(draft: Draft): void {
    for (const command of draft.commands) this.#note({ draft, command, at: this.#count++ });
    // Of equal commands in one block the first counts.
    for (const command of draft.commands.toReversed()) this.#byLikeness.set(likeness(command.text), { draft, command });
  }

  #note(found: Found): void {
    const { text } = found.command;
    const leftOut = isLeftOut(found.command);
    if (!leftOut && changes(text)) this.#changes.push(found);
    for (const form of printedBy(text)) {
      const typed = leftOut ? (this.#fitting.get(form)?.typed ?? null) : found;
      this.#fitting.set(form, { any: found, typed });
    }
    if (!leftOut && mayPrint(text)) this.#last = found;
  }

  /** The same command in the nearest block that has it. */
  twinOf(text: string): Owned | null {
    return this.#byLikeness.get(likeness(text)) ?? null;
  }

  /** The command that prints this block: the nearest earlier one whose kind of output it is, else the last one typed. */
  ownerOf({ view }: Draft): Owned | null {
    const known = [...new Set(view.text.split('\n').flatMap(tellingForm))];
    const nearest = (which: 'any' | 'typed') =>
      known.map((form) => this.#fitting.get(form)?.[which] ?? null).reduce(later, null as Found | null);
    // An output that closes several tabs belongs to the tab that is followed.
    const draft = (nearest('typed') ?? nearest('any'))?.draft;
    if (draft !== undefined) {
      const owned = ownedIn(draft, known);
      return owned !== null && lists(owned.command.text) && this.#isOver(draft, view) ? null : owned;
    }
    return this.#last === null || !isNearEnough(view, this.#last, known.length > 0) ? null : this.#last;
  }

  /** What the block could list has changed in another section since: the output shows what came of that. */
  #isOver({ view }: Draft, { block }: Draft['view']): boolean {
    if (view.block.section === block.section) return false;
    return this.#changes.some(({ draft }) => draft.view.block.index > view.block.index);
  }
}

interface Found extends Owned {
  /** Its place among all commands of the chapter. */
  readonly at: number;
}

function later(a: Found | null, b: Found | null): Found | null {
  return a === null || (b !== null && b.at > a.at) ? b : a;
}

/** Of the commands of a block that print such things the first that still lacks its output, else the last. */
function ownedIn(draft: Draft, known: readonly LineForm[]): Owned | null {
  const fits = draft.commands.filter(({ text }) => known.some((form) => prints(text, form)));
  const command = fits.find(({ expected }) => expected === null) ?? fits.at(-1);
  return command === undefined ? null : { draft, command };
}

/** Whether an output may belong to the last command typed; a table or a build log that it does not print does not. */
function isNearEnough({ block, headings }: Draft['view'], { draft, command }: Owned, isKnown: boolean): boolean {
  const { view } = draft;
  const distance = block.index - view.block.index;
  const near = view.block.section === block.section || distance === 1;
  if (isKnown) return near && effectsOf(command.text).output === null;
  return near || distance <= 2 || headings[1]?.index === view.headings[0]?.index;
}

/** The line has a form that tells what prints it. */
export function isHead(line: string): boolean {
  return tellingForm(line).length > 0;
}

/** The line begins what this command prints, by its form. */
export function begins(line: string, text: string): boolean {
  return tellingForm(line).some((form) => prints(text, form));
}

/** It shows what is there now; a log of a build stays what it was. */
function lists(text: string): boolean {
  return effectsOf(text).output?.form === 'table';
}

const changes = remembering((text: string): boolean => {
  const { makes, starts, stops, destroys } = effectsOf(text);
  return [...makes, ...starts, ...stops, ...destroys].some(({ kind }) => kind !== 'file' && kind !== 'folder');
});

const printedBy = remembering((text) => tellingForms.filter((form) => prints(text, form)));

function tellingForm(line: string): readonly LineForm[] {
  const form = formOf(line);
  return form !== null && tellingForms.includes(form) ? [form] : [];
}

/** The command prints something, as far as its program tells. */
export function mayPrint(text: string): boolean {
  const [call] = understand(text).calls;
  const { silent, writesFiles } = effectsOf(text);
  return call !== undefined && writesFiles.length === 0 && !silent && !['clear', 'source'].includes(call.program);
}

function isLeftOut({ skip }: DraftCommand): boolean {
  return skip?.code === 'other-system' || skip?.code === 'alternative' || skip?.code === 'editor';
}
