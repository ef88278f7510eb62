import type { JSX } from 'preact';
import { render } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FromPage, PageModel, Service, StepState, ToPage } from '../model.ts';
import { Block } from '../view/block.tsx';
import { filled } from '../view/words.ts';
import { drawDiagrams } from './diagrams.ts';
import { TerminalSide } from './terminal-side.tsx';
import type { TerminalViews } from './terminals.ts';

/** All that the page shows. */
export interface View {
  /** Of the course; null for a chapter by itself. */
  readonly title: string | null;
  /** The chapters of the lesson. */
  readonly models: readonly PageModel[];
  /** Of each of them. */
  readonly states: readonly (readonly StepState[])[];
  /** The chapter that is gone through. */
  readonly current: number;
  /** The one that is looked at. */
  readonly seen: number;
  readonly engine: Extract<ToPage, { type: 'engine' }>;
  readonly services: readonly Service[];
  readonly resumable: number;
  readonly notice: string;
  readonly isLost: boolean;
}

export interface AppProps {
  readonly view: View;
  readonly ask: (message: FromPage) => void;
  /** Looks at another chapter. */
  readonly see: (page: number) => void;
  /** Makes the terminals in their place; called once. */
  readonly terminalsIn: (
    place: HTMLElement,
    onSeen: (terminals: readonly number[], seen: number) => void,
  ) => Promise<TerminalViews>;
}

/** The chapter on one side, its terminals and services on the other. */
export function App({ view, ask, see, terminalsIn }: AppProps): JSX.Element | null {
  const { current, models, engine, isLost, notice, resumable, seen, services } = view;
  const model = models[seen];
  useEffect(() => {
    document.querySelector('main')?.scrollTo(0, 0);
  }, [seen]);
  const states = (view.states[seen] ?? []).slice(0, model?.steps.length ?? 0);
  if (model === undefined) return null;
  const { words } = model;
  const [side, setSide] = useState<'chapter' | 'terminal'>('chapter');
  const done = states.filter(isJudged).length;
  const judged = states.findLast(isJudged);
  const next = states.find(({ stage }) => stage === 'running' || stage === 'ready');
  const progress = filled(words['page-progress'], { done, count: states.length });
  return (
    <>
      <header>
        <strong class="title">{view.title ?? model.title}</strong>
        {models.length < 2 ? null : <Pages view={view} see={see} />}
        <span class="engine">
          {model.engine} · {engine.why ?? words[`page-engine-${engine.engine}`]}
        </span>
        <progress max={states.length} value={done} aria-label={progress} />
        <span class="count">{progress}</span>
        {next === undefined ? null : (
          <button type="button" onClick={() => document.getElementById(`step-${next.index}`)?.scrollIntoView()}>
            {words['page-next']}
          </button>
        )}
        <button type="button" onClick={() => ask({ type: 'reset' })}>
          {words['page-reset']}
        </button>
      </header>
      <div class="switch">
        <button type="button" aria-pressed={side === 'chapter'} onClick={() => setSide('chapter')}>
          {words['page-chapter']}
        </button>
        <button type="button" aria-pressed={side === 'terminal'} onClick={() => setSide('terminal')}>
          {words['page-terminal']}
        </button>
      </div>
      <div class="notice" role="status" aria-live="polite">
        {isLost ? words['page-connection-lost'] : notice}
      </div>
      <div class="spoken" role="log">
        {judged === undefined
          ? null
          : filled(words['page-spoken'], { number: judged.index + 1, outcome: words[`page-${judged.stage}`] ?? '' })}
      </div>
      {resumable === 0 ? null : (
        <div class="resume">
          {filled(words['page-resumable'], { count: resumable })}{' '}
          <button type="button" onClick={() => ask({ type: 'resume' })}>
            {words['page-resume']}
          </button>
        </div>
      )}
      <div class={`sides ${side}`}>
        <main>
          <Sections model={model} />
          <Article key={seen} {...{ model, states, ask }} canDo={seen === current} isIdle={engine.engine === 'ready'} />
          {seen === current ? null : (
            <button type="button" class="ready onward" onClick={() => see(current)}>
              {words['page-back-to-current']}
            </button>
          )}
          {seen !== current || current + 1 >= models.length ? null : (
            <button
              type="button"
              class="ready onward"
              disabled={engine.engine !== 'ready'}
              onClick={() => ask({ type: 'onward' })}
            >
              {words[done < states.length ? 'page-finish-onward' : 'page-onward']}
            </button>
          )}
        </main>
        <aside aria-label={words['page-terminal']}>
          <TerminalSide words={words} terminalsIn={terminalsIn} services={services} isSeen={side === 'terminal'} />
        </aside>
      </div>
    </>
  );
}

function isJudged({ stage }: StepState): boolean {
  return !['waiting', 'ready', 'running'].includes(stage);
}

/** The chapters of a course, and which of them are done. */
function Pages({ view, see }: Pick<AppProps, 'view' | 'see'>): JSX.Element {
  const { current, models, seen, states } = view;
  const sign = (page: number) => {
    const stages = (states[page] ?? []).map(({ stage }) => stage);
    if (stages.some((stage) => stage === 'failed' || stage === 'broken')) return '✗';
    return page < current ? '✓' : page === current ? '▸' : ' ';
  };
  return (
    <select
      aria-label={models[seen]?.words['page-pages']}
      value={seen}
      onChange={({ currentTarget }) => see(Number(currentTarget.value))}
    >
      {models.map(({ title }, page) => (
        <option key={page} value={page}>
          {sign(page)} {page + 1}. {title}
        </option>
      ))}
    </select>
  );
}

function Sections({ model: { sections, words } }: { readonly model: PageModel }): JSX.Element {
  return (
    <details class="sections">
      <summary>{words['page-sections']}</summary>
      <nav aria-label={words['page-sections']}>
        <ul>
          {sections.map(({ id, depth, title }) => (
            <li key={id} class={`depth-${depth}`}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}

interface ArticleProps {
  readonly model: PageModel;
  readonly states: readonly StepState[];
  readonly ask: AppProps['ask'];
  /** It is the chapter that is gone through. */
  readonly canDo: boolean;
  /** Nothing is running. */
  readonly isIdle: boolean;
}

/** The chapter's own text, with a drawn block in each of its places. */
function Article({ model, states, ask, canDo, isIdle }: ArticleProps): JSX.Element {
  const article = useRef<HTMLElement>(null);
  // Where the keyboard was, and not the mouse: who uses that looks elsewhere.
  const keyed = useRef<Element | null>(null);
  const drawnWith = useRef(new WeakMap<Element, readonly unknown[]>());
  useLayoutEffect(() => {
    if (article.current === null) return;
    article.current.innerHTML = model.html;
    void drawDiagrams(article.current, model.words['page-diagram'] ?? '');
  }, [model]);
  useLayoutEffect(() => {
    const judged = states.findLastIndex(isJudged);
    const all = {
      run: (upTo: number) => ask({ type: 'run', upTo }),
      again: () => ask({ type: 'again' }),
      author: model.canWrite
        ? {
            propose: (step: number) => ask({ type: 'propose', step }),
            write: (step: number) => ask({ type: 'write', step }),
          }
        : null,
      leaveOut: () => ask({ type: 'skip' }),
      stop: (terminal: number) => ask({ type: 'press', terminal, keys: '\x03' }),
      copy,
      last: judged,
      busy: !isIdle,
    };
    const doing = canDo ? all : null;
    for (const place of article.current?.querySelectorAll<HTMLElement>('[data-block]') ?? []) {
      const block = model.blocks[Number(place.dataset.block)];
      if (block === undefined) continue;
      const own = block.pieces.flatMap((piece) => ('step' in piece ? [states[piece.step]] : []));
      const now = [block, canDo, isIdle, own.some((state) => state?.index === judged), ...own];
      // One step changes few of a long chapter's blocks.
      if (drawnWith.current.get(place)?.every((one, at) => one === now[at])) continue;
      drawnWith.current.set(place, now);
      render(<Block {...{ model, block, states, doing }} />, place);
    }
    // The button that was pressed is gone: the keyboard goes on at the next step.
    if (keyed.current === null || keyed.current.isConnected || document.activeElement !== document.body) return;
    article.current?.querySelector<HTMLButtonElement>('.step.ready button.ready:enabled')?.focus();
  }, [model, states, isIdle, canDo]);
  // A link of the chapter to a heading of its own: the address keeps its secret.
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const href = link?.getAttribute('href') ?? '';
    if (!href.startsWith('#')) return;
    event.preventDefault();
    document.getElementById(decodeURIComponent(href.slice(1)))?.scrollIntoView();
  };
  const onFocusIn = ({ target }: FocusEvent) => {
    keyed.current = target instanceof Element && target.matches(':focus-visible') ? target : null;
  };
  // biome-ignore lint/a11y/useKeyWithClickEvents: links are followed by Enter as a click
  return <article ref={article} lang={model.locale} onClick={follow} onFocusIn={onFocusIn} />;
}

/** A page that is not encrypted has no clipboard of its own where it comes from another machine. */
async function copy(text: string): Promise<void> {
  if (isSecureContext) return navigator.clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}
