import { join } from 'node:path';
import * as z from 'zod';
import { configSchema } from '../../runner/config/config-file.ts';
import { reportSchema } from '../../runner/reporter/schema.ts';

/** Where the published schemas lie. */
export const folder = join(import.meta.dirname, '../../docs/schemas');

/** Each published JSON Schema as it has to be, by its file's name. */
export function schemas(): ReadonlyMap<string, string> {
  const text = (schema: z.ZodType, title: string, io: 'input' | 'output') =>
    `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io, unrepresentable: 'any' }) }, null, 2)}\n`;
  return new Map([
    ['tutor.json', text(configSchema, 'tutor.yml', 'input')],
    ['report.json', text(reportSchema, 'Report of tutor test, version 1', 'input')],
  ]);
}
