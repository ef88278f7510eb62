import * as z from 'zod';
import type { RunReport } from '../core/report.ts';

const line = z.int().min(1);
const place = z.object({ line, column: line });
/** A sentence: its code, what it is filled with. */
const told = z.object({
  code: z.string(),
  get args() {
    return z.record(z.string(), z.union([z.string(), z.number(), told]));
  },
});
const message = told.extend({
  severity: z.enum(['error', 'warning', 'info']),
  path: z.string().nullable(),
  line: line.nullable(),
  column: line.nullable(),
  text: z.string().optional().describe('The sentence, in the language of the run.'),
});
const evidence = z.array(told);
const cause = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('chapter'), evidence }),
  z.object({ kind: z.literal('step'), evidence, of: z.object({ chapter: z.string(), line }) }),
  z.object({ kind: z.literal('surroundings'), evidence }),
  z.object({ kind: z.literal('reader'), evidence }),
]);
const span = z.tuple([z.int(), z.int()]);
const diffLine = z.discriminatedUnion('op', [
  z.object({ op: z.literal('same'), expectedLine: line, expected: z.string(), actual: z.string() }),
  z.object({
    op: z.literal('changed'),
    expectedLine: line,
    expected: z.string(),
    actual: z.string(),
    spans: z.array(z.object({ expected: span, actual: span })),
  }),
  z.object({ op: z.literal('missing'), expectedLine: line, expected: z.string() }),
  z.object({ op: z.literal('unexpected'), afterExpectedLine: z.int().min(0), actual: z.string() }),
]);
const step = z.object({
  type: z.enum(['command', 'file', 'set-up']),
  line,
  column: line,
  section: z.string(),
  text: z.string().describe('The command, or the path of the file.'),
  status: z.enum(['passed', 'failed', 'broken', 'skipped']),
  cause: cause.nullable(),
  byAuthor: z.boolean(),
  messages: z.array(message),
  at: place.describe('The row that is wrong.'),
  compared: z.object({ line, expected: z.string(), actual: z.string(), diff: z.array(diffLine) }).nullable(),
  output: z.string().nullable().describe('What was printed, secrets masked.'),
  durationMs: z.number().nullable(),
});
const stepsOfChapter = z.object({ path: z.string(), steps: z.array(step) });
const chapter = stepsOfChapter.extend({
  id: z.string(),
  title: z.string(),
  engine: z.string(),
  machine: z.string().nullable().default(null).describe('Of a pool, the machine on which it ran.'),
  dockerVersion: z.string().nullable(),
  verdict: z.enum(['passed', 'failed', 'broken', 'unchecked', 'left-out', 'empty', 'unchanged', 'interrupted']),
  before: z.array(stepsOfChapter).describe('The chapters that it builds on, in their order.'),
  standIns: z.array(z.string()),
  unread: z.int().min(0).describe('Commands in running text that were not typed.'),
  notes: z.array(message),
  durationMs: z.number(),
});

/** The form of the JSON report, version 1. Fields may be added, none changed. */
export const reportSchema = z.object({
  version: z.literal(1),
  tutor: z.string().describe('Version of tutor.'),
  startedAt: z.iso.datetime(),
  durationMs: z.number(),
  exitCode: z.int(),
  chapters: z.array(chapter),
});

/** Reads a JSON report. Null where it is none. */
export function parseReport(text: string): RunReport | null {
  try {
    return reportSchema.parse(JSON.parse(text)) as RunReport;
  } catch {
    return null;
  }
}
