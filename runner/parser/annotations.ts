import type { Annotation, AnnotationKeys, Block } from '../core/chapter.ts';
import { because, type Message, message } from '../core/message.ts';
import type { Range, SourceLine } from '../core/source.ts';
import { suggest } from '../core/suggest.ts';
import { keySpecs } from './annotation-keys.ts';
import type { Page } from './dialects/dialect.ts';
import { indexAt } from './lines.ts';

/** The blocks with their annotations, the annotations themselves, and what is wrong with them. */
export interface Annotated {
  readonly blocks: readonly Block[];
  readonly annotations: readonly Annotation[];
  readonly messages: readonly Message[];
}

const opening = /^<!--\s*tutor:(setup(?=\s|-->))?/u;

/** Reads what authors say to tutor, in comments above blocks and in info strings. */
export function readAnnotations(
  page: Page,
  comments: readonly Range[],
  found: readonly Block[],
  path: string,
): Annotated {
  const messages: Message[] = [];
  const annotations = comments.flatMap((range) => fromComment(page, range, found, { path, messages }));
  const byBlock = new Map(annotations.map((annotation) => [annotation.block, annotation]));
  const blocks = found.map((block) => {
    const own = fromInfo(block, { path, messages });
    const above = byBlock.get(block.index) ?? null;
    if (own === null) return { ...block, annotation: above };
    const joined = { ...own, keys: { ...own.keys, ...above?.keys } };
    annotations.push(joined);
    return { ...block, annotation: joined };
  });
  return { blocks, annotations, messages };
}

interface Report {
  readonly path: string;
  readonly messages: Message[];
}

function fromComment(page: Page, range: Range, blocks: readonly Block[], report: Report): Annotation[] {
  const text = page.source.slice(range.start, range.end);
  const mark = opening.exec(text);
  if (mark === null) return [];
  const line = indexAt(page.lines, range.start) + 1;
  const inner = { start: range.start + mark[0].length, end: text.endsWith('-->') ? range.end - 3 : range.end };
  if (mark[1] !== undefined) return [{ range, line, block: null, keys: { setup: setupLines(page, inner) } }];
  const last = indexAt(page.lines, range.end) + 1;
  const block = firstBelow(blocks, last);
  const between = page.source.slice(range.end, block?.range.start ?? range.end);
  const annotated =
    block !== undefined && between.trim().replace(/^(?:[-*+>]|\d+[.)])$/, '') === '' ? block.index : null;
  const place = { path: report.path, line, column: columnIn(page, range.start) };
  if (annotated === null) report.messages.push(message('annotation-without-block', {}, place));
  return [{ range, line, block: annotated, keys: readKeys(page, inner, report) }];
}

/** The first block that begins below a line. */
function firstBelow(blocks: readonly Block[], line: number): Block | undefined {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.line ?? 0) > line) high = middle;
    else low = middle + 1;
  }
  return blocks[low];
}

/** One pair, bare key, or run of characters that is neither. */
const pair = /(?<key>[\w-]+)(?:=(?:"(?<double>(?:[^"\\]|\\.)*)"|'(?<single>[^']*)'|(?<bare>\S+)))?|\S+/gu;

function readKeys(page: Page, inner: Range, report: Report): AnnotationKeys {
  const keys: Record<string, unknown> = {};
  for (const match of page.source.slice(inner.start, inner.end).matchAll(pair)) {
    const offset = inner.start + match.index;
    const place = { path: report.path, line: indexAt(page.lines, offset) + 1, column: columnIn(page, offset) };
    const problem = readKey(match, keys);
    if (problem !== null) report.messages.push(message(problem.code, problem.args, place));
  }
  return keys as AnnotationKeys;
}

/** `constructor` is no key, though every object has one. */
function specOf(key: string): (typeof keySpecs)[string] | undefined {
  return Object.hasOwn(keySpecs, key) ? keySpecs[key] : undefined;
}

type Problem = Pick<Message, 'code' | 'args'>;

function readKey(match: RegExpExecArray, keys: Record<string, unknown>): Problem | null {
  const { key, double, single, bare } = match.groups ?? {};
  const spec = key === undefined ? undefined : specOf(key);
  if (key === undefined || spec === undefined) {
    const near = suggest(key ?? match[0], Object.keys(keySpecs));
    if (near === null)
      return { code: 'annotation-unknown-key', args: { key: match[0], known: Object.keys(keySpecs).join(', ') } };
    return { code: 'annotation-unknown-key-near', args: { key: key ?? match[0], near } };
  }
  const value = double?.replace(/\\(.)/gu, '$1') ?? single ?? bare ?? '';
  const parsed = spec.schema.safeParse(value);
  if (!parsed.success) return { code: 'annotation-value', args: { key, value, takes: because(spec.takes) } };
  const before = keys[spec.to];
  keys[spec.to] = Array.isArray(before) && Array.isArray(parsed.data) ? [...before, ...parsed.data] : parsed.data;
  return null;
}

/** An info string holds other tools' keys too: only those of tutor count, and only with a value. */
function fromInfo(block: Block, report: Report): Annotation | null {
  if (block.meta === null || block.form === 'inline') return null;
  const keys: Record<string, unknown> = {};
  for (const match of block.meta.matchAll(pair)) {
    const { key } = match.groups ?? {};
    const bareFlag = key === 'skip' || key === 'run';
    if (key === undefined || specOf(key) === undefined || (!match[0].includes('=') && !bareFlag)) continue;
    const problem = readKey(match, keys);
    if (problem === null) continue;
    report.messages.push(message(problem.code, problem.args, { path: report.path, line: block.line, column: 1 }));
  }
  if (Object.keys(keys).length === 0) return null;
  return { range: block.range, line: block.line, block: block.index, keys: keys as AnnotationKeys };
}

function setupLines({ source, lines }: Page, { start, end }: Range): SourceLine[] {
  const [first, last] = [indexAt(lines, start), indexAt(lines, end)];
  return lines.slice(first, last + 1).flatMap((line) => {
    const range = { start: Math.max(start, line.start), end: Math.min(end, line.end) };
    const text = source.slice(range.start, range.end);
    return text.trim() === '' ? [] : [{ text, range, line: line.number }];
  });
}

function columnIn({ lines }: Page, offset: number): number {
  return offset - (lines[indexAt(lines, offset)]?.start ?? 0) + 1;
}
