import type { Generation } from '../../core/engine.ts';
import { message } from '../../core/message.ts';
import type { SetupAction } from '../set-up.ts';
import { buildModules, findGo, modulesAreBuilt } from './modules.ts';
import { recipeOf } from './recipe.ts';
import { buildRoot, rootFolder, rootIsReady } from './roots.ts';
import { debootstrap, fetchTool, findTool, mkfs, slirp, type Tool } from './tools.ts';
import { dockersPackagesAnswer, type Upstream } from './upstream.ts';

/** What is still to be made before a sandbox of this generation can start; empty when all is there. */
export async function sandboxActions(generation: Generation): Promise<readonly SetupAction[]> {
  if (rootIsReady(generation)) return toolActions([slirp, mkfs]);
  const { upstream } = recipeOf(generation);
  if (upstream !== undefined && (modulesAreBuilt(upstream) || !(await dockersPackagesAnswer()))) {
    return [...(await sandboxActions(upstream.base)), ...(await stackActions(generation, upstream))];
  }
  const code = upstream === undefined ? 'setup-root' : 'setup-root-upstream';
  return [
    ...toolActions([slirp, mkfs, debootstrap]),
    {
      title: message(code, { generation }, {}, 'info'),
      run: (progress, signal) => buildRoot(generation, progress, signal),
    },
  ];
}

/** Docker built of its Go modules, on the root of another generation. */
async function stackActions(generation: Generation, upstream: Upstream): Promise<readonly SetupAction[]> {
  const { version, base } = upstream;
  const root: SetupAction = {
    title: message('setup-root-stacked', { generation, base }, {}, 'info'),
    run: (progress, signal) => buildRoot(generation, progress, signal),
  };
  if (modulesAreBuilt(upstream)) return [root];
  const go = await findGo(upstream);
  const code = go === null ? 'setup-modules-and-go' : 'setup-modules';
  return [
    {
      title: message(code, { generation, version, base }, {}, 'info'),
      run: (progress, signal) => buildModules(upstream, rootFolder(base), progress, signal),
    },
    root,
  ];
}

function toolActions(tools: readonly Tool[]): readonly SetupAction[] {
  return tools
    .filter((tool) => findTool(tool) === null)
    .map((tool) => ({
      title: message('setup-tool', { package: tool.package }, {}, 'info'),
      run: async (progress, signal) => {
        progress({ what: tool.package, done: 0, total: 1 });
        await fetchTool(tool, signal);
        progress({ what: tool.package, done: 1, total: 1 });
      },
    }));
}
