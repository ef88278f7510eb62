import { dirname, resolve } from 'node:path';
import type { Plan } from '../core/plan.ts';
import type { Recording } from '../core/recording.ts';
import type { RunReport } from '../core/report.ts';
import type { ReportedChapter } from '../page/index.ts';
import { markdownTree } from '../parser/index.ts';
import { pageFile } from './page-files.ts';
import type { Io } from './verb.ts';

/** What a run is drawn with. */
export interface Drawn {
  /** Of its chapters, as far as they are at hand: the others are told without their text. */
  readonly plans: readonly Plan[];
  /** What their terminals showed, by `recordingKey`. */
  readonly recordings: ReadonlyMap<string, Recording>;
  /** Folder of the repository: pictures come from nowhere else. */
  readonly root: string;
}

/** A run as one HTML file. */
export async function htmlOf(
  run: RunReport,
  { plans, recordings, root }: Drawn,
  { locale, cwd }: Pick<Io, 'locale' | 'cwd'>,
): Promise<string> {
  const { reportHtml } = await import('../page/index.ts');
  const style = await pageFile('report.css');
  const chapters = plans.map((plan): [string, ReportedChapter] => {
    const { path } = plan.chapter;
    return [path, { plan, album: { root, folder: dirname(resolve(cwd, path)) } }];
  });
  const player = recordings.size === 0 ? null : await playerScript();
  return reportHtml(run, { locale, style, chapters: new Map(chapters), recordings, player, markdownTree });
}

/** The terminals, then what plays in them. */
async function playerScript(): Promise<string> {
  return (await pageFile('widget.js')) + (await pageFile('replay.js'));
}
