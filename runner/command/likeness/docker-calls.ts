import { remembering } from '../../core/remember.ts';
import { understand } from '../understand.ts';

/** Whether docker, or one of its kin, is called where the text begins. */
export function beginsWithDocker(text: string): boolean {
  return /^\s*(?:sudo )?docker\b/.test(text);
}

/** Whether docker is called in the text, or spoken of. */
export function namesDocker(text: string): boolean {
  return /\bdocker\b/.test(text);
}

/** The verbs of the docker calls in the lines of a text, whatever prompt or words stand before them: `image build`. */
export function dockerVerbsIn(text: string): readonly string[] {
  return namesDocker(text) ? text.split('\n').flatMap(verbsIn) : [];
}

const verbsIn = remembering((line): readonly string[] => {
  const at = line.search(/\bdocker\b/);
  return at < 0 ? [] : understand(line.slice(at)).calls.flatMap(({ docker }) => docker?.verb ?? []);
});
