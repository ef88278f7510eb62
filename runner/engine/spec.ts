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
 * Reads the value of `--engine`: `auto`, `host`, `sandbox`, `sandbox:20,dind:28`, `ssh://me@server`, `context:build1`.
 *
 * @returns the engines in the order given, each once.
 * @throws UserError for a name that is none.
 */
export function parseEngineSpecs(text: string): readonly RequestedEngine[] {
  return [...new Set(text.split(',').map((name) => name.trim()))].map(parseOne);
}

/** `sandbox:28`, `dind:28`, `host`, `auto`, `sandbox`. */
export function nameOf(spec: RequestedEngine): string {
  if (spec.kind === 'host' && spec.at !== undefined) return spec.at.join('+');
  return 'generation' in spec && spec.generation !== 'newest' ? `${spec.kind}:${spec.generation}` : spec.kind;
}

/** Another machine's engine, or one that the user's Docker client knows by name. */
function isPlace(name: string): boolean {
  if (/^context:[a-zA-Z0-9][a-zA-Z0-9_.+-]*$/.test(name)) return true;
  return /^ssh:\/\/[^-]/.test(name) && URL.canParse(name) && new URL(name).hostname !== '';
}

function parseOne(name: string): RequestedEngine {
  if (name === 'host' || name === 'auto') return { kind: name };
  if (isPlace(name)) return { kind: 'host', at: [name] };
  for (const kind of kinds) {
    if (name === kind) return { kind, generation: 'newest' };
    const generation = generations.find((known) => name === `${kind}:${known}`);
    if (generation !== undefined) return { kind, generation };
  }
  throw new UserError(message('unknown-engine', { name }));
}

/**
 * Engines of other machines as one: a chapter runs on whichever is free.
 *
 * @throws UserError where one of them is none of another machine.
 */
export function pooled(specs: readonly EngineSpec[]): EngineSpec {
  const at = specs.flatMap((spec) => {
    if (spec.kind === 'host' && spec.at !== undefined) return spec.at;
    throw new UserError(message('pool-of-hosts', { engine: nameOf(spec) }));
  });
  return { kind: 'host', at };
}
