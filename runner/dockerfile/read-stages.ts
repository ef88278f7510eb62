import { after, before } from '../core/words.ts';
import type { Instruction, Stage } from './dockerfile.ts';
import { resolveVariables } from './resolve-variables.ts';

/** The stages of a build: each begins with a `FROM`. */
export function readStages(instructions: readonly Instruction[]): readonly Stage[] {
  const first = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  if (first < 0) return [];
  const defaults = variablesIn(instructions.slice(0, first));
  const stages: Stage[] = [];
  for (const instruction of instructions.slice(first)) {
    if (instruction.keyword === 'FROM') stages.push(begin(instruction, stages, defaults));
    else {
      const last = stages.pop();
      if (last !== undefined) stages.push({ ...last, instructions: [...last.instructions, instruction] });
    }
  }
  return stages;
}

/** Defaults that `ARG` and `ENV` give, in order. */
export function variablesIn(instructions: readonly Instruction[]): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  for (const { keyword, arguments: words, text } of instructions) {
    if (keyword !== 'ARG' && keyword !== 'ENV') continue;
    // `ENV NAME value with blanks` is the old form.
    const old = keyword === 'ENV' && words[0] !== undefined && !words[0].includes('=');
    if (old && words[0] !== undefined) variables.set(words[0], text.slice(words[0].length).trim());
    else
      for (const word of words)
        if (word.includes('=')) variables.set(before(word, '='), resolveVariables(after(word, '='), variables));
  }
  return variables;
}

function begin(instruction: Instruction, earlier: readonly Stage[], defaults: ReadonlyMap<string, string>): Stage {
  const [image = '', as, name] = instruction.arguments;
  const from = resolveVariables(image, defaults);
  const parent = earlier.find((stage) => stage.name !== null && stage.name === from.toLowerCase())?.index ?? null;
  const named = as?.toLowerCase() === 'as' && name !== undefined ? name.toLowerCase() : null;
  return { index: earlier.length, name: named, from, parent, instructions: [instruction] };
}
