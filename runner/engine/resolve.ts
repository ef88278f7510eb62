import { type EngineSpec, type Generation, generations } from '../core/engine.ts';
import { ask } from './host/api.ts';
import { connectTo, findEndpoint } from './host/endpoint.ts';
import { recipeOf } from './sandbox/recipe.ts';
import { missingForSandbox } from './sandbox/requirements.ts';
import { rootIsReady } from './sandbox/roots.ts';
import { dockersPackagesAnswer } from './sandbox/upstream.ts';
import { parseEngineSpecs, type RequestedEngine } from './spec.ts';

/**
 * The engines that `--engine` means for a verb. `auto`: `test` and `update` take the sandbox where this machine can run
 * it, else the host; `run` takes the host's Docker if it answers, else the sandbox.
 *
 * @returns each engine once.
 * @throws UserError for a name that is none.
 */
export async function resolveEngines(text: string, verb: 'run' | 'test' | 'update'): Promise<readonly EngineSpec[]> {
  const resolved: EngineSpec[] = [];
  for (const spec of parseEngineSpecs(text)) {
    resolved.push(await withGeneration(spec.kind === 'auto' ? await choose(verb) : spec));
  }
  return [...new Map(resolved.map((spec) => [JSON.stringify(spec), spec])).values()];
}

/** The generations that are prepared, or can be within a minute or two. */
export async function generationsAtHand(): Promise<readonly Generation[]> {
  const slow = generations.filter((one) => recipeOf(one).upstream !== undefined && !rootIsReady(one));
  const quick = slow.length === 0 || (await dockersPackagesAnswer());
  return generations.filter((one) => quick || !slow.includes(one));
}

/** An engine by name of which the generation was left open: it is the newest at hand. */
export async function withGeneration(spec: Exclude<RequestedEngine, { kind: 'auto' }>): Promise<EngineSpec> {
  if (spec.kind === 'host' || spec.generation !== 'newest') return spec as EngineSpec;
  return { kind: spec.kind, generation: (await generationsAtHand()).at(-1) ?? generations[0] };
}

async function choose(verb: 'run' | 'test' | 'update'): Promise<Exclude<RequestedEngine, { kind: 'auto' }>> {
  const sandbox = { kind: 'sandbox', generation: 'newest' } as const;
  if (verb === 'run') return (await hostAnswers()) ? { kind: 'host' } : sandbox;
  return (await missingForSandbox()).length === 0 ? sandbox : { kind: 'host' };
}

async function hostAnswers(): Promise<boolean> {
  const endpoint = await findEndpoint();
  if (endpoint === null) return false;
  return (await ask(connectTo(endpoint), 'GET', '/_ping')).status === 200;
}
