import { resolve } from 'node:path';
import { addMapping, GenMapping, setSourceContent, toEncodedMap } from '@jridgewell/gen-mapping';
import { isMarkdown } from '../config/chapter-files.ts';
import { type Plan, type Step, textOf } from '../core/plan.ts';
import { shown } from '../core/terminal-text.ts';
import { stepTitle } from '../reporter/wording.ts';

/** A generated module and the map that leads from its lines to those of the chapter. */
export interface GeneratedModule {
  readonly code: string;
  readonly map: string;
}

/** A chapter of a module, and which of its steps are tests; those before them are run, too. */
export interface TestedChapter {
  readonly plan: Plan;
  readonly reported: readonly Step[];
}

/**
 * Chapters as a vitest module: a section is a suite, a step is a test, each at its Markdown line.
 *
 * @param file absolute path of the chapter, or of what describes their course
 * @param worker absolute path of the module that runs the steps
 */
export function chapterModule(chapters: readonly TestedChapter[], file: string, worker: string): GeneratedModule {
  const map = new GenMapping({ file });
  const lines: string[] = [];
  const add = (code: string, at?: { readonly path: string; readonly line: number; readonly column: number }) => {
    lines.push(code);
    if (!at) return;
    const { path: source } = at;
    const original = { line: at.line, column: at.column - 1 };
    // Two mappings: a frame's column lies somewhere in the line, and the nearest mapping before it counts.
    addMapping(map, { generated: { line: lines.length, column: 0 }, source, original });
    addMapping(map, { generated: { line: lines.length, column: code.length - 1 }, source, original });
  };
  add(`import { afterAll, beforeAll, describe, inject, test } from 'vitest';`);
  add(`import { openChapters } from ${JSON.stringify(worker)};`);
  add(`const chapters = openChapters(${JSON.stringify(file)}, { afterAll, beforeAll, inject });`);
  for (const [number, { plan, reported }] of chapters.entries()) {
    if (reported.length === 0) continue;
    const { chapter } = plan;
    const path = isMarkdown(file) ? file : resolve(chapter.path);
    setSourceContent(map, path, chapter.source);
    if (!isMarkdown(file))
      add(`describe(${JSON.stringify(shown(chapter.title))}, () => {`, { path, line: 1, column: 1 });
    for (const [section, steps] of bySection(reported)) {
      const heading = chapter.sections[section];
      add(`describe(${JSON.stringify(shown(heading?.title || chapter.id))}, () => {`, {
        path,
        line: heading?.line ?? 1,
        column: 1,
      });
      for (const step of steps) {
        const { type, line, column, index } = step;
        const title = stepTitle({ type, line, text: textOf(step) });
        add(`test(${JSON.stringify(title)}, (context) => chapters.step(${number}, ${index}, context, new Error()));`, {
          path,
          line,
          column,
        });
      }
      add('});');
    }
    if (!isMarkdown(file)) add('});');
  }
  return { code: lines.join('\n'), map: JSON.stringify(toEncodedMap(map)) };
}

/** The steps of each section, in the order of the plan. A section that is entered twice (a second terminal) is one suite. */
function bySection(steps: readonly Step[]): Map<number, Step[]> {
  const groups = new Map<number, Step[]>();
  for (const step of steps) groups.set(step.section, [...(groups.get(step.section) ?? []), step]);
  return groups;
}
