import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { BlockModel, PageModel, StepModel, StepState } from '../model.ts';
import { Difference, Patch } from './difference.tsx';
import { filled } from './words.ts';

/** What can be done at a step; null where nothing can: in a report. */
export interface Doing {
  run(step: number): void;
  again(): void;
  leaveOut(): void;
  /** An author's; null where whoever looks at it is none. */
  readonly author: {
    /** Shows what an update would write for a step. */
    propose(step: number): void;
    write(step: number): void;
  } | null;
  /** Ctrl-C for what is running in a terminal. */
  stop(terminal: number): void;
  /** Resolves once the text is in the clipboard. */
  copy(text: string): Promise<void>;
  /** Step that was judged last; -1 where none was. */
  readonly last: number;
  /** Whether something is running now. */
  readonly busy: boolean;
}

export interface BlockProps {
  readonly model: PageModel;
  readonly block: BlockModel;
  readonly states: readonly StepState[];
  readonly doing: Doing | null;
  /** What the names of its elements begin with. */
  readonly prefix?: string;
}

const signs = { waiting: '', ready: '▸', running: '…', passed: '✓', failed: '✗', broken: '!', skipped: '–' } as const;

/** A block with steps, each with its state and what can be done with it. */
export function Block({ model, block, states, doing, prefix = '' }: BlockProps): JSX.Element {
  return (
    <div class="block">
      {block.pieces.map((piece) =>
        'step' in piece ? (
          <Step key={piece.step} index={piece.step} {...{ model, states, doing, prefix }} />
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
          <pre class="aside" tabIndex={0}>
            {piece.text}
          </pre>
        ),
      )}
      {block.why.length === 0 ? null : (
        <details class="why">
          <summary>{model.words['page-why']}</summary>
          <ul>
            {block.why.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

interface StepProps {
  readonly model: PageModel;
  readonly index: number;
  readonly states: readonly StepState[];
  readonly doing: Doing | null;
  readonly prefix: string;
}

function Step({ model, index, states, doing, prefix }: StepProps): JSX.Element | null {
  const step = model.steps[index];
  const state = states[index];
  if (step === undefined || state === undefined) return null;
  const { words } = model;
  const { stage } = state;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a step is no part of a form
    <div
      class={`step ${step.skip === null ? stage : 'skipped'}`}
      id={`${prefix}step-${index}`}
      role="group"
      aria-label={filled(words['page-step'], { number: index + 1 })}
    >
      <div class="bar">
        <span class="stage">
          <span class="sign" aria-hidden="true">
            {signs[stage]}
          </span>{' '}
          {words[`page-${stage}`]}
          {state.ms === null || state.ms < 1000 ? null : <span class="time"> · {(state.ms / 1000).toFixed(1)} s</span>}
        </span>
        <span class="buttons">
          {doing === null || step.skip !== null ? null : <Buttons {...{ step, state, doing, words }} />}
        </span>
      </div>
      {step.file === null ? null : <div class="file">✎ {step.file}</div>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <pre class={step.type} tabIndex={0}>
        {step.type === 'command' && step.prompt !== '' ? (
          <span class="prompt" aria-hidden="true">
            {step.prompt}{' '}
          </span>
        ) : null}
        <code dangerouslySetInnerHTML={{ __html: step.html }} />
      </pre>
      <Outcome {...{ step, state, words, doing }} />
    </div>
  );
}

interface OfStep {
  readonly step: StepModel;
  readonly state: StepState;
  readonly words: PageModel['words'];
}

function Buttons({ step, state: { stage }, doing, words }: OfStep & { readonly doing: Doing }): JSX.Element {
  const { index } = step;
  return (
    <>
      {stage === 'ready' || stage === 'waiting' ? (
        <button type="button" class={stage} disabled={doing.busy} onClick={() => doing.run(index)}>
          {stage === 'waiting' ? words['page-run-to-here'] : words[step.type === 'file' ? 'page-save' : 'page-run']}
        </button>
      ) : null}
      {stage === 'ready' ? (
        <button type="button" disabled={doing.busy} onClick={() => doing.leaveOut()}>
          {words['page-leave-out']}
        </button>
      ) : null}
      {stage === 'running' ? (
        <button type="button" class="ready" onClick={() => doing.stop(step.terminal)}>
          {words['page-stop']}
        </button>
      ) : null}
      {doing.last === index && stage !== 'running' ? (
        <button type="button" disabled={doing.busy} onClick={() => doing.again()}>
          {words['page-again']}
        </button>
      ) : null}
      <Copy text={step.text} words={words} copy={doing.copy} />
    </>
  );
}

interface CopyProps extends Pick<Doing, 'copy'> {
  readonly text: string;
  readonly words: PageModel['words'];
}

function Copy({ text, words, copy }: CopyProps): JSX.Element {
  const [isCopied, setCopied] = useState(false);
  const onClick = async () => {
    await copy(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <button type="button" onClick={() => void onClick()}>
      {words[isCopied ? 'page-copied' : 'page-copy']}
    </button>
  );
}

function Outcome({ step, state, words, doing }: OfStep & Pick<StepProps, 'doing'>): JSX.Element {
  const { stage, told, output, typed, diff, tolerated } = state;
  const isWrong = stage === 'failed' || stage === 'broken';
  return (
    <div class="outcome">
      {step.skip === null || told.length > 0 ? null : (
        <p class="told">{filled(words['page-not-typed'], { why: step.skip })}</p>
      )}
      {typed === null ? null : <p class="told">{filled(words['page-typed'], { text: typed })}</p>}
      {told.map((sentence) => (
        <p class="told" key={sentence}>
          {sentence}
        </p>
      ))}
      {diff.length === 0 ? null : <Difference diff={diff} firstLine={step.expectedLine ?? step.line} words={words} />}
      {doing?.author == null || diff.length === 0 ? null : (
        <Update {...{ step, state, words }} author={doing.author} busy={doing.busy} />
      )}
      {output === null || output === '' ? null : (
        <details open={isWrong && diff.length === 0}>
          <summary>{words['page-output']}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
          <pre class="output" tabIndex={0}>
            {output}
          </pre>
        </details>
      )}
      {tolerated.length === 0 ? null : (
        <details>
          <summary>
            {words['page-tolerated']} ({tolerated.length})
          </summary>
          <ul>
            {tolerated.map(({ line, name }) => (
              <li key={`${line} ${name}`}>
                {(step.expectedLine ?? step.line) + line - 1}: {name}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

interface UpdateProps extends OfStep, Pick<Doing, 'busy'> {
  readonly author: NonNullable<Doing['author']>;
}

/** What the chapter says is brought up to date, once its author has seen what would be written. */
function Update({ step: { index }, state: { patch }, words, author, busy }: UpdateProps): JSX.Element {
  if (patch === null)
    return (
      <button type="button" disabled={busy} onClick={() => author.propose(index)}>
        {words['page-update']}
      </button>
    );
  return (
    <figure class="difference">
      <figcaption>{words['page-would-write']}</figcaption>
      <Patch patch={patch} label={words['page-would-write'] ?? ''} />
      <button type="button" class="ready" disabled={busy} onClick={() => author.write(index)}>
        {words['page-write']}
      </button>
    </figure>
  );
}
