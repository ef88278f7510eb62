import type { Generation } from '../../core/engine.ts';
import { message } from '../../core/message.ts';
import type { SetupAction } from '../set-up.ts';
import { buildRoot, rootIsReady } from './roots.ts';
import { debootstrap, fetchTool, findTool, mkfs, slirp } from './tools.ts';

/** What is still to be made before a sandbox of this generation can start; empty when all is there. */
export function sandboxActions(generation: Generation): readonly SetupAction[] {
  const ready = rootIsReady(generation);
  const tools = [slirp, mkfs, ...(ready ? [] : [debootstrap])].filter((tool) => findTool(tool) === null);
  return [
    ...tools.map((tool) => ({
      title: message('setup-tool', { package: tool.package }, {}, 'info'),
      run: async (progress: Parameters<SetupAction['run']>[0], signal?: AbortSignal) => {
        progress({ what: tool.package, done: 0, total: 1 });
        await fetchTool(tool, signal);
        progress({ what: tool.package, done: 1, total: 1 });
      },
    })),
    ...(ready
      ? []
      : [
          {
            title: message('setup-root', { generation }, {}, 'info'),
            run: (progress: Parameters<SetupAction['run']>[0], signal?: AbortSignal) =>
              buildRoot(generation, progress, signal),
          },
        ]),
  ];
}
