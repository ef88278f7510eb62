import { type Placeholder, placeholdersIn } from '../../command/index.ts';
import { dockerfileLook } from '../blocks/looks.ts';
import { type Evidence, speaks, type Witness } from './evidence.ts';
import { typed } from './typing.ts';

/** Things in angle and square brackets and the like: the form of a command, or something that the reader fills in. */
export const placeholderWitness: Witness = (about) => {
  const { view, placed, entries } = about;
  const lines = placed.length > 0 ? placed.map(({ entry }) => entry.text) : view.text.split('\n').filter((line) => !/^\s*#/.test(line));
  const filled = lines.map((line) => placeholdersIn(line).filter(({ confidence }) => confidence >= 0.7));
  const open = filled.filter((found) => found.length > 0);
  if (open.length === 0 || lines.length === 0) return [];
  const share = open.length / lines.length;
  if (dockerfileLook(view.text).instructions.length > 0 && placed.length === 0) return [speaks('synopsis', 5 * share, 'the form of an instruction, with placeholders')];
  const shown = entries.some((entry) => entry.type === 'output' && !/^[A-Z][\w ,]+$/.test(entry.line.text));
  return [...grammar(open.flat(), share), ...(shown ? [typed(about, 2, 'its output is shown')] : [])];
};

function grammar(found: readonly Placeholder[], share: number): Evidence[] {
  const grammarLike = found.some(({ text, style }) => /OPTIONS?|옵션|\.\.\.|[|]/i.test(text) && style !== 'angle') || found.some(({ style }) => style === 'square');
  const weight = grammarLike ? 7 : found.some(({ style }) => style === 'upper' || style === 'native' || style === 'curly') ? 3.5 : 1.5;
  return [speaks('synopsis', weight * (share >= 0.5 ? 1 : 0.4), 'the form of a command, with placeholders')];
}
