/** Runs in a page to itself: draws what the page around it sends, and sends the picture back. */
interface Mermaid {
  initialize(options: object): void;
  render(id: string, source: string): Promise<{ readonly svg: string }>;
}

interface Asked {
  readonly id: number;
  readonly source: string;
  readonly dark: boolean;
}

const { mermaid } = window as unknown as { readonly mermaid?: Mermaid };

if (mermaid !== undefined && window !== parent) {
  let before: Promise<unknown> = Promise.resolve();
  addEventListener('message', ({ data, source }: MessageEvent<Asked>) => {
    if (source !== parent) return;
    // One after another: what it is told of the looks holds for all that it draws.
    before = before.then(() => draw(data)).catch(() => {});
  });
  parent.postMessage('ready', '*');
}

async function draw({ id, source, dark }: Asked): Promise<void> {
  mermaid?.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    theme: dark ? 'dark' : 'default',
    // A picture holds no HTML.
    htmlLabels: false,
    flowchart: { htmlLabels: false },
  });
  const drawn = await mermaid?.render(`diagram-${id}`, source);
  if (drawn !== undefined) parent.postMessage({ id, svg: drawn.svg }, '*');
}
