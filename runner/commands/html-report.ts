import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Plan } from '../core/plan.ts';
import type { RunReport } from '../core/report.ts';
import type { ReportedChapter } from '../page/index.ts';
import { pageFiles } from './page-files.ts';
import type { Io } from './verb.ts';

/**
 * A run as one HTML file.
 *
 * @param plans of its chapters, as far as they are at hand: the others are told without their text
 * @param root folder of the repository: pictures come from nowhere else
 */
export async function htmlOf(
  run: RunReport,
  plans: readonly Plan[],
  root: string,
  { locale, cwd }: Pick<Io, 'locale' | 'cwd'>,
): Promise<string> {
  const { reportHtml } = await import('../page/index.ts');
  const style = await readFile(join(pageFiles, 'report.css'), 'utf8');
  const chapters = plans.map((plan): [string, ReportedChapter] => {
    const { path } = plan.chapter;
    return [path, { plan, album: { root, folder: dirname(resolve(cwd, path)) } }];
  });
  return reportHtml(run, { locale, style, chapters: new Map(chapters) });
}
