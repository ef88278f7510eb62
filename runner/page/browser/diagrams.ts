/** What the page that draws sends back. */
interface Drawn {
  readonly id: number;
  readonly svg: string;
}

const isDark = matchMedia('(prefers-color-scheme: dark)');

/**
 * Puts a picture in the place of each diagram's source, which can still be unfolded. Where the project has no mermaid, or
 * it cannot read the source, that stays as it is, and no page that draws is opened: that takes longer than the chapter.
 *
 * @param name what a diagram without a title is called
 */
export async function drawDiagrams(article: HTMLElement, name: string): Promise<void> {
  const figures = [...article.querySelectorAll<HTMLElement>('figure.diagram')];
  if (figures.length === 0) return;
  const page = await fetch('/diagrams', { method: 'HEAD' }).catch(() => null);
  if (page?.ok !== true || !figures.every(({ isConnected }) => isConnected)) return;
  const frame = document.createElement('iframe');
  // Not hidden: what is drawn has to be measured.
  frame.className = 'drawing';
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  frame.title = 'mermaid';
  frame.src = '/diagrams';
  const sources = figures.map((figure) => figure.querySelector('pre')?.textContent ?? '');
  const ask = () => {
    for (const [id, source] of sources.entries())
      frame.contentWindow?.postMessage({ id, source, dark: isDark.matches }, '*');
  };
  const onMessage = ({ source, data }: MessageEvent<'ready' | Drawn>) => {
    if (!frame.isConnected) {
      removeEventListener('message', onMessage);
      isDark.removeEventListener('change', ask);
      frame.remove();
    } else if (source !== frame.contentWindow) return;
    else if (data === 'ready') ask();
    else show(figures[data.id], data.svg, name);
  };
  addEventListener('message', onMessage);
  isDark.addEventListener('change', ask);
  article.append(frame);
}

function show(figure: HTMLElement | undefined, svg: unknown, name: string): void {
  if (figure === undefined || typeof svg !== 'string') return;
  const size = /\bviewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"/.exec(svg);
  const image = figure.querySelector('img') ?? document.createElement('img');
  // As a picture it does nothing, whatever drew it.
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  image.alt = figure.querySelector('figcaption')?.textContent ?? name;
  if (size !== null) image.width = Math.ceil(Number(size[1]));
  if (size !== null) image.height = Math.ceil(Number(size[2]));
  if (image.isConnected) return;
  const source = figure.querySelector('pre');
  const folded = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = 'mermaid';
  if (source !== null) folded.append(summary, source);
  figure.prepend(image);
  figure.append(folded);
}
