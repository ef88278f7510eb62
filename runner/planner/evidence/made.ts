import { dockerfileLook } from '../blocks/looks.ts';
import { namesIn } from '../files/names.ts';
import type { Case } from './evidence.ts';

/** The reader is told to write the bad example under a name of its own, or to build it: then it is no warning only. */
export function isMade({ view, past }: Case): boolean {
  const [name] = namesIn((view.label.match(/`[^`]+`/g) ?? []).join(' '));
  if (name !== undefined && view.cues.has('file') && !/^dockerfile$/i.test(name)) return true;
  return past.builtNext && dockerfileLook(view.text).complete;
}
