import { after, before } from '../core/words.ts';
import type { Dockerfile, Instruction, Stage } from './dockerfile.ts';
import { variablesIn } from './read-stages.ts';
import { resolveVariables } from './resolve-variables.ts';

/** A file or folder of the build context that an instruction copies. */
export interface ContextSource {
  /** Relative to the context, variables resolved as far as defaults tell: `src/`, `*.json`, `.`. */
  readonly path: string;
  /** It holds `*`, `?` or `[…]`: at least one file must match. */
  readonly glob: boolean;
  /** It holds a variable that is not known from the file alone. */
  readonly dynamic: boolean;
  /** Where it is copied to, as written. */
  readonly destination: string;
  readonly instruction: Instruction;
}

/** What `COPY`, `ADD` and `RUN --mount=type=bind` need from the context. `target`: only what that stage builds on. */
export function sourcesOf(dockerfile: Dockerfile, target?: string): readonly ContextSource[] {
  const globals = new Map(
    Object.entries(dockerfile.globalArguments).flatMap(([name, value]) =>
      value === null ? [] : [[name, value] as const],
    ),
  );
  return neededStages(dockerfile, target).flatMap((stage) => {
    const variables = new Map([...globals, ...variablesIn(stage.instructions)]);
    return stage.instructions.flatMap((instruction) => [...copied(instruction, variables), ...mounted(instruction)]);
  });
}

/** The stage called `target` and those before it that it uses; all of them without one, as the classic builder does. */
export function neededStages(dockerfile: Dockerfile, target?: string): readonly Stage[] {
  const { stages } = dockerfile;
  const wanted =
    target === undefined
      ? undefined
      : stages.find(({ name, index }) => name === target.toLowerCase() || String(index) === target);
  if (wanted === undefined) return stages;
  const needed = new Set<number>();
  const add = (stage: Stage): void => {
    if (needed.has(stage.index)) return;
    needed.add(stage.index);
    const used = [...stage.instructions.flatMap(stagesUsed), ...(stage.parent === null ? [] : [String(stage.parent)])];
    for (const other of stages)
      if (other.index < stage.index && (used.includes(String(other.index)) || used.includes(other.name ?? ' ')))
        add(other);
  };
  add(wanted);
  return stages.filter(({ index }) => needed.has(index));
}

/** Stages or images that `--from=` and `--mount=from=` name, in lower case. */
export function stagesUsed(instruction: Instruction): readonly string[] {
  return instruction.flags.flatMap(({ name, value }) => {
    if (name === 'from' && value !== null) return [value.toLowerCase()];
    const from = name === 'mount' ? /(?:^|,)from=([^,]+)/.exec(value ?? '')?.[1] : undefined;
    return from === undefined ? [] : [from.toLowerCase()];
  });
}

function copied(instruction: Instruction, variables: ReadonlyMap<string, string>): readonly ContextSource[] {
  const copies = instruction.keyword === 'COPY' || instruction.keyword === 'ADD';
  if (!copies || instruction.flags.some(({ name }) => name === 'from')) return [];
  const destination = instruction.arguments.at(-1) ?? '';
  return instruction.arguments.slice(0, -1).flatMap((written) => {
    const remote = instruction.keyword === 'ADD' && /^(?:https?:\/\/|git@|git:\/\/)/.test(written);
    return remote || written.startsWith('<<')
      ? []
      : [source(resolveVariables(written, variables), destination, instruction)];
  });
}

function mounted(instruction: Instruction): readonly ContextSource[] {
  return instruction.flags.flatMap(({ name, value }) => {
    const keys = new Map((value ?? '').split(',').map((part) => [before(part, '='), after(part, '=')]));
    if (name !== 'mount' || (keys.get('type') ?? 'bind') !== 'bind' || keys.has('from')) return [];
    return [
      source(keys.get('source') ?? keys.get('src') ?? '.', keys.get('target') ?? keys.get('dst') ?? '', instruction),
    ];
  });
}

function source(path: string, destination: string, instruction: Instruction): ContextSource {
  // An absolute source is one of the context's root.
  const relative = path.replace(/^\/+(?=.)/, '').replace(/^\.\/(?=.)/, '');
  return {
    path: relative === '/' ? '.' : relative,
    glob: /[*?[]/.test(path),
    dynamic: path.includes('$'),
    destination,
    instruction,
  };
}
