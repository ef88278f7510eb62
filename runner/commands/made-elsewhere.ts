import type { RepositoryConfig } from '../config/config-file.ts';
import { UserError } from '../core/message.ts';
import type { Itinerary } from '../core/plan.ts';
import type { ChapterReport } from '../core/report.ts';
import { findChapters } from '../pipeline/find-chapters.ts';
import { lacksSomething, withMakers } from '../pipeline/made-elsewhere.ts';
import { readItineraries } from '../pipeline/read-itinerary.ts';

/**
 * The reports, in which each step that lacked something names the chapter that makes it. The other chapters of the
 * repository are read only where a step lacked something.
 */
export async function tellMakers(
  reports: readonly ChapterReport[],
  config: RepositoryConfig,
  cwd: string,
): Promise<readonly ChapterReport[]> {
  return reports.some(lacksSomething) ? withMakers(reports, await readAll(config, cwd)) : reports;
}

async function readAll(config: RepositoryConfig, cwd: string): Promise<readonly Itinerary[]> {
  try {
    return await readItineraries(await findChapters([], config, cwd), cwd, {});
  } catch (error) {
    // One of those that were not asked for cannot be read: that is for who asks for it.
    if (error instanceof UserError) return [];
    throw error;
  }
}
