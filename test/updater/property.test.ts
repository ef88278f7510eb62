import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Chapter } from '../../runner/core/chapter.ts';
import type { Plan } from '../../runner/core/plan.ts';
import type { Range } from '../../runner/core/source.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { replay } from '../../runner/pipeline/replay.ts';
import { reviseChapter } from '../../runner/pipeline/revise-chapter.ts';
import { planChapter } from '../../runner/planner/index.ts';
import { applyChanges } from '../../runner/updater/index.ts';

const options = {
  add: false,
  refresh: false,
  modernise: false,
  errors: false,
  personal: { home: '/root', user: null, hostName: null },
};

const word = fc.constantFrom(
  'red',
  'green',
  'blue',
  '한글',
  '...',
  '#',
  '>',
  '-',
  '1.',
  '|',
  '😀',
  '\t',
  '  ',
  '\u0301',
);
const hostile = fc.constantFrom(
  '```',
  '````',
  '~~~',
  '$ echo typed',
  '---',
  '{% endhighlight %}',
  '<!-- tutor: skip -->',
  '</td>',
  '# remark',
  '5e4f3a2b1c0d',
  'REPOSITORY   TAG       IMAGE ID',
  '/home/jin/x',
);
const line = fc.oneof(
  { weight: 5, arbitrary: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')) },
  { weight: 2, arbitrary: hostile },
  { weight: 1, arbitrary: fc.constant('') },
);
const printed = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'));

interface Piece {
  readonly command: string;
  readonly shown: readonly string[];
  readonly container: (lines: readonly string[]) => readonly string[];
  readonly form: 'console' | 'block' | 'tildes' | 'comment';
}

const container = fc.constantFrom<Piece['container']>(
  (lines) => lines,
  (lines) => lines.map((text) => (text === '' ? '>' : `> ${text}`)),
  (lines) => lines.map((text, index) => (index === 0 ? `1. ${text}` : text === '' ? '' : `   ${text}`)),
  (lines) => lines.map((text, index) => (index === 0 ? `- > ${text}` : `  > ${text}`)),
  (lines) => ['<table><tr><td>', '', ...lines, '', '</td></tr></table>'],
);

const piece: fc.Arbitrary<Piece> = fc.record({
  command: fc.constantFrom('docker run --rm shop colours', 'docker run --rm shop sizes', 'docker ps'),
  shown: fc.array(
    fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
    { minLength: 1, maxLength: 4 },
  ),
  container,
  form: fc.constantFrom<Piece['form']>('console', 'block', 'tildes', 'comment'),
});

const documents = fc
  .record({
    pieces: fc.array(piece, { minLength: 1, maxLength: 4 }),
    newline: fc.constantFrom('\n', '\r\n'),
    end: fc.constantFrom('', '\n'),
    bom: fc.constantFrom('', '\uFEFF'),
    front: fc.boolean(),
  })
  .map(({ pieces, newline, end, bom, front }) => {
    const body = pieces.flatMap((each, index) => [`## Step ${index + 1}`, '', ...each.container(written(each)), '']);
    const lines = [...(front ? ['---', 'title: red', '---', ''] : []), ...body, 'The end.'];
    return bom + lines.join(newline) + end;
  });

function written({ command, shown, form }: Piece): readonly string[] {
  switch (form) {
    case 'console':
      return ['```console', `$ ${command}`, ...shown, '```'];
    case 'tildes':
      return ['~~~console', `$ ${command}`, ...shown, '~~~'];
    case 'comment':
      return ['```bash', command, '# Output:', ...shown.map((text) => `# ${text}`), '```'];
    case 'block':
      return ['```bash', command, '```', '', 'Output:', '', '```', ...shown, '```'];
  }
}

test('whatever is printed: nothing outside the expected output changes, and the chapter reads as before', {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(
      documents,
      fc.array(printed, { minLength: 8, maxLength: 8 }),
      fc.boolean(),
      (source, outputs, refresh) => {
        const plan = planChapter(read(source));
        const outcomes = replay({ before: [], plan }, ({ index }) => ({ text: outputs[index % outputs.length] ?? '' }));
        const { changes } = reviseChapter({ plan, outcomes }, { ...options, refresh });
        const after = applyChanges(plan.chapter, changes);
        expect(outside(after, planChapter(read(after)))).toEqual(outside(source, plan));
        expect(read(after).blocks.map(describe)).toEqual(plan.chapter.blocks.map(describe));
      },
    ),
    { numRuns: 100 },
  );
});

test('whatever is printed: twice is once', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(documents, fc.array(printed, { minLength: 8, maxLength: 8 }), (source, outputs) => {
      const once = updated(source, outputs);
      expect(updated(once, outputs)).toBe(once);
    }),
    { numRuns: 100 },
  );
});

function updated(source: string, outputs: readonly string[]): string {
  const plan = planChapter(read(source));
  const outcomes = replay({ before: [], plan }, ({ index }) => ({ text: outputs[index % outputs.length] ?? '' }));
  return applyChanges(plan.chapter, reviseChapter({ plan, outcomes }, options).changes);
}

function read(source: string): Chapter {
  return parseChapter(source, { id: 'chapter', path: 'chapter.md' });
}

/** A block but for its content. */
function describe({ form, lang, meta, closed, within }: Chapter['blocks'][number]): unknown {
  return { form, lang, meta, closed, within };
}

/** The text without the lines of expected output, and with the marks of fences at their shortest: those may grow. */
function outside(source: string, { steps }: Plan): string {
  const ranges = steps.flatMap((step) => (step.type === 'command' ? (step.expected?.lines ?? []) : []));
  const kept = [...ranges.map(({ range }) => wholeLine(range, source))]
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), source);
  return kept.replace(/`{3,}/g, '```').replace(/~{3,}/g, '~~~');
}

function wholeLine({ start, end }: Range, source: string): Range {
  const newline = source.indexOf('\n', end);
  return { start: source.lastIndexOf('\n', start - 1) + 1, end: newline < 0 ? source.length : newline + 1 };
}
