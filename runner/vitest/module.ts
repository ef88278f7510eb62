import { addMapping, GenMapping, setSourceContent, toEncodedMap } from '@jridgewell/gen-mapping';
import type { Plan, Step } from '../core/plan.ts';
import { shown } from '../core/terminal-text.ts';
import { stepTitle } from '../reporter/wording.ts';

/** A generated module and the map that leads from its lines to those of the chapter. */
export interface GeneratedModule {
  readonly code: string;
  readonly map: string;
}

/**
 * A chapter as a vitest module: a section is a suite, a step is a test, each at its Markdown line.
 *
 * @param file absolute path of the chapter
 * @param worker absolute path of the module that runs the steps
 * @param reported the steps that are tests; those before them are run, too
 */
export function chapterModule(
  plan: Plan,
  file: string,
  worker: string,
  reported: readonly Step[] = plan.steps,
): GeneratedModule {
  const map = new GenMapping({ file });
  setSourceContent(map, file, plan.chapter.source);
  const lines: string[] = [];
  const add = (code: string, at?: { readonly line: number; readonly column: number }) => {
    lines.push(code);
    if (!at) return;
    const original = { line: at.line, column: at.column - 1 };
    // Two mappings: a frame's column lies somewhere in the line, and the nearest mapping before it counts.
    addMapping(map, { generated: { line: lines.length, column: 0 }, source: file, original });
    addMapping(map, { generated: { line: lines.length, column: code.length - 1 }, source: file, original });
  };
  add(`import { afterAll, beforeAll, describe, inject, test } from 'vitest';`);
  add(`import { openChapter } from ${JSON.stringify(worker)};`);
  add(`const chapter = openChapter(${JSON.stringify(file)}, { afterAll, beforeAll, inject });`);
  for (const [section, steps] of bySection(reported)) {
    const heading = plan.chapter.sections[section];
    add(`describe(${JSON.stringify(shown(heading?.title || plan.chapter.id))}, () => {`, {
      line: heading?.line ?? 1,
      column: 1,
    });
    for (const step of steps) {
      add(
        `test(${JSON.stringify(titleOf(step))}, (context) => chapter.step(${step.index}, context, new Error()));`,
        step,
      );
    }
    add('});');
  }
  return { code: lines.join('\n'), map: JSON.stringify(toEncodedMap(map)) };
}

/** The steps of each section, in the order of the plan. A section that is entered twice (a second terminal) is one suite. */
function bySection(steps: readonly Step[]): Map<number, Step[]> {
  const groups = new Map<number, Step[]>();
  for (const step of steps) groups.set(step.section, [...(groups.get(step.section) ?? []), step]);
  return groups;
}

function titleOf(step: Step): string {
  return stepTitle({ type: step.type, line: step.line, text: step.type === 'file' ? step.path : step.text });
}
