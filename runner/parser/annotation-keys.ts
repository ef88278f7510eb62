import * as z from 'zod';
import type { AnnotationKeys } from '../core/chapter.ts';
import type { MessageCode } from '../core/messages/index.ts';

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
  readonly takes: MessageCode;
  readonly schema: z.ZodType<AnnotationKeys[keyof AnnotationKeys], string>;
}

/** Every key of an annotation; the manual's page lists the same ones. */
export const keySpecs: Readonly<Record<string, KeySpec>> = {
  skip: { to: 'skip', takes: 'takes-reason', schema: z.string() },
  run: { to: 'run', takes: 'takes-flag', schema: flag },
  file: { to: 'file', takes: 'takes-path', schema: z.string().min(1) },
  expect: {
    to: 'expect',
    takes: 'takes-comparison',
    schema: z.enum(['none', 'exact', 'contains', 'regex']) as unknown as KeySpec['schema'],
  },
  exit: { to: 'exit', takes: 'takes-number', schema: count },
  timeout: { to: 'timeoutMs', takes: 'takes-duration', schema: duration },
  'interrupt-after': { to: 'interruptAfterMs', takes: 'takes-duration', schema: duration },
  'wait-for': { to: 'waitFor', takes: 'takes-text', schema: z.string().min(1) },
  terminal: { to: 'terminal', takes: 'takes-number', schema: count },
  cwd: { to: 'cwd', takes: 'takes-path', schema: z.string().min(1) },
  if: { to: 'if', takes: 'takes-condition', schema: z.string().min(1) },
  answer: { to: 'answer', takes: 'takes-text', schema: z.string().transform((text) => [text]) },
  loose: { to: 'loose', takes: 'takes-tolerances', schema: list },
  strict: { to: 'strict', takes: 'takes-tolerances', schema: list },
};
