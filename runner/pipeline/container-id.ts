import { effectsOf } from '../command/index.ts';
import type { Engine } from '../core/engine.ts';
import type { Bindings } from '../core/match.ts';
import type { Output } from '../core/output.ts';
import { withContainerIds } from '../matcher/index.ts';

/** The bindings with the IDs by which a chapter goes on to call the container that a typed command has made or entered. */
export async function withUntoldIds(
  bindings: Bindings,
  ids: readonly string[],
  engine: Engine,
  typed: { readonly text: string; readonly output: Output },
): Promise<Bindings> {
  const real = ids.length === 0 ? null : await containerIdOf(engine, typed.text, typed.output);
  return real === null ? bindings : withContainerIds(bindings, ids, real);
}

/** The ID of the container that a typed command has made or entered; null where it has not. */
async function containerIdOf(engine: Engine, typed: string, { text, exitCode }: Output): Promise<string | null> {
  const printed = /^[0-9a-f]{64}$/m.exec(text)?.[0];
  if (printed !== undefined) return printed;
  if (exitCode !== null && exitCode >= 125) return null;
  const { makes, opens } = effectsOf(typed);
  const made = makes.find(({ kind }) => kind === 'container');
  const name = made?.name ?? opens?.container ?? null;
  if (name === null && made === undefined) return null;
  const asked = name === null ? ['ps', '-q', '--no-trunc', '-n', '1'] : ['inspect', '--format', '{{.Id}}', name];
  const answer = await engine.exec(['docker', ...asked]);
  return answer.exitCode === 0 ? (/^[0-9a-f]{64}$/m.exec(answer.stdout)?.[0] ?? null) : null;
}
