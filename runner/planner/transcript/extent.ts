import { beginsWithDocker, understand } from '../../command/index.ts';
import { commandness } from '../lines/commandness.ts';
import { outputness } from '../lines/outputness.ts';

/** Continuation marks of bash, PowerShell and cmd, also where a blank or a comment broke them. */
const broken = /(?:^|\s)\\\s*(?:#.*)?$/;

/**
 * How many of these lines one command takes, the first one included: continuation marks, heredocs, open quotes, loops,
 * and options on lines of their own.
 *
 * @param lines without prompts
 * @param windows the backtick and the caret continue a line
 */
export function extentOf(lines: readonly string[], windows: boolean): number {
  const statement = statementExtent(lines);
  if (statement > 1) return statement;
  let count = 1;
  while (count < lines.length) {
    const [last = '', next = ''] = [lines[count - 1], lines[count]];
    if (/^\s*#/.test(next) && isOver(lines, count)) break;
    const explained = remarksAmongOptions(lines, count);
    if (explained === 0 && !continues(lines.slice(0, count).join('\n'), last, next, windows)) break;
    count += Math.max(1, explained);
  }
  return count === 1 ? 1 : bounded(lines, count, windows);
}

/** Behind the remarks that follow here a command of its own begins: the backslash above them was one too many. */
function isOver(lines: readonly string[], count: number): boolean {
  const text = lines.slice(0, count).join('\n');
  const next = lines.slice(count).find((line) => !isRemark(line)) ?? '';
  if (!/\\\s*$/.test(text) || text.includes('<<') || lacksImage(text)) return false;
  return next.trim() === '' || (/^\s*[a-z][\w-]*\s+[\w/.]/.test(next) && commandness(next) >= 0.9);
}

function continues(text: string, last: string, next: string, windows: boolean): boolean {
  const { incomplete } = understand(text).script;
  // A remark within a function or a loop ends nothing.
  if (/^\s*#/.test(last) && !text.includes('<<') && incomplete !== 'compound')
    return /\\\s*\n\s*#.*$/.test(text) && next.trim() !== '';
  // A path of Windows ends like a line that goes on; only an option below it tells.
  if (windows && /\\\s*$/.test(last)) return /^\s*-{1,2}[a-zA-Z]/.test(next) || text.includes('\\\n');
  if (broken.test(last) || /\\$/.test(last)) return next.trim() !== '' || /<<-?\s*\S/.test(text);
  if (/\s[`^]\s*$/.test(last) && (windows || /^\s+\S/.test(next))) return next.trim() !== '';
  if (/^\s*-{1,2}[a-zA-Z]/.test(next) && beginsWithDocker(text)) return outputness(next.trimStart()) < 1;
  if (goesOnUnmarked(text, last, next)) return true;
  return incomplete !== null && incomplete !== 'backslash' && !windows;
}

/**
 * How many lines are remarks on the option or the image that follows them, that line included: an author explains each
 * option of a docker command above it. 0 where the command does not go on behind them.
 */
function remarksAmongOptions(lines: readonly string[], from: number): number {
  const remarks = lines.slice(from).findIndex((line) => !isRemark(line));
  const next = lines[from + remarks];
  if (remarks < 1 || next === undefined) return 0;
  const text = lines
    .slice(0, from)
    .filter((line) => !isRemark(line))
    .join('\n');
  if (!beginsWithDocker(text) || /\\\s*$/.test(text) || !lacksImage(text)) return 0;
  const option = /^\s*-{1,2}[a-zA-Z]/.test(next);
  return option || (/\n\s*-/.test(text) && /^\s*[\w./:@-]+\s*$/.test(next)) ? remarks + 1 : 0;
}

/** A line that explains the next one to the reader. */
export function isRemark(line: string): boolean {
  return /^\s*#(?:\s|$)/.test(line);
}

/** An apostrophe opens a quote that nothing closes: then the line stands alone. */
function bounded(lines: readonly string[], count: number, windows: boolean): number {
  const { incomplete } = understand(lines.slice(0, count).join('\n')).script;
  // Nothing follows the last backslash: it was one too many.
  if (count < lines.length || incomplete === null || incomplete === 'backslash') return count;
  const own = lines.findIndex((line, at) => !/(?:\\|\s[`^])\s*$/.test(line) && !(windows && at === 0 && false));
  return understand(lines[0] ?? '').script.incomplete === 'heredoc' ? count : Math.max(1, own + 1);
}

/** A docker command whose lines so far name no image yet. */
function lacksImage(text: string): boolean {
  const call = understand(text.replace(/\\?\n/g, ' ')).calls.find(({ docker }) => docker !== null);
  return call?.docker?.tooFewOperands ?? false;
}

/** A statement of SQL goes on to its semicolon. */
export function statementExtent(lines: readonly string[]): number {
  const first = lines[0] ?? '';
  if (
    !/^\s*(?:CREATE (?:TABLE|DATABASE|USER|VIEW|INDEX)|INSERT INTO|SELECT|UPDATE|DELETE FROM|ALTER TABLE|GRANT|REVOKE)\b/i.test(
      first,
    ) ||
    /;\s*$/.test(first)
  )
    return 1;
  const end = lines.slice(0, 40).findIndex((line) => /;\s*$/.test(line));
  const open = lines.slice(1, Math.max(1, end)).some((line) => line.trim() === '');
  return end < 1 || open ? 1 : end + 1;
}

/** A docker command broken off before its image, or in the middle of a hyphenated name. */
function goesOnUnmarked(text: string, last: string, next: string): boolean {
  if (!beginsWithDocker(text) || next.trim() === '' || /^\s*[#$]/.test(next) || beginsWithDocker(next)) return false;
  if (/[\w/]-$/.test(last) && /^[\w.:-]+$/.test(next)) return true;
  if (!/\s-/.test(text) || !/^\s*[\w./=,:"$(){}-]+(?:\s|$)/.test(next)) return false;
  // `nginx` below options that need an image is that image, though a program, too.
  const image = text.includes('\\\n') && /^[\w./:@-]+$/.test(next);
  return lacksImage(text) && outputness(next) < 1 && (image || /^\s/.test(next) || commandness(next) < 0.8);
}
