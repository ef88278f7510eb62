/** How long a program must go on in the same way before it is taken for one that never stops. */
const patience = { heldMs: 3000, sameMs: 10_000, sameLines: 6 };

/** How often the output is looked at: a program that prints much is not read over and over. */
const everyMs = 500;

/**
 * Tells a program that prints on and on (a ping, a poll, a heartbeat) from one that is still at work. Either what the
 * chapter promises has been there for a while, or its last lines have long been the same but for their numbers.
 */
export class Rhythm {
  #lookedAt = -Infinity;
  #heldSince: number | null = null;
  #shape = '';
  #same: { readonly since: number; readonly lines: number } | null = null;

  /** Whether it is time to look again. */
  due(now: number): boolean {
    return now - this.#lookedAt >= everyMs;
  }

  /** Takes the output so far. True once the program has shown all that it is going to show. */
  goesOn(text: string, holds: boolean, now: number): boolean {
    this.#lookedAt = now;
    this.#heldSince = holds ? (this.#heldSince ?? now) : null;
    if (this.#heldSince !== null && now - this.#heldSince >= patience.heldMs) return true;
    const lines = text.split('\n');
    const shape = shapeOf(lines.slice(-4, -1));
    if (shape === '' || shape !== this.#shape) this.#same = { since: now, lines: lines.length };
    this.#shape = shape;
    const { since, lines: before } = this.#same ?? { since: now, lines: lines.length };
    return now - since >= patience.sameMs && lines.length - before >= patience.sameLines;
  }
}

/** The kinds of lines there are, whatever their numbers and their order. */
function shapeOf(lines: readonly string[]): string {
  return [...new Set(lines.map((line) => line.replace(/[0-9a-f]*\d[0-9a-f]*/gi, '0').trim()))].sort().join('\n');
}
