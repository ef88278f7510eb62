import type { Engine, EngineHandle, EngineSpec } from '../core/engine.ts';
import { message, UserError } from '../core/message.ts';
import { dindEngine } from './dind/machine.ts';
import { startDind } from './dind/start.ts';
import { hostEngine } from './host/host-engine.ts';
import { startHost } from './host/start.ts';
import type { Limits } from './sandbox/limits.ts';
import { sandboxEngine } from './sandbox/machine.ts';
import { rootFolder, rootIsReady } from './sandbox/roots.ts';
import { startSandbox } from './sandbox/start.ts';
import { findTool, librariesOf, slirp } from './sandbox/tools.ts';
import { mirrorFor } from './shelf/mirror.ts';

/** What a start may be told. */
export interface StartOptions {
  /** Aborted: the engine ends at once. */
  readonly signal?: AbortSignal;
  /** References of the images that the chapter pulls. */
  readonly images?: readonly string[];
  readonly limits?: Partial<Limits>;
  /** Host engine: leave what the run makes until `tutor clean`. */
  readonly keep?: boolean;
  /** Host engine: let the run end and remove what it did not make. */
  readonly allowDestructive?: boolean;
}

/**
 * Starts an engine and waits until it answers. Everything must be prepared (`setupActions`).
 *
 * @throws UserError where it cannot start.
 */
export async function startEngine(spec: EngineSpec, options: StartOptions = {}): Promise<Engine> {
  switch (spec.kind) {
    case 'host':
      return startHost({ ...options, ...(spec.at?.[0] === undefined ? {} : { at: spec.at[0] }) });
    case 'dind':
      return startDind(spec.generation, options.signal);
    case 'sandbox': {
      const tool = findTool(slirp);
      if (tool === null || !rootIsReady(spec.generation)) {
        throw new UserError(message('not-prepared', { generation: spec.generation }));
      }
      const parts = {
        generation: spec.generation,
        rootfs: rootFolder(spec.generation),
        slirp: tool.path,
        libraries: librariesOf(tool),
        mirror: await mirrorFor(options.images ?? []),
      };
      return startSandbox(parts, options.limits, options.signal);
    }
  }
}

/** Makes an engine from another process's handle. Its `stop` does nothing: the owner ends it. */
export async function attachEngine(handle: EngineHandle): Promise<Engine> {
  switch (handle.kind) {
    case 'sandbox':
      return sandboxEngine(handle, async () => {});
    case 'host':
      return hostEngine(handle, async () => {});
    case 'dind':
      return dindEngine(handle, async () => {});
  }
}
