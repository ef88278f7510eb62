import { wording } from '../core/message.ts';
import type { Into, Plan, PlannedBlock, Step } from '../core/plan.ts';

/** The form of `tutor plan --json` that is promised as version 1. Fields may be added, none changed. */
export interface PlanJson {
  readonly version: 1;
  readonly chapter: { readonly id: string; readonly path: string; readonly title: string };
  readonly blocks: readonly BlockJson[];
  /** What the course runs before the page (`background`, `foreground`) and after it (`check`). */
  readonly scripts: readonly ScriptJson[];
  /** What a course leaves to its reader and the steps need. */
  readonly variables: readonly VariableJson[];
  /** Commands in the running text that are not typed. */
  readonly unread: Plan['unread'];
  readonly messages: Plan['messages'];
}

export interface BlockJson {
  readonly line: number;
  readonly endLine: number;
  readonly lang: string | null;
  readonly kind: PlannedBlock['kind'];
  readonly section: string;
  readonly reason: string;
  readonly commands: readonly CommandJson[];
  readonly file: string | null;
  /** Line of the block whose command prints this one. */
  readonly for: number | null;
}

export interface ScriptJson {
  readonly role: 'background' | 'foreground' | 'check' | 'link';
  readonly name: string;
  readonly skip: string | null;
}

export interface VariableJson {
  readonly name: string;
  /** Lines that need it. */
  readonly lines: readonly number[];
  readonly prompt: string | null;
  readonly value: string | null;
}

export interface CommandJson {
  readonly line: number;
  readonly text: string;
  readonly in: Into;
  readonly skip: string | null;
  readonly terminal: number;
  readonly expected: { readonly line: number; readonly text: string } | null;
}

/** A plan in its promised form. */
export function planJson({ chapter, blocks, steps, variables, unread, messages }: Plan): PlanJson {
  const { id, path, title } = chapter;
  const byBlock = grouped(steps);
  return {
    version: 1,
    chapter: { id, path, title },
    blocks: blocks.map((planned) => ({
      line: planned.block.line,
      endLine: planned.block.endLine,
      lang: planned.block.lang,
      kind: planned.kind,
      section: chapter.sections[planned.block.section]?.title ?? '',
      reason: wording(planned.reason, 'en'),
      commands: isTyped(planned) ? (planned.unseen ?? byBlock.get(planned.block.index) ?? []).flatMap(commandJson) : [],
      file: planned.file,
      for: planned.for === null ? null : (blocks[planned.for]?.block.line ?? null),
    })),
    scripts: steps.flatMap((step) =>
      step.type === 'command' && step.script !== undefined
        ? [{ ...step.script, skip: step.skip === null ? null : wording(step.skip.reason, 'en') }]
        : [],
    ),
    variables: variables.map(({ name, lines, prompt, value }) => ({ name, lines, prompt, value })),
    unread,
    messages,
  };
}

/** An editor's line above the content that it opens belongs to the file. */
function isTyped({ kind }: PlannedBlock): boolean {
  return kind === 'run' || kind === 'in-container';
}

function grouped(steps: readonly Step[]): Map<number, Step[]> {
  const groups = new Map<number, Step[]>();
  for (const step of steps) {
    const group = groups.get(step.block);
    if (group === undefined) groups.set(step.block, [step]);
    else group.push(step);
  }
  return groups;
}

function commandJson(step: Step): CommandJson[] {
  if (step.type !== 'command') return [];
  const { line, text, into, skip, terminal, expected } = step;
  const shown = expected === null ? null : { line: expected.line, text: expected.text };
  return [{ line, text, in: into, skip: skip === null ? null : wording(skip.reason, 'en'), terminal, expected: shown }];
}
