import '@xterm/xterm/css/xterm.css';
import './page.css';
import { render } from 'preact';
import type { StepState, ToPage } from '../model.ts';
import { filled } from '../view/words.ts';
import { App, type View } from './app.tsx';
import { connect } from './connection.ts';
import { TerminalViews } from './terminals.ts';

const nothing: View = {
  title: null,
  models: [],
  current: 0,
  seen: 0,
  states: [],
  engine: { type: 'engine', engine: 'starting' },
  services: [],
  resumable: 0,
  notice: '',
  isLost: false,
};
/** Most of what the page needs: the chapter can be read before that is here. */
const widget = new URL('widget.js', import.meta.url).href;
let view: View | null = null;
let views: TerminalViews | null = null;
const early: Extract<ToPage, { type: 'terminal' }>[] = [];

/** What was said before there was a chapter. */
let before = '';

const connection = connect(
  (messages) => {
    for (const message of messages) receive(message);
    if (view !== null) show(view);
  },
  () => {
    if (view !== null) show({ ...view, isLost: true });
    else if (before === '') say('tutor does not answer here: open the address that it prints.');
  },
);

function receive(message: ToPage): void {
  switch (message.type) {
    case 'before':
      before = message.text;
      say(before);
      return;
    case 'terminal':
      if (views === null) early.push(message);
      else views.write(message.terminal, message.data, message.anew ?? false);
      return;
    default:
      view = changed(view ?? nothing, message);
      if (message.type === 'states') lookAt(message.page, message.states);
  }
}

/** The terminal comes to the front in which a step is run. */
function lookAt(page: number, states: readonly StepState[]): void {
  const running = states.find(({ stage }) => stage === 'running');
  const step = view?.models[page]?.steps[running?.index ?? -1];
  if (step !== undefined) views?.see(step.terminal);
}

/** There is no chapter to show. */
function say(text: string): void {
  render(
    <main class="before">
      <p role="status">{text}</p>
    </main>,
    document.body,
  );
}

function changed(before: View, message: ToPage): View {
  switch (message.type) {
    case 'pages': {
      const { title, models, current } = message;
      const [first] = models;
      document.title = title ?? first?.title ?? '';
      document.documentElement.lang = first?.locale ?? '';
      return { ...before, title, models, current, seen: current, notice: '', isLost: false };
    }
    case 'states': {
      const states = [...(before.states[message.page] ?? [])];
      for (const state of message.states) states[state.index] = state;
      return { ...before, states: Object.assign([...before.states], { [message.page]: states }) };
    }
    case 'current':
      return { ...before, current: message.page, seen: message.page };
    case 'engine':
      if (message.engine === 'starting') {
        early.splice(0);
        views?.clear();
      }
      return { ...before, engine: message, notice: message.engine === 'ready' ? before.notice : '' };
    case 'services':
      return { ...before, services: message.services };
    case 'resumable':
      return { ...before, resumable: message.count };
    case 'notice':
      return { ...before, notice: message.text };
    default:
      return before;
  }
}

function show(next: View): void {
  view = next;
  render(
    <App
      view={next}
      ask={connection.ask}
      see={(seen) => view !== null && show({ ...view, seen })}
      terminalsIn={async (place, onSeen) => {
        await import(widget);
        views = new TerminalViews({
          place,
          onSeen,
          nameOf: (number) => filled(view?.models[0]?.words['page-leave-terminal'], { number }),
          onKeys: (terminal, keys) => connection.ask({ type: 'press', terminal, keys }),
          onSize: (columns, rows) => connection.ask({ type: 'resize', columns, rows }),
        });
        for (const { terminal, data, anew } of early.splice(0)) views.write(terminal, data, anew ?? false);
        return views;
      }}
    />,
    document.body,
  );
}
