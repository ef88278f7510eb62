import type { EngineSpec } from '../core/engine.ts';
import type { Message } from '../core/message.ts';
import type { Progress } from '../core/progress.ts';
import { dindActions } from './dind/set-up.ts';
import { requireSandbox } from './sandbox/requirements.ts';
import { sandboxActions } from './sandbox/set-up.ts';

/** One thing that set-up still has to do on this machine. */
export interface SetupAction {
  /** Said before it is done. */
  readonly title: Message;
  run(progress: Progress, signal?: AbortSignal): Promise<void>;
}

/**
 * What set-up still has to do on this machine before an engine can start, in order; empty when all is prepared. Nothing
 * is done yet.
 *
 * @throws UserError where this machine can never run it, with all that is missing.
 */
export async function setupActions(spec: EngineSpec): Promise<readonly SetupAction[]> {
  switch (spec.kind) {
    case 'host':
      return [];
    case 'dind':
      return dindActions(spec.generation);
    case 'sandbox':
      await requireSandbox();
      return sandboxActions(spec.generation);
  }
}
