import * as z from 'zod';
import type { AnnotationKeys } from '../core/chapter.ts';

/** `10s`, `500ms`, `2m`, in milliseconds. */
const duration = z
  .string()
  .regex(/^\d+(?:\.\d+)?(?:ms|s|m)$/)
  .transform((text) => {
    const unit = text.endsWith('ms') ? 1 : text.endsWith('m') ? 60_000 : 1_000;
    return Number.parseFloat(text) * unit;
  });

const flag = z.enum(['true', 'false', '']).transform((text) => text !== 'false');
const count = z.string().regex(/^\d+$/).transform(Number);
const list = z.string().transform((text) => text.split(',').map((item) => item.trim()));

/** A key as authors write it: where it goes, what it takes, and how that is said in a message. */
interface KeySpec {
  readonly to: keyof AnnotationKeys;
  readonly takes: string;
  readonly schema: z.ZodType<AnnotationKeys[keyof AnnotationKeys], string>;
}

/** Every key of an annotation; the manual's page lists the same ones. */
export const keySpecs: Readonly<Record<string, KeySpec>> = {
  skip: { to: 'skip', takes: 'a reason', schema: z.string() },
  run: { to: 'run', takes: 'true or false', schema: flag },
  file: { to: 'file', takes: 'a path', schema: z.string().min(1) },
  expect: {
    to: 'expect',
    takes: 'none, exact, contains or regex',
    schema: z.enum(['none', 'exact', 'contains', 'regex']) as unknown as KeySpec['schema'],
  },
  exit: { to: 'exit', takes: 'a number', schema: count },
  timeout: { to: 'timeoutMs', takes: 'a duration such as 10s, 500ms or 2m', schema: duration },
  'interrupt-after': { to: 'interruptAfterMs', takes: 'a duration such as 10s, 500ms or 2m', schema: duration },
  'wait-for': { to: 'waitFor', takes: 'a text', schema: z.string().min(1) },
  terminal: { to: 'terminal', takes: 'a number', schema: count },
  cwd: { to: 'cwd', takes: 'a path', schema: z.string().min(1) },
  if: { to: 'if', takes: 'a condition', schema: z.string().min(1) },
  answer: { to: 'answer', takes: 'a text', schema: z.string().transform((text) => [text]) },
  loose: { to: 'loose', takes: 'names of tolerances', schema: list },
  strict: { to: 'strict', takes: 'names of tolerances', schema: list },
};
