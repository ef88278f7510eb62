import { type ImageName, parseImageName } from '../command/index.ts';
import type { Dockerfile, Instruction, Stage } from './dockerfile.ts';
import { neededStages, stagesUsed } from './sources-of.ts';

/** An image that a build needs from a registry or from an earlier build. */
export interface BaseImage {
  readonly text: string;
  /** Null where a variable or a mistake hides it. */
  readonly image: ImageName | null;
  readonly instruction: Instruction;
}

/** Images that a build starts from or copies from; `scratch` and the file's own stages are none. */
export function baseImages(dockerfile: Dockerfile, target?: string): readonly BaseImage[] {
  const names = new Set(
    dockerfile.stages.flatMap(({ name, index }) => [String(index), ...(name === null ? [] : [name])]),
  );
  return neededStages(dockerfile, target).flatMap((stage) => {
    const [from] = stage.instructions;
    const based =
      stage.parent !== null || stage.from === 'scratch' || from === undefined ? [] : [base(stage.from, from)];
    const used = stage.instructions.flatMap((instruction) =>
      stagesUsed(instruction).flatMap((name) =>
        names.has(name) || name === 'scratch' ? [] : [base(name, instruction)],
      ),
    );
    return [...based, ...used];
  });
}

function base(text: string, instruction: Instruction): BaseImage {
  return { text, image: parseImageName(text), instruction };
}

/** What an image built from the file is and does, as far as the file says. */
export interface ImageFacts {
  /** Ports as in `EXPOSE`: `80`, `53/udp`. */
  readonly exposes: readonly string[];
  readonly healthcheck: Healthcheck | null;
  /** Null where it is the base image's. */
  readonly entrypoint: Program | null;
  readonly command: Program | null;
  readonly workdir: string | null;
  readonly user: string | null;
  readonly volumes: readonly string[];
}

/** What is started: words of the JSON form, or a line for a shell. */
export type Program =
  | { readonly form: 'exec'; readonly argv: readonly string[] }
  | { readonly form: 'shell'; readonly line: string };

export interface Healthcheck {
  /** Null for `NONE`. */
  readonly command: Program | null;
  /** Flags as written: `interval` → `5s`. */
  readonly settings: Readonly<Record<string, string>>;
}

/** Facts about the image of `target`, else of the last stage; stages that it builds on count, too. */
export function imageFacts(dockerfile: Dockerfile, target?: string): ImageFacts {
  const chain = stageChain(dockerfile, target);
  const all = chain.flatMap(({ instructions }) => instructions);
  const last = (keyword: string): Instruction | undefined =>
    all.findLast((instruction) => instruction.keyword === keyword);
  const check = last('HEALTHCHECK');
  return {
    exposes: all.filter(({ keyword }) => keyword === 'EXPOSE').flatMap(({ arguments: words }) => words),
    healthcheck: check === undefined ? null : healthcheckOf(check),
    entrypoint: programOf(last('ENTRYPOINT')),
    command: programOf(last('CMD')),
    workdir: last('WORKDIR')?.text ?? null,
    user: last('USER')?.text ?? null,
    volumes: all.filter(({ keyword }) => keyword === 'VOLUME').flatMap(({ arguments: words }) => words),
  };
}

function stageChain({ stages }: Dockerfile, target?: string): readonly Stage[] {
  const wanted = stages.find(
    ({ name, index }) => target !== undefined && (name === target.toLowerCase() || String(index) === target),
  );
  const chain: Stage[] = [];
  for (let stage = wanted ?? stages.at(-1); stage !== undefined; ) {
    chain.unshift(stage);
    stage = stage.parent === null ? undefined : stages[stage.parent];
  }
  return chain;
}

function programOf(instruction: Instruction | undefined): Program | null {
  if (instruction === undefined) return null;
  return instruction.form === 'exec'
    ? { form: 'exec', argv: instruction.arguments }
    : { form: 'shell', line: instruction.text };
}

function healthcheckOf(instruction: Instruction): Healthcheck {
  const settings = Object.fromEntries(instruction.flags.map(({ name, value }) => [name, value ?? '']));
  if (/^NONE\b/i.test(instruction.text)) return { command: null, settings };
  const line = instruction.text.replace(/^CMD\s+/i, '');
  const argv = execWords(line);
  return { command: argv === null ? { form: 'shell', line } : { form: 'exec', argv }, settings };
}

function execWords(line: string): readonly string[] | null {
  try {
    const value: unknown = JSON.parse(line);
    return Array.isArray(value) && value.every((word) => typeof word === 'string') ? value : null;
  } catch {
    return null;
  }
}
