import { hostname, userInfo } from 'node:os';
import type { Engine } from '../core/engine.ts';
import type { Personal } from '../updater/index.ts';

/** What must not get from an engine's machine into a document. A sandbox belongs to nobody: its names say nothing. */
export function personalOf({ home, spec }: Pick<Engine, 'home' | 'spec'>): Personal {
  if (spec.kind === 'sandbox') return { home, user: null, hostName: null };
  const user = userInfo().username;
  return { home, user: user === 'root' ? null : user, hostName: hostname() };
}
