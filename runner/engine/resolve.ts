import type { EngineSpec } from '../core/engine.ts';
import { ask } from './host/api.ts';
import { connectTo, findEndpoint } from './host/endpoint.ts';
import { missingForSandbox } from './sandbox/requirements.ts';
import { newestGeneration, parseEngineSpecs } from './spec.ts';

/**
 * The engines that `--engine` means for a verb. `auto`: `test` and `update` take the sandbox where this machine can run
 * it, else the host; `run` takes the host's Docker if it answers, else the sandbox.
 *
 * @throws UserError for a name that is none.
 */
export async function resolveEngines(text: string, verb: 'run' | 'test' | 'update'): Promise<readonly EngineSpec[]> {
  const resolved: EngineSpec[] = [];
  for (const spec of parseEngineSpecs(text)) resolved.push(spec.kind === 'auto' ? await choose(verb) : spec);
  return resolved;
}

async function choose(verb: 'run' | 'test' | 'update'): Promise<EngineSpec> {
  const sandbox: EngineSpec = { kind: 'sandbox', generation: newestGeneration };
  if (verb === 'run') return (await hostAnswers()) ? { kind: 'host' } : sandbox;
  return (await missingForSandbox()).length === 0 ? sandbox : { kind: 'host' };
}

async function hostAnswers(): Promise<boolean> {
  const endpoint = await findEndpoint();
  if (endpoint === null) return false;
  return (await ask(connectTo(endpoint), 'GET', '/_ping')).status === 200;
}
