import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { chapterId } from '../config/chapter-files.ts';
import { type Locale, wording } from '../core/message.ts';
import { lint } from '../lint/lint.ts';
import { parseChapter } from '../parser/index.ts';
import { planChapter } from '../planner/index.ts';

export interface RemarkTutorOptions {
  /** Language of the messages. Default: `en`. */
  readonly locale?: Locale;
}

/**
 * `tutor lint` as a plugin of remark, for those who lint their Markdown with it already: each finding is a message of
 * the file, with source `tutor` and the rule's name, and editors that speak to remark's language server show it.
 */
const remarkTutor: Plugin<[RemarkTutorOptions?], Root> = ({ locale = 'en' } = {}) => {
  return (_tree, file) => {
    const path = file.path ?? 'chapter.md';
    const plan = planChapter(parseChapter(String(file), { id: chapterId(path), path }));
    const hasFile = (name: string) => existsSync(resolve(file.cwd, dirname(path), name));
    for (const { rule, message } of lint({ before: [], plan }, { hasFile, isUnversioned: () => false })) {
      if (message.severity === 'info') continue;
      const place = message.line === null ? undefined : { line: message.line, column: message.column ?? 1 };
      const told = file.message(wording(message, locale), { place, source: 'tutor', ruleId: rule });
      // unified: true is fatal, false a warning.
      told.fatal = message.severity === 'error';
    }
  };
};

export default remarkTutor;
