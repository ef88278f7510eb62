import type { Engine, Generation } from '../../runner/core/engine.ts';
import { setupActions, startEngine } from '../../runner/engine/index.ts';
import { shelfActions } from '../../runner/engine/shelf/index.ts';

/** A fresh sandbox that can pull these images; what is missing for it is built first. */
export async function sandboxWith(images: readonly string[], generation: Generation = 28): Promise<Engine> {
  const spec = { kind: 'sandbox', generation } as const;
  for (const action of await setupActions(spec)) await action.run(() => {});
  for (const action of await shelfActions(images)) await action.run(() => {});
  return startEngine(spec, { images });
}

/** Shell source that repeats a command until it succeeds, for at most half a minute. */
export function until(command: string): string {
  return `for attempt in $(seq 150); do { ${command}; } >/dev/null 2>&1 && break; sleep 0.2; done`;
}

/** Runs bash source in a sandbox and gives what it printed, standard error included, and its exit code. */
export async function shell(
  engine: Engine,
  script: string,
): Promise<{ readonly text: string; readonly exitCode: number }> {
  const { stdout, exitCode } = await engine.exec(['bash', '-c', `exec 2>&1\n${script}`], {
    cwd: engine.workspace,
    timeoutMs: 280_000,
  });
  return { text: stdout.trim(), exitCode };
}
