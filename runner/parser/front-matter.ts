import { parse, YAMLParseError } from 'yaml';
import { type Message, message } from '../core/message.ts';
import { type TextLine, textOf } from './lines.ts';

/** The YAML between `---` lines at the very beginning. */
export interface FrontMatter {
  /** Index of the first line after it; 0 where there is none. */
  readonly next: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly messages: readonly Message[];
}

const none: FrontMatter = { next: 0, values: {}, messages: [] };

/** Reads the front matter of a chapter. Broken YAML is a message, and the chapter is read without it. */
export function readFrontMatter(source: string, lines: readonly TextLine[], path: string): FrontMatter {
  const [first] = lines;
  if (first === undefined || textOf(source, first).trimEnd() !== '---') return none;
  const close = lines.findIndex((line, index) => index > 0 && textOf(source, line).trimEnd() === '---');
  const [from, to] = [lines[1], lines[close]];
  if (close < 1 || from === undefined || to === undefined) return none;
  try {
    const values: unknown = parse(source.slice(from.start, to.start), { logLevel: 'error' });
    return { next: close + 1, values: isRecord(values) ? values : {}, messages: [] };
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const line = (error.linePos?.[0].line ?? 1) + 1;
    const place = { path, line, column: error.linePos?.[0].col ?? 1 };
    const why = error.message.split('\n')[0]?.replace(/ at line .*$/, '') ?? '';
    return { next: close + 1, values: {}, messages: [message('front-matter-invalid', { why }, place)] };
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
