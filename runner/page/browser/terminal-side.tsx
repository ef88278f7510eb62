import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageModel, Service } from '../model.ts';
import type { AppProps } from './app.tsx';
import type { TerminalViews } from './terminals.ts';

/** Whoever looks at the page sits at another machine. */
const isElsewhere = !['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);

interface TerminalSideProps {
  readonly words: PageModel['words'];
  readonly terminalsIn: AppProps['terminalsIn'];
  readonly services: readonly Service[];
  readonly isSeen: boolean;
}

/** The terminals, one of which is seen, and below them what they have published. */
export function TerminalSide({ words, terminalsIn, services, isSeen }: TerminalSideProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const [views, setViews] = useState<TerminalViews | null>(null);
  const [open, setOpen] = useState<readonly number[]>([1]);
  const [seen, setSeen] = useState(1);
  useEffect(() => {
    if (place.current)
      void terminalsIn(place.current, (terminals, front) => {
        setOpen(terminals);
        setSeen(front);
      }).then(setViews);
  }, []);
  useEffect(() => {
    if (isSeen) views?.focus();
  }, [isSeen]);
  const see = (number: number) => {
    views?.see(number);
    views?.focus();
  };
  return (
    <>
      {open.length < 2 ? null : (
        <div class="tabs">
          {open.map((number) => (
            <button key={number} type="button" aria-pressed={seen === number} onClick={() => see(number)}>
              {words['page-terminal']} {number}
            </button>
          ))}
        </div>
      )}
      <div class="terminals" ref={place} />
      {services.length === 0 ? null : (
        <div class="services">
          <strong>{words['page-services']}</strong>
          {isElsewhere ? words['page-services-elsewhere'] : null}
          {services.map(({ port, url }) => (
            <a key={port} href={url} target="_blank" rel="noopener noreferrer">
              localhost:{port}
            </a>
          ))}
        </div>
      )}
    </>
  );
}
