import * as z from 'zod';

/** How a variable of a course may be called. */
const name = /^[A-Za-z_][\w.-]*$/;

/** `set:` of a configuration file and of a chapter's front matter: a value for each variable. */
export const values = z
  .record(z.string().regex(name), z.union([z.string(), z.number(), z.boolean()]).transform(String))
  .default({});

/** `--set NAME=value`, several times: the last one counts. */
export const assignments = z
  .array(z.string().regex(/^[A-Za-z_][\w.-]*=/, 'expected NAME=value'))
  .default([])
  .transform((all) =>
    Object.fromEntries(all.map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)])),
  );
