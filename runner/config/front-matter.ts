import * as z from 'zod';
import type { Chapter } from '../core/chapter.ts';
import { message, UserError } from '../core/message.ts';
import { values } from './values.ts';

const schema = z.strictObject({
  after: z.array(z.string()).default([]),
  assets: z.string().optional(),
  images: z.array(z.string()).default([]),
  requires: z.string().optional(),
  set: values,
});

/** What a chapter says about itself under `tutor:` in its front matter. */
export interface ChapterSettings {
  /** Chapters whose results this one builds on: they are run first, on the same engine. */
  readonly after: readonly string[];
  /** Folder beside the chapter with further files for the reader. */
  readonly assets?: string | undefined;
  /** Images that the chapter needs and that its commands do not show. */
  readonly images: readonly string[];
  /** What an engine must be for the chapter to be typed on it, as `if=` writes it: `docker>=23`. */
  readonly requires?: string | undefined;
  /** Values of variables, for this chapter and those that it builds on. */
  readonly set: Readonly<Record<string, string>>;
}

/**
 * Reads a chapter's settings.
 *
 * @throws UserError for a key that does not exist or a value of another form.
 */
export function chapterSettings({ frontMatter, path }: Chapter): ChapterSettings {
  const parsed = schema.safeParse(frontMatter.tutor ?? {});
  if (parsed.success) return parsed.data;
  throw new UserError(
    message('bad-config', { why: z.prettifyError(parsed.error).replaceAll('\n', ' ') }, { path, line: 1 }),
  );
}
