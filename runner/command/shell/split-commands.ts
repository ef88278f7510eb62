import { isComment } from '../../core/lines.ts';
import { maskPlaceholders } from '../placeholders/mask.ts';
import { extent, isUnmarkedContinuation, typedText } from './extent.ts';
import { parseShell } from './parse-shell.ts';
import type { ShellScript } from './script.ts';

/** A command of a longer text, as a reader types it in one go. Offsets are into that text. */
export interface CutCommand {
  /** `source.slice(start, end)`: continuation lines and heredoc bodies included, trailing comment not. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /**
   * What to type: mostly `text` itself. A continuation mark with blanks or a remark behind it is mended, lines without
   * any mark are joined, no-break spaces and curly quotes become those of a keyboard.
   */
  readonly typed: string;
  /** ` # comment` after the command on its last line, from the `#` on. */
  readonly trailingComment: Comment | null;
  /** It is a command by the grammar of bash; false for a line taken as it is. */
  readonly valid: boolean;
  /** The text ended while bash would have asked for more. */
  readonly incomplete: boolean;
  /** Full-line comments directly above it (no blank line between), top first. */
  readonly comments: readonly Comment[];
}

export interface Comment {
  /** The `#` included. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A text cut into commands. */
export interface Cut {
  readonly commands: readonly CutCommand[];
  /** Every full-line comment, in order. */
  readonly comments: readonly Comment[];
}

/**
 * Cuts a text of several lines into what a reader types one at a time: continuation lines, heredocs, loops and open
 * quotes are kept together, full-line comments are set apart, and a line that is no shell stands alone.
 */
export function splitCommands(text: string): Cut {
  const lines = linesOf(text);
  const texts = lines.map((line) => maskPlaceholders(line.text));
  const commands: CutCommand[] = [];
  const comments: Comment[] = [];
  let above: Comment[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (line === undefined) break;
    if (line.text.trim() === '' || isComment(line.text)) {
      if (line.text.trim() === '') above = [];
      else above.push(commentIn(text, line));
      comments.push(...above.slice(-1).filter(() => line.text.trim() !== ''));
      at++;
      continue;
    }
    const count = extent(texts, at);
    commands.push(cutCommand(text, line.start, (lines[at + count - 1] ?? line).end, above));
    above = [];
    at += count;
  }
  return { commands, comments };
}

interface Line {
  readonly text: string;
  readonly start: number;
  /** Before the line end. */
  readonly end: number;
}

function linesOf(text: string): readonly Line[] {
  return [...text.matchAll(/[^\r\n]*(?:\r?\n|\r(?!\n)|$)/g)].map((match) => {
    const line = match[0].replace(/[\r\n]+$/, '');
    return { text: line, start: match.index, end: match.index + line.length };
  });
}

function commentIn(source: string, line: Line): Comment {
  const start = line.start + (line.text.length - line.text.trimStart().length);
  const end = line.start + line.text.trimEnd().length;
  return { text: source.slice(start, end), start, end };
}

function firstLines(body: string): readonly [string, string] {
  const [first = '', second = ''] = body.split(/\r?\n/, 2);
  return [first, second];
}

/** Where ` # comment` begins after the last command. */
function commentStart(body: string, script: ShellScript): number | null {
  const last = Math.max(0, ...script.lists.map((list) => list.end));
  const rest = script.errors.length === 0 ? /^[\s;]*(#.*)$/s.exec(body.slice(last)) : null;
  return rest === null ? null : last + body.slice(last).indexOf('#');
}

/** Remarks that are no comments to a shell: `// …`, `← …`, and a sentence in brackets at the end. */
function remarkStart(body: string): number | null {
  if (body.includes('\n') || body.length > 1000) return null;
  const remark =
    /\s(?:\/\/(?=\s|[가-힣])|[←⇐⟵]|<-{1,2}\s|<={1,2}\s|#\s).*$|\s\((?=[^()]*[가-힣ぁ-んァ-ヶ一-龥])[^()]*\s[^()]*\)[.\s]*$/.exec(
      body,
    );
  if (remark === null || /^["'`]/.test(body)) return null;
  const quotes = body.slice(0, remark.index).replace(/\\./g, '');
  const open = [...'"\''].some((quote) => quotes.split(quote).length % 2 === 0);
  return open ? null : remark.index + (remark[0].length - remark[0].trimStart().length);
}

function cutCommand(source: string, from: number, to: number, comments: readonly Comment[]): CutCommand {
  const raw = source.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const body = source.slice(start, to);
  const script = parseShell(maskPlaceholders(body));
  const mark = commentStart(body, script) ?? remarkStart(body);
  const end = start + (mark === null ? body : body.slice(0, mark)).trimEnd().length;
  const note = mark === null ? null : { text: source.slice(start + mark, to).trimEnd(), start: start + mark };
  return {
    text: source.slice(start, end),
    start,
    end,
    typed: typedText(source.slice(start, end), !isUnmarkedContinuation(...firstLines(body))),
    trailingComment: note && { ...note, end: note.start + note.text.length },
    valid: script.valid,
    incomplete: script.incomplete !== null,
    comments,
  };
}
