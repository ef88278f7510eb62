import { join } from 'node:path';
import type { BlockKind } from '../../runner/core/plan.ts';
import { keySpecs } from '../../runner/parser/annotation-keys.ts';
import { readItinerary } from '../../runner/pipeline/read-itinerary.ts';
import { planJson } from '../../runner/planner/index.ts';
import { planPage } from '../../runner/planner/page/plan-page.ts';
import { code, fenced, table } from './markdown.ts';

/** What each kind is, and what tutor does with a block of it. The compiler asks for every kind. */
const kinds: Readonly<Record<BlockKind, readonly [meaning: string, done: string]>> = {
  run: ['shell commands that a reader types, in order', 'typed into the terminal, one after another'],
  'in-container': [
    'lines for a container or another interactive program that an earlier command opened',
    'typed into that program',
  ],
  'expected-output': ['what an earlier command should print', 'compared with what that command printed'],
  dockerfile: ['the content of a Dockerfile', 'written to a file on the engine’s machine'],
  file: ['the content of another file', 'written to a file on the engine’s machine'],
  synopsis: ['the form of a command, with placeholders', 'nothing'],
  illustration: ['shown to be looked at: fragments, counter-examples, drawings', 'nothing'],
  other: ['diagrams, addresses to open in a browser', 'nothing'],
};

/** What is read out of a chapter: the kinds, the keys of annotations, and the example's plan in both forms. */
export async function readingPieces(manual: string): Promise<readonly (readonly [string, string])[]> {
  const path = join(manual, 'examples/container.md');
  const { plan } = await readItinerary({ id: 'container', path, section: null }, manual);
  const page = planPage(plan, { columns: 100, paint: (_style, text) => text, locale: 'en' });
  const rows = Object.entries(kinds).map(([kind, [meaning, done]]) => [code(kind), meaning, done]);
  return [
    ['kinds', table(['kind', 'what it is', 'what tutor does'], rows)],
    [
      'keys',
      table(
        ['key', 'takes'],
        Object.entries(keySpecs).map(([key, { takes }]) => [code(key), takes]),
      ),
    ],
    ['plan/page', fenced('text', page.trimEnd())],
    ['plan/json', fenced('json', JSON.stringify(shortened(planJson(plan)), null, 2))],
  ];
}

/** The first block is enough to show the form. */
function shortened(plan: ReturnType<typeof planJson>) {
  return { ...plan, blocks: plan.blocks.slice(0, 1) };
}
