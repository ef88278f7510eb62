import { randomBytes } from 'node:crypto';
import { isNumber } from '../core/words.ts';

/**
 * Marks in the terminal's output say where a prompt, an echo and an output begin. They have the form of OSC 133
 * (FinalTerm's shell integration, which terminals ignore), with a nonce that no output can know.
 */
export type Mark =
  /** The output of a command begins. */
  | { readonly kind: 'output'; readonly program: number }
  /** A command has ended; its prompt follows. */
  | {
      readonly kind: 'end';
      readonly program: number;
      readonly status: number | null;
      /** How each part of its last pipe ended; only bash tells. */
      readonly stages?: readonly number[];
      readonly pid: number;
      readonly cwd: string;
    }
  /** The prompt is complete: the program reads. */
  | { readonly kind: 'prompt'; readonly program: number }
  /** The prompt for a further line is complete. */
  | { readonly kind: 'continuation'; readonly program: number }
  /** What the shell says about itself begins or ends. */
  | { readonly kind: 'state-begin' | 'state-end'; readonly program: number };

const letters = {
  output: 'C',
  end: 'D',
  prompt: 'B',
  continuation: 'P',
  'state-begin': 'S',
  'state-end': 'T',
} as const satisfies Record<Mark['kind'], string>;

const introducer = '\x1b]133;';
/** Longest mark: a path of 4,096 bytes and some. */
const longest = 8192;

/** A new nonce: 96 random bits. */
export function newNonce(): string {
  return randomBytes(12).toString('hex');
}

/** The text of a mark between `ESC ]` and `BEL`, for a shell to print. `rest` may hold the shell's expansions. */
export function markBody(kind: Mark['kind'], nonce: string, program: number, rest = ''): string {
  return `133;${letters[kind]};${nonce};${program}${rest}`;
}

/** Splits the terminal's output into text and marks. Marks with another nonce are text. */
export class MarkReader {
  readonly #nonce: string;
  #held = '';

  constructor(nonce: string) {
    this.#nonce = nonce;
  }

  /** Calls back in the order of the stream; an incomplete mark is held until the next chunk. */
  read(chunk: string, onText: (text: string) => void, onMark: (mark: Mark) => void): void {
    const data = this.#held + chunk;
    this.#held = '';
    let from = 0;
    for (;;) {
      const at = data.indexOf(introducer, from);
      if (at === -1) break;
      const end = data.indexOf('\x07', at);
      if (end === -1 && data.length - at <= longest) {
        this.#held = data.slice(at);
        if (at > from) onText(data.slice(from, at));
        return;
      }
      const mark = end === -1 ? null : this.#parse(data.slice(at + introducer.length, end));
      const next = mark === null ? at + introducer.length : end + 1;
      const textEnd = mark === null ? next : at;
      if (textEnd > from) onText(data.slice(from, textEnd));
      if (mark !== null) onMark(mark);
      from = next;
    }
    this.#held = beginningOf(introducer, data, from);
    const textEnd = data.length - this.#held.length;
    if (textEnd > from) onText(data.slice(from, textEnd));
  }

  #parse(body: string): Mark | null {
    if (!body.startsWith(this.#nonce, 2)) return null;
    const said = body.slice(2 + this.#nonce.length + 1);
    const program = Number.parseInt(said, 10);
    switch (body.charAt(0)) {
      case letters.output:
        return { kind: 'output', program };
      case letters.prompt:
        return { kind: 'prompt', program };
      case letters.continuation:
        return { kind: 'continuation', program };
      case letters['state-begin']:
        return { kind: 'state-begin', program };
      case letters['state-end']:
        return { kind: 'state-end', program };
      case letters.end: {
        const [, ended, pid, ...cwd] = said.split(';');
        const [status, ...parts] = ended?.split(' ') ?? [];
        const stages = parts.flatMap((part) => numberOf(part) ?? []);
        return {
          kind: 'end',
          program,
          status: numberOf(status),
          ...(stages.length > 0 && { stages }),
          pid: Number(pid),
          cwd: cwd.join(';'),
        };
      }
      default:
        return null;
    }
  }
}

/** A shell that does not expand its prompt leaves `$?` as it stands. */
function numberOf(text: string | undefined): number | null {
  return text !== undefined && isNumber(text) ? Number(text) : null;
}

/** The end of `data` that may be the beginning of `wanted`. */
function beginningOf(wanted: string, data: string, from: number): string {
  const start = data.lastIndexOf('\x1b');
  if (start < from || data.length - start >= wanted.length) return '';
  const end = data.slice(start);
  return wanted.startsWith(end) ? end : '';
}
