import { type EngineSpec, generations } from '../core/engine.ts';
import { message, UserError } from '../core/message.ts';

/** Engines that there are in several generations. */
const kinds = ['sandbox', 'dind'] as const;

/**
 * What `--engine` asks for; `auto` is decided by the command, which knows whom it serves. A plain `sandbox` or `dind` is
 * the newest generation at hand.
 */
export type RequestedEngine =
  | EngineSpec
  | { readonly kind: 'auto' }
  | { readonly kind: (typeof kinds)[number]; readonly generation: 'newest' };

/**
 * Reads the value of `--engine`: `auto`, `host`, `sandbox`, `sandbox:20,dind:28`.
 *
 * @returns the engines in the order given, each once.
 * @throws UserError for a name that is none.
 */
export function parseEngineSpecs(text: string): readonly RequestedEngine[] {
  return [...new Set(text.split(',').map((name) => name.trim()))].map(parseOne);
}

/** `sandbox:28`, `dind:28`, `host`, `auto`, `sandbox`. */
export function nameOf(spec: RequestedEngine): string {
  return 'generation' in spec && spec.generation !== 'newest' ? `${spec.kind}:${spec.generation}` : spec.kind;
}

function parseOne(name: string): RequestedEngine {
  if (name === 'host' || name === 'auto') return { kind: name };
  for (const kind of kinds) {
    if (name === kind) return { kind, generation: 'newest' };
    const generation = generations.find((known) => name === `${kind}:${known}`);
    if (generation !== undefined) return { kind, generation };
  }
  throw new UserError(message('unknown-engine', { name }));
}
