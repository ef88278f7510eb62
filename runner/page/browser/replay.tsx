import type { Terminal } from '@xterm/xterm';
import { type JSX, render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Recording } from '../../core/recording.ts';
import { madeTerminal } from './looks.ts';

/** Nobody wants to watch how nothing happens for longer. */
const longestPauseMs = 1500;
const speeds = [1, 2, 4, 8];

type Words = Readonly<Record<string, string>>;

/** A recording as it is played: without its long pauses. */
interface Film extends Recording {
  readonly lengthMs: number;
}

for (const place of document.querySelectorAll<HTMLDetailsElement>('details.replay')) {
  // A report is read without it where the browser is too old.
  void prepared(place).catch(() => {});
}

async function prepared(place: HTMLDetailsElement): Promise<void> {
  const { recording = '', words = '{}' } = place.dataset;
  const bytes = Uint8Array.from(atob(recording), (letter) => letter.charCodeAt(0));
  const text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  const film = withoutPauses(JSON.parse(text) as Recording);
  const said = JSON.parse(words) as Words;
  place.hidden = false;
  const element = document.createElement('div');
  place.append(element);
  let isShown = false;
  const show = (from: number | null) => {
    if (!isShown || from !== null) render(<Player film={film} words={said} from={from} />, element);
    isShown = true;
  };
  place.addEventListener('toggle', () => place.open && show(null));
  for (const [step, at] of film.steps) {
    const buttons = document.querySelector(`#${CSS.escape(`${prefixOf(place)}step-${step}`)} .buttons`);
    if (buttons === null) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = said['page-watch'] ?? '';
    button.addEventListener('click', () => {
      render(null, element);
      place.open = true;
      show(at);
      place.scrollIntoView();
    });
    buttons.append(button);
  }
}

function prefixOf(place: HTMLElement): string {
  return `${place.closest('section.chapter')?.id ?? ''}-`;
}

function withoutPauses(recording: Recording): Film {
  const times = [...recording.shown.map(([at]) => at), ...recording.steps.map(([, at]) => at)].sort((a, b) => a - b);
  const played = new Map<number, number>();
  let [before, now] = [times[0] ?? 0, 0];
  for (const at of times) {
    now += Math.min(at - before, longestPauseMs);
    played.set(at, now);
    before = at;
  }
  const place = (at: number) => played.get(at) ?? 0;
  return {
    ...recording,
    shown: recording.shown.map(([at, terminal, text]) => [place(at), terminal, text]),
    steps: recording.steps.map(([step, at]) => [step, place(at)]),
    lengthMs: now,
  };
}

interface PlayerProps {
  readonly film: Film;
  readonly words: Words;
  /** Where it begins to play by itself; null: at the beginning, when it is asked to. */
  readonly from: number | null;
}

/** Plays a film; what it shows at a time is all that was shown until then. */
function Player({ film, words, from }: PlayerProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const screens = useRef<Screens | null>(null);
  const [time, setTime] = useState(from ?? 0);
  const [isPlaying, setPlaying] = useState(from !== null);
  const [speed, setSpeed] = useState(1);
  const [seen, setSeen] = useState(1);
  useEffect(() => {
    if (place.current) screens.current = new Screens(place.current, film, setSeen);
    screens.current?.showUpTo(time);
  }, []);
  useEffect(() => {
    if (!isPlaying) return;
    let [last, at] = [performance.now(), time];
    const timer = setInterval(() => {
      const now = performance.now();
      at = Math.min(at + (now - last) * speed, film.lengthMs);
      last = now;
      screens.current?.showUpTo(at);
      setTime(at);
      if (at >= film.lengthMs) setPlaying(false);
    }, 50);
    return () => clearInterval(timer);
  }, [isPlaying, speed]);
  const seek = (to: number) => {
    setPlaying(false);
    setTime(to);
    screens.current?.showUpTo(to);
  };
  const play = () => {
    if (time >= film.lengthMs) seek(0);
    setPlaying(!isPlaying);
  };
  const terminals = new Set(film.shown.map(([, terminal]) => terminal)).size;
  return (
    <div class="player">
      <div class="controls">
        <button type="button" class="ready" onClick={play}>
          {words[isPlaying ? 'page-pause' : 'page-play']}
        </button>
        <input
          type="range"
          min={0}
          max={film.lengthMs}
          step={100}
          value={time}
          aria-label={words['page-time']}
          onInput={({ currentTarget }) => seek(Number(currentTarget.value))}
        />
        <span class="time">
          {clock(time)} / {clock(film.lengthMs)}
        </span>
        <select
          aria-label={words['page-speed']}
          value={speed}
          onChange={({ currentTarget }) => setSpeed(Number(currentTarget.value))}
        >
          {speeds.map((one) => (
            <option key={one} value={one}>
              {one}×
            </option>
          ))}
        </select>
        {terminals < 2 ? null : (
          <span class="time">
            {words['page-terminal']} {seen}
          </span>
        )}
      </div>
      <div class="film" ref={place} />
    </div>
  );
}

/** The terminals of a film, in one place; the one that was written to last is seen. */
class Screens {
  readonly #place: HTMLElement;
  readonly #film: Film;
  readonly #onSeen: (terminal: number) => void;
  readonly #all = new Map<number, { readonly terminal: Terminal; readonly element: HTMLElement }>();
  /** How much of the film has been shown. */
  #next = 0;

  constructor(place: HTMLElement, film: Film, onSeen: (terminal: number) => void) {
    this.#place = place;
    this.#film = film;
    this.#onSeen = onSeen;
    this.#get(1);
  }

  showUpTo(time: number): void {
    const { shown } = this.#film;
    const before = shown[this.#next - 1];
    if (before !== undefined && before[0] > time) {
      for (const { terminal } of this.#all.values()) terminal.reset();
      this.#next = 0;
    }
    const texts = new Map<number, string>();
    let last: number | null = null;
    for (let event = shown[this.#next]; event !== undefined && event[0] <= time; event = shown[this.#next]) {
      [, last] = event;
      texts.set(last, (texts.get(last) ?? '') + event[2]);
      this.#next += 1;
    }
    for (const [number, text] of texts) this.#get(number).write(text);
    if (last !== null) this.#see(last);
  }

  #see(number: number): void {
    for (const [each, { element }] of this.#all) element.hidden = each !== number;
    this.#onSeen(number);
  }

  #get(number: number): Terminal {
    const known = this.#all.get(number);
    if (known !== undefined) return known.terminal;
    const element = document.createElement('div');
    element.className = 'screen';
    this.#place.append(element);
    const terminal = madeTerminal({ fontSize: 12, disableStdin: true });
    terminal.resize(this.#film.columns, this.#film.rows);
    terminal.open(element);
    this.#all.set(number, { terminal, element });
    return terminal;
  }
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
