import type { KeptLines } from './bounded-lines.ts';
import { withoutEcho } from './echo.ts';
import { innerMarksLine } from './inner-marks.ts';
import { Pages } from './pages.ts';
import type { Place } from './place.ts';
import type { Program } from './programs.ts';
import { looksLikeShellPrompt } from './prompt-text.ts';
import { withoutCursorLine } from './shown-text.ts';

/** Patience with a shell on a very busy machine, and with a program that shows its prompt again instead. */
const marksMs = 10_000;
const noShellMs = 1500;
/** How a terminal shows the keys that were pressed. */
const pressedKeys = /^(?:\^[@-_])+/;

/** One line typed into the innermost program, and what it left on the screen. */
export class TypedLine {
  readonly program: Program;
  readonly line: string;
  readonly #place: Place;
  readonly #prompt: string;
  readonly #echoes: boolean;
  readonly #pressed: boolean;
  /** What a full-screen program showed; it leaves nothing on the screen. */
  readonly #pages = new Pages();
  #turned = false;

  /** @param keys what to press in place of a line and Enter; null for a line. */
  constructor(place: Place, line: string, keys: string | null = null) {
    this.#place = place;
    this.program = place.programs.top;
    this.#prompt = this.program.prompt;
    // A tab is completion to every line editor but bash's, which was told otherwise.
    this.line = this.program.style === 'bash' ? line : line.replaceAll('\t', '    ');
    this.#pressed = keys !== null;
    this.#echoes = this.program.style !== 'bash' && !this.#pressed;
    if (keys === null) place.terminal.type(this.line, this.program.style, this.#echoes ? this.#upToCursor() : '');
    else {
      place.terminal.begin('text', '');
      place.terminal.send(keys);
    }
  }

  /** The prompt as it stands on the screen, with what the program may have put behind it. */
  #upToCursor(): string {
    const { capture } = this.#place.terminal;
    return `${this.#prompt} `.padEnd(this.program.style === 'text' ? capture.column : 0);
  }

  /**
   * What it printed.
   *
   * @param prompt the prompt on which the cursor rests, where it is on the screen too.
   */
  async shown(prompt: string | null): Promise<KeptLines> {
    const { capture } = this.#place.terminal;
    const kept = withoutCursorLine(await capture.read());
    const full = capture.alternateText();
    this.#pages.show(full, this.line);
    const rest = this.#echoes ? withoutEcho(kept.lines, this.#prompt, this.line) : kept.lines;
    const shown = withoutTildes(prompt === null ? rest : rest.slice(0, -1));
    const lines = this.#pressed ? withoutKeys(shown) : this.#turned ? withoutEmptyEnd(shown) : shown;
    if (this.#pages.lines.length > 0 && lines.every((line) => line === '')) {
      return { lines: withoutTildes(this.#pages.lines), omitted: 0, omittedAfter: 0 };
    }
    return { ...kept, lines, omittedAfter: Math.max(0, kept.omittedAfter - (kept.lines.length - rest.length)) };
  }

  /** A pager shows its next page. */
  turnPage(): void {
    this.#turned = true;
    this.#pages.turn();
    this.#place.terminal.lastDataAt = performance.now();
    this.#place.terminal.send(' ');
  }

  /** A status that belongs to this line: bash keeps the last one where it ran nothing. */
  statusOf(status: number | null, shown: KeptLines): number | null {
    if (this.program.style !== 'bash' || this.#place.terminal.outputMarked) return status;
    if (shown.lines.every((line) => line === '')) return 0;
    return shown.lines.some((line) => line.endsWith('event not found')) ? 1 : status;
  }
}

/** What `vi` and `less` write below the end of a text; a line at the foot of the screen goes with it. */
function withoutTildes(lines: readonly string[]): readonly string[] {
  const foot = lines.findLastIndex((line) => line !== '');
  const last = lines.lastIndexOf('~');
  if (last === -1 || last < foot - 1) return lines;
  return lines.slice(0, lines.findLastIndex((line, index) => index < last && line !== '' && line !== '~') + 1);
}

/** `more` fills its last page with empty lines. */
function withoutEmptyEnd(lines: readonly string[]): readonly string[] {
  return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);
}

function withoutKeys([first, ...rest]: readonly string[]): readonly string[] {
  return first === undefined ? [] : [first.replace(pressedKeys, ''), ...rest];
}

/**
 * Makes a shell that was opened in the terminal mark its prompts, once. Does nothing where the program is no shell; a
 * shell that does not answer is known by its prompt's text from then on.
 */
export async function markPrompts(place: Place): Promise<void> {
  const { top } = place.programs;
  if (top.asked || top.shellLike === false || !looksLikeShellPrompt(top.prompt)) return;
  top.asked = true;
  await typeMarks(place);
}

/** Marks the prompt of a shell that had been marked and was given another prompt by its user. */
export async function renewMarks(place: Place, prompt: string): Promise<void> {
  const { top } = place.programs;
  top.style = 'text';
  top.prompt = prompt;
  top.prompts.add(prompt);
  await typeMarks(place);
}

/** Nobody sees it: it is no line of the chapter. */
async function typeMarks(place: Place): Promise<void> {
  const { terminal } = place;
  terminal.hidden = true;
  try {
    await askForMarks(place);
  } finally {
    terminal.hidden = false;
  }
}

async function askForMarks({ terminal, programs, nonce }: Place): Promise<void> {
  const program = programs.top;
  terminal.type(innerMarksLine(nonce, program.id), 'bash', '');
  const deadline = performance.now() + marksMs;
  for (;;) {
    const event = await terminal.next(Math.max(1, Math.min(250, deadline - performance.now())));
    if (event.kind === 'prompt' && event.program === program.id) {
      program.style = hasOutputMark(event.cwd) ? 'bash' : 'marked';
      return;
    }
    const silent = performance.now() - terminal.lastDataAt > noShellMs;
    if (event.kind === 'closed' || event.kind === 'stopped' || performance.now() >= deadline) return;
    if (silent && terminal.echoEndsWith(program.prompt)) return;
  }
}

/** Inner shells say their bash version in place of a folder. PS0 came with bash 4.4. */
function hasOutputMark(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 4 || (major === 4 && minor >= 4);
}
