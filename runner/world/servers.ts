import { type Effects, understand } from '../command/index.ts';
import type { Subject } from './subject.ts';

/** A program of the reader's own that may go on and answer at some port: only a run can tell at which. */
export function serversOf(text: string, { ends }: Effects, at: number): readonly Subject[] {
  const own = ends.how !== 'ends' && understand(text).calls.every(({ docker }) => docker === null);
  return own ? [{ kind: 'server', name: '', key: `server #${at}` }] : [];
}
