import type { ComponentChildren, JSX } from 'preact';
import type { DiffLine } from '../../core/match.ts';
import type { PageModel } from '../model.ts';

export interface DifferenceProps {
  readonly diff: readonly DiffLine[];
  /** Line of the chapter at which the expected output begins. */
  readonly firstLine: number;
  readonly words: PageModel['words'];
}

type Spans = readonly (readonly [number, number])[];

/** The chapter's output beside the real one; within a line only what really differs is marked. */
export function Difference({ diff, firstLine, words }: DifferenceProps): JSX.Element {
  return (
    <figure class="difference">
      <figcaption>{words['page-difference']}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <section class="rows" aria-label={words['page-difference']} tabIndex={0}>
        {diff.map((line, index) => (
          <Rows key={index} line={line} firstLine={firstLine} />
        ))}
      </section>
    </figure>
  );
}

/** Lines of a chapter before and after a change, as a unified diff has them. */
export function Patch({ patch, label }: { readonly patch: string; readonly label: string }): JSX.Element {
  const lines = patch.split('\n').filter((line) => !line.startsWith('\\'));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section class="rows" aria-label={label} tabIndex={0}>
      {lines.map((line, index) => (
        <Row
          key={index}
          sign={signs[line[0] ?? ''] ?? ' '}
          line={placeIn(line)}
          text={line.startsWith('@@') ? '' : line.slice(1)}
        />
      ))}
    </section>
  );
}

const signs: Readonly<Record<string, '−' | '+'>> = { '-': '−', '+': '+' };

function placeIn(line: string): number | null {
  const [, place] = /^@@ -(\d+)/.exec(line) ?? [];
  return place === undefined ? null : Number(place);
}

function Rows({ line, firstLine }: { readonly line: DiffLine; readonly firstLine: number }): JSX.Element {
  const at = 'expectedLine' in line ? firstLine + line.expectedLine - 1 : null;
  switch (line.op) {
    case 'same':
      return <Row sign=" " line={at} text={line.expected} />;
    case 'missing':
      return <Row sign="−" line={at} text={line.expected} />;
    case 'unexpected':
      return <Row sign="+" line={null} text={line.actual} />;
    case 'changed': {
      const [expected, actual] = [line.spans.map((span) => span.expected), line.spans.map((span) => span.actual)];
      return (
        <>
          <Row sign="−" line={at} text={marked(line.expected, expected)} />
          <Row sign="+" line={null} text={marked(line.actual, actual)} />
        </>
      );
    }
  }
}

interface RowProps {
  readonly sign: ' ' | '−' | '+';
  readonly line: number | null;
  readonly text: ComponentChildren;
}

function Row({ sign, line, text }: RowProps): JSX.Element {
  const kind = sign === '−' ? 'removed' : sign === '+' ? 'added' : 'same';
  return (
    <div class={`row ${kind}`}>
      <span class="line">{line}</span>
      <span class="sign">{sign}</span>
      <span class="text">{text}</span>
    </div>
  );
}

function marked(text: string, spans: Spans): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const [start, end] of spans) {
    parts.push(text.slice(at, start), end > start ? <mark key={start}>{text.slice(start, end)}</mark> : null);
    at = end;
  }
  return [...parts, text.slice(at)];
}
