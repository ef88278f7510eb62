import { hostname, userInfo } from 'node:os';
import type { Engine } from '../core/engine.ts';
import type { Personal } from '../updater/index.ts';

/** What must not get from an engine's machine into a document. A throw-away machine's names say nothing. */
export function personalOf({ home, spec }: Pick<Engine, 'home' | 'spec'>): Personal {
  if (spec.kind !== 'host') return { home, user: null, hostName: null };
  const user = userInfo().username;
  return { home, user: user === 'root' ? null : user, hostName: hostname() };
}
