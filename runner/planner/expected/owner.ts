import { effectsOf, type KnownOutput, understand } from '../../command/index.ts';
import { type Draft, type DraftCommand, likeness } from '../draft.ts';

/** Forms of output and what prints them. */
const signs: readonly {
  readonly sign: RegExp;
  readonly prints: (output: KnownOutput | null, text: string) => boolean;
}[] = [
  { sign: /^CONTAINER ID\s/m, prints: table(/^container (?:ls|stats)|^compose ps/) },
  { sign: /^(?:REPOSITORY\s|IMAGE\s+ID\s)/m, prints: table(/^image ls|^search/) },
  { sign: /^IMAGE\s+CREATED\s/m, prints: table(/^image history/) },
  { sign: /^NETWORK ID\s/m, prints: table(/^network ls/) },
  { sign: /^DRIVER\s+VOLUME/m, prints: table(/^volume ls/) },
  { sign: /^(?:Step \d+|Sending build context|\[\+\] Building|\s*=> \[|#\d+ )/m, prints: log(/build|compose-up/) },
  {
    sign: /Pulling from|Pull complete|^Status: (?:Downloaded|Image)|^Unable to find image/m,
    prints: (output, text) => log(/pull|run|compose/)(output) || /\bdocker\b.*\b(?:run|create|pull)\b/.test(text),
  },
  {
    sign: /^\s*\d{1,3}(?:\.\d{1,3}){3} - \S* ?\[/m,
    prints: (_, text) => effectsOf(text).ends.how === 'endless' || /\blogs\b/.test(text),
  },
  { sign: /^Loaded image/m, prints: log(/load/) },
  { sign: /^\s*[[{]\s*$/m, prints: (output, text) => output?.form === 'json' || /inspect|curl|cat\b/.test(text) },
  { sign: /<(?:!DOCTYPE|html)/i, prints: (_, text) => /curl|wget|cat\b/.test(text) },
  { sign: /^(?:sha256:)?[0-9a-f]{12,64}$/m, prints: (output) => output?.form === 'id' },
];

function table(verb: RegExp): (output: KnownOutput | null) => boolean {
  return (output) => output?.form === 'table' && verb.test(output.table);
}

function log(name: RegExp): (output: KnownOutput | null) => boolean {
  return (output) => output?.form === 'log' && name.test(output.log);
}

/** A command with the block it stands in. */
export interface Owned {
  readonly draft: Draft;
  readonly command: DraftCommand;
}

/** The commands of the blocks read so far, and which of them prints what. */
export class Printers {
  /** For each sign, the last command that prints it, and the last that is not left out. */
  readonly #fitting = signs.map(() => ({ any: null as Found | null, typed: null as Found | null }));
  readonly #byLikeness = new Map<string, Owned>();
  #last: Owned | null = null;
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
    for (const [at, { prints }] of signs.entries()) {
      const latest = this.#fitting[at];
      if (latest === undefined || !prints(effectsOf(text).output, text)) continue;
      latest.any = found;
      if (!leftOut) latest.typed = found;
    }
    if (!leftOut && mayPrint(text)) this.#last = found;
  }

  /** The same command in the nearest block that has it. */
  twinOf(text: string): Owned | null {
    return this.#byLikeness.get(likeness(text)) ?? null;
  }

  /** The command that prints this block: the nearest earlier one whose kind of output it is, else the last one typed. */
  ownerOf({ view }: Draft): Owned | null {
    const known = signs.flatMap(({ sign }, at) => (sign.test(view.text) ? [at] : []));
    const nearest = (which: 'any' | 'typed') =>
      known.map((at) => this.#fitting[at]?.[which] ?? null).reduce(later, null as Found | null);
    // An output that closes several tabs belongs to the tab that is followed.
    const draft = (nearest('typed') ?? nearest('any'))?.draft;
    if (draft !== undefined) return ownedIn(draft, known);
    return this.#last === null || !isNearEnough(view, this.#last, known.length > 0) ? null : this.#last;
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
function ownedIn(draft: Draft, known: readonly number[]): Owned | null {
  const fits = draft.commands.filter(({ text }) =>
    known.some((at) => signs[at]?.prints(effectsOf(text).output, text) ?? false),
  );
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
  return signs.some(({ sign }) => sign.test(line));
}

/** The line begins what this command prints, by its form. */
export function begins(line: string, text: string): boolean {
  return signs.some(({ sign, prints }) => sign.test(line) && prints(effectsOf(text).output, text));
}

function mayPrint(text: string): boolean {
  const [call] = understand(text).calls;
  return call !== undefined && !/^(?:cd|mkdir|export|touch|exit|clear|vi|vim|nano|source|rm|cp|mv)$/.test(call.program);
}

function isLeftOut({ skip }: DraftCommand): boolean {
  return skip?.code === 'other-system' || skip?.code === 'alternative';
}
