import { hasOption } from '../docker/parse-docker.ts';
import { understand } from '../understand.ts';
import type { Effects } from './effects.ts';

/** What a command line does, as far as its text tells. Never throws. */
export function effectsOf(text: string): Effects {
  const { calls } = understand(text);
  const run = calls.find(({ docker }) => docker !== null && hasOption(docker, 'tty'));
  return {
    ...noEffects,
    opens: run ? { into: 'container', program: 'unknown', shellLike: null, container: null } : null,
  };
}

/** A command that changes nothing and ends. */
export const noEffects: Effects = {
  makes: [],
  destroys: [],
  needs: [],
  starts: [],
  stops: [],
  pulls: [],
  pushes: [],
  opens: null,
  ends: { how: 'ends', reason: '' },
  asks: null,
  destructive: null,
  changesFolder: null,
  leaves: false,
  writesFiles: [],
  writesContent: [],
  readsFiles: [],
  builds: [],
  composeFiles: null,
  edits: null,
  publishes: [],
  contacts: [],
  needsPrivilege: null,
  operatingSystem: 'any',
  output: null,
  secrets: [],
};
