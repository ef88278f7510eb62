import { resolve } from 'node:path';
import type { Plugin } from 'vitest/config';
import type { TestProject, Vitest } from 'vitest/node';
import { readConfig } from '../config/config-file.ts';
import { message, UserError } from '../core/message.ts';
import type { RunSettings } from '../core/run-settings.ts';
import { cleanAbandoned, engineName, resolveEngines, setupActions } from '../engine/index.ts';
import { chapterOptions } from '../pipeline/run-settings.ts';
import { openBroker } from './broker.ts';
import { chapters, worker } from './plugin.ts';
import type { WorkerOptions } from './worker.ts';

/** How the chapters of a vitest project are run; on one engine. */
export interface TutorOptions extends RunSettings {
  /** Folder with further files for the reader. */
  readonly assets?: string;
  /** Host engine: leave what the run makes, until `tutor clean`. */
  readonly keep?: boolean;
}

/** The vite plugin that makes the Markdown files of a vitest project chapters that are run: sections are suites, steps tests. */
export function tutor(options: TutorOptions = {}): Plugin {
  const { set = {}, keep = false, allowDestructive = false } = options;
  return {
    ...chapters(set),
    name: 'tutor',
    config: () => ({
      test: {
        pool: 'forks',
        isolate: false,
        testTimeout: 0,
        hookTimeout: 0,
        teardownTimeout: 30_000,
        includeTaskLocation: true,
        server: { deps: { external: [worker] } },
      },
    }),
    async configureVitest({ vitest, project }: { vitest: Vitest; project: TestProject }) {
      const cwd = project.config.root;
      const config = await readConfig(cwd);
      const [spec, ...others] = await resolveEngines(options.engine ?? config.engine ?? 'auto', 'test');
      if (spec === undefined || others.length > 0)
        throw new UserError(
          message('one-engine', {
            engines: [spec, ...others].flatMap((one) => (one ? [engineName(one)] : [])).join(', '),
          }),
        );
      if ((await setupActions(spec)).length > 0)
        throw new UserError(message('engine-unprepared', { engine: engineName(spec) }));
      await cleanAbandoned();
      const stop = new AbortController();
      const broker = await openBroker(stop.signal, { keep, allowDestructive });
      vitest.onClose(async () => {
        stop.abort();
        await broker.close();
      });
      project.provide('tutorEngine', spec);
      const given: WorkerOptions = {
        snapshots: config.snapshots,
        records: false,
        socket: broker.socket,
        assets: options.assets === undefined ? null : resolve(cwd, options.assets),
        cwd,
        set,
        ...chapterOptions(options, config.secrets),
      };
      project.provide('tutor', given);
    },
  };
}
