import { fillVariables, type Values, variablesIn } from '../command/index.ts';
import type { Chapter } from '../core/chapter.ts';
import { because } from '../core/message.ts';
import type { Plan, Step, Variable } from '../core/plan.ts';
import { attributeIn } from './attributes.ts';
import { conditionsIn } from './conditions.ts';
import type { Draft, DraftCommand } from './draft.ts';

/** What the page says of a variable where a Docker Labspace asks for it. */
interface Definition {
  /** What its reader is asked. */
  readonly prompt: string | null;
  /** What the author puts there: the default, or what every button sets. */
  readonly value: string | null;
}

/**
 * The variables that a page defines: `::variableDefinition[org]{prompt="…" default="…"}` and
 * `::variableSetButton[Use it]{variables="org=acme,tier=free"}` (dockersamples/labspace-infra).
 */
export function definitionsIn({ source }: Pick<Chapter, 'source'>): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>();
  for (const [, name = '', attributes = ''] of source.matchAll(
    /^[ \t>]*::variableDefinition\[([^\]\n]+)\]\{([^}\n]*)\}/gm,
  ))
    found.set(name.trim(), { prompt: attributeIn(attributes, 'prompt'), value: attributeIn(attributes, 'default') });
  const buttons = new Map<string, Set<string>>();
  for (const [, attributes = ''] of source.matchAll(/^[ \t>]*::variableSetButton\[[^\]\n]*\]\{([^}\n]*)\}/gm))
    for (const [name, value] of assignments(attributeIn(attributes, 'variables') ?? ''))
      buttons.set(name, (buttons.get(name) ?? new Set()).add(value));
  for (const [name, values] of buttons) {
    const known = found.get(name);
    // Several buttons are a choice, and that is the reader's.
    const [only] = values.size === 1 ? values : [];
    found.set(name, { prompt: known?.prompt ?? null, value: known?.value ?? only ?? null });
  }
  return found;
}

function assignments(text: string): readonly (readonly [string, string])[] {
  return text.split(/,(?=\s*[A-Za-z_][\w-]*=)/).flatMap((one) => {
    const at = one.indexOf('=');
    return at < 0 ? [] : [[one.slice(0, at).trim(), one.slice(at + 1)] as const];
  });
}

/** The names of a page's variables, those among them that only its prose has. */
export function variableNamesIn(chapter: Pick<Chapter, 'source'>): readonly string[] {
  return [...new Set([...definitionsIn(chapter).keys(), ...variablesIn(chapter.source).map(({ name }) => name)])];
}

/**
 * The values that hold in a chapter: those that were given, else what its author puts there, or that of a chapter before.
 *
 * @param chapters those it builds on, and itself
 */
export function valuesIn(chapters: readonly Pick<Chapter, 'source'>[], given: Values): Values {
  const authors = chapters.flatMap((chapter) =>
    [...definitionsIn(chapter)].flatMap(([name, { value }]) => (value === null ? [] : [[name, value] as const])),
  );
  return new Map([...authors, ...given]);
}

/** Puts the values into the commands of a block that was read. Their places in the source stay. */
export function fillDraft(draft: Draft, values: Values): Draft {
  if (values.size === 0) return draft;
  const filled = (command: DraftCommand) => ({ ...command, text: fillVariables(command.text, values) });
  return { ...draft, commands: draft.commands.map(filled), shows: draft.shows.map(filled) };
}

/** Puts the values into what steps should print and write. A file for which one is missing is nobody's to write. */
export function fillStep(step: Step, values: Values): Step {
  const fill = (text: string) => fillVariables(text, values);
  if (step.type === 'file') {
    const [missing] = variablesIn(`${fill(step.path)}\n${fill(step.content)}`);
    const skip =
      missing === undefined
        ? step.skip
        : ({ code: 'placeholder', reason: because('plan-needs-value', { name: missing.name }) } as const);
    return { ...step, path: fill(step.path), content: fill(step.content), skip };
  }
  const { expected } = step;
  if (expected === null) return step;
  const lines = expected.lines.map((line) => ({ ...line, text: fill(line.text) }));
  return { ...step, expected: { ...expected, lines, text: fill(expected.text) }, answers: step.answers.map(fill) };
}

/** Who needs variables, and what is known of them. */
interface Needs {
  /** As the chapter writes them. */
  readonly steps: readonly Step[];
  /** Chapters that it builds on, and the chapter itself. */
  readonly chapters: readonly Chapter[];
  readonly values: Values;
  readonly given: Values;
}

/** The variables that a chapter's steps and its set-up need, in the order in which they are met. */
export function variablesOf({ steps, chapters, values, given }: Needs): readonly Variable[] {
  const definitions = new Map(chapters.flatMap((chapter) => [...definitionsIn(chapter)]));
  const setUp = chapters.at(-1)?.annotations.flatMap(({ keys }) => keys.setup ?? []) ?? [];
  const own = chapters.at(-1);
  const shown = own === undefined ? [] : conditionsIn(own);
  const uses = [
    ...setUp,
    // What a part of the page hangs on decides what is typed.
    ...shown.flatMap(({ line, variable }) => (variable === null ? [] : [{ line, text: `$$${variable}$$` }])),
    ...steps.map((step) => ({ line: step.line, text: textOf(step) })),
  ];
  const met = new Map<string, { readonly text: string; readonly lines: Set<number> }>();
  for (const { line, text: whole } of uses) {
    const named = variablesIn(whole);
    const within = named.flatMap(({ name }) => variablesIn(values.get(name) ?? ''));
    for (const { name, text } of [...named, ...within]) {
      const one = met.get(name) ?? { text, lines: new Set() };
      one.lines.add(line);
      met.set(name, one);
    }
  }
  return [...met].map(([name, { text, lines }]) => ({
    name,
    text,
    lines: [...lines],
    prompt: definitions.get(name)?.prompt ?? null,
    value: values.has(name) ? fillVariables(text, values) : null,
    isGiven: given.has(name),
  }));
}

/** The values that a plan was made with. */
export function valuesOf({ variables }: Pick<Plan, 'variables'>): Values {
  return new Map(variables.flatMap(({ name, value }) => (value === null ? [] : [[name, value] as const])));
}

/** All that a step types, writes and is compared with, as the chapter writes it. */
function textOf(step: Step): string {
  if (step.type === 'file') return `${step.path}\n${step.content}`;
  return [step.written ?? step.text, step.expected?.text ?? '', ...step.answers].join('\n');
}
