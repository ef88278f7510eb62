import { type EngineSpec, generations } from '../core/engine.ts';
import { message, UserError } from '../core/message.ts';

/** What `--engine` asks for; `auto` is decided by the command, which knows whom it serves. */
export type RequestedEngine = EngineSpec | { readonly kind: 'auto' };

/** The generation that a plain `sandbox` or `dind` means. */
export const newestGeneration = 28;

/** Engines that there are in several generations. */
const kinds = ['sandbox', 'dind'] as const;

/**
 * Reads the value of `--engine`: `auto`, `host`, `sandbox`, `sandbox:20,dind:28`.
 *
 * @returns the engines in the order given, each once.
 * @throws UserError for a name that is none.
 */
export function parseEngineSpecs(text: string): readonly RequestedEngine[] {
  const names = text.split(',').map((name) => name.trim());
  const full = names.map((name) => (kinds.some((kind) => kind === name) ? `${name}:${newestGeneration}` : name));
  return [...new Set(full)].map(parseOne);
}

/** `sandbox:28`, `dind:28`, `host`, `auto`. */
export function nameOf(spec: RequestedEngine): string {
  return 'generation' in spec ? `${spec.kind}:${spec.generation}` : spec.kind;
}

function parseOne(name: string): RequestedEngine {
  if (name === 'host' || name === 'auto') return { kind: name };
  for (const kind of kinds) {
    const generation = generations.find((known) => name === `${kind}:${known}`);
    if (generation !== undefined) return { kind, generation };
  }
  throw new UserError(message('unknown-engine', { name }));
}
