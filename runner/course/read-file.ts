import { readFile } from 'node:fs/promises';
import { type Document, isMap, isPair, isSeq, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import { message, UserError } from '../core/message.ts';

/** The file that describes a course, read as YAML: JSON is a part of it, and platforms forgive a comma too many as it does. */
export interface CourseFile {
  readonly path: string;
  readonly values: unknown;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** @throws UserError at the line that cannot be read */
export async function readCourseFile(path: string): Promise<CourseFile> {
  const lines = new LineCounter();
  // `!override` says how files are merged, not what stands there.
  const source = await readFile(path, 'utf8');
  const document = parseDocument(source, { lineCounter: lines, logLevel: 'silent' });
  const [error] = document.errors;
  // JSON may be set in with tabs.
  if (error !== undefined && path.endsWith('.json') && isJson(source))
    return { path, values: JSON.parse(source), document, lines };
  if (error === undefined) return { path, values: document.toJS(), document, lines };
  const format = path.endsWith('.json') ? 'JSON' : 'YAML';
  const { line, col } = lines.linePos(error.pos[0]);
  throw new UserError(message('course-syntax', { format }, { path, line, column: col }));
}

/**
 * What a file holds, in the form that its format promises.
 *
 * @throws UserError at the value that has another form, or at what lacks it
 */
export function inForm<T>({ path, values, document, lines }: CourseFile, form: z.ZodType<T>): T {
  const parsed = form.safeParse(values);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const keys = issue?.path ?? [];
  const key = keys.map((one) => (typeof one === 'number' ? `[${one + 1}]` : `.${String(one)}`)).join('');
  const { line, col } = lines.linePos(offsetOf(document, keys));
  const args = { key: key.replace(/^\./, '') };
  const isThere = document.hasIn(keys.map(String)) || keys.length === 0;
  throw new UserError(message(isThere ? 'course-value' : 'course-value-missing', args, { path, line, column: col }));
}

/** Where a value stands, or the innermost of those around it that is there. */
function offsetOf(document: Document, keys: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const key of keys) {
    if (isSeq(node)) node = node.items[Number(key)];
    else if (isMap(node)) {
      const pair = node.items.find((one) => isPair(one) && String(one.key) === String(key));
      const at = (pair?.key as { readonly range?: readonly [number] } | undefined)?.range?.[0];
      if (pair === undefined || at === undefined) return offset;
      offset = at;
      node = pair.value;
      continue;
    }
    const at = (node as { readonly range?: readonly [number] } | null | undefined)?.range?.[0];
    if (at === undefined) return offset;
    offset = at;
  }
  return offset;
}

function isJson(source: string): boolean {
  try {
    JSON.parse(source);
    return true;
  } catch {
    return false;
  }
}
