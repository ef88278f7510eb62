import { dockerVerbsIn, optionValues, understand } from '../command/index.ts';
import type { Chapter } from '../core/chapter.ts';
import type { Step } from '../core/plan.ts';
import { showsEnded } from '../printed/index.ts';
import { cuesIn } from './prose/cues.ts';

/** Verbs with which containers begin to run. */
const starting = new Set(['container run', 'container start', 'compose up', 'compose start', 'compose restart']);

/**
 * Marks the steps whose containers may end by themselves: the page speaks of such an end where they stand, shows one
 * later, or waits for it.
 */
export function markMortal(steps: readonly Step[], chapter: Chapter): readonly Step[] {
  const sections = new Map<number, boolean>();
  const isSpokenOf = (section: number) => {
    const said = sections.get(section) ?? saidIn(chapter, section).some((text) => cuesIn(text).has('endsAlone'));
    sections.set(section, said);
    return said;
  };
  const shown = steps.map(endsShown);
  return steps.map((step, at) => {
    if (step.type !== 'command' || !dockerVerbsIn(step.text).some((verb) => starting.has(verb))) return step;
    const names = namesIn(step.text);
    const isShown = shown.slice(at + 1).some((text) => names.some((name) => text.includes(name)));
    return isShown || isSpokenOf(step.section) ? { ...step, mayEnd: true } : step;
  });
}

/** What a step shows of containers that have ended, its own text included; empty where it shows none. */
function endsShown(step: Step): string {
  if (step.type !== 'command') return '';
  const rows = (step.expected?.text ?? '').split('\n').filter(showsEnded);
  return rows.length > 0 || dockerVerbsIn(step.text).includes('container wait') ? [step.text, ...rows].join('\n') : '';
}

/** What a row would call the container that a command starts: by its name, its image, or as a part of its project. */
function namesIn(text: string): readonly string[] {
  return understand(text).calls.flatMap(({ docker }) =>
    docker === null ? [] : [...optionValues(docker, 'name'), ...docker.operands.slice(0, 1)],
  );
}

/** What a section says to its reader, the remarks in its blocks included. */
function saidIn({ prose, blocks }: Chapter, section: number): readonly string[] {
  const remarks = blocks
    .filter((block) => block.section === section)
    .flatMap(({ lines }) => lines.flatMap(({ text }) => (text.includes('#') ? [text.slice(text.indexOf('#'))] : [])));
  return [...prose.filter((one) => one.section === section).map(({ text }) => text), ...remarks];
}
