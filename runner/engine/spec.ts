import { type EngineSpec, generations } from '../core/engine.ts';
import { message, UserError } from '../core/message.ts';

/** What `--engine` asks for; `auto` is decided by the command, which knows whom it serves. */
export type RequestedEngine = EngineSpec | { readonly kind: 'auto' };

/** The generation that a plain `sandbox` means. */
export const newestGeneration = 28;

/**
 * Reads the value of `--engine`: `auto`, `host`, `sandbox`, `sandbox:20,sandbox:28`.
 *
 * @returns the engines in the order given, each once.
 * @throws UserError for a name that is none.
 */
export function parseEngineSpecs(text: string): readonly RequestedEngine[] {
  const names = text.split(',').map((name) => name.trim());
  return [
    ...new Map(names.map((name) => [name === 'sandbox' ? `sandbox:${newestGeneration}` : name, name])).keys(),
  ].map(parseOne);
}

/** `sandbox:28`, `host`, `auto`. */
export function nameOf(spec: RequestedEngine): string {
  return spec.kind === 'sandbox' ? `sandbox:${spec.generation}` : spec.kind;
}

function parseOne(name: string): RequestedEngine {
  if (name === 'host' || name === 'auto') return { kind: name };
  const generation = generations.find((known) => name === `sandbox:${known}`);
  if (generation === undefined) throw new UserError(message('unknown-engine', { name }));
  return { kind: 'sandbox', generation };
}
