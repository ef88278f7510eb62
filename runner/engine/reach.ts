import { run } from './exec.ts';

/** How a page is asked for. */
export interface Asking {
  /** `HEAD`: only its headers. */
  readonly method?: 'GET' | 'HEAD';
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Asks for a page and waits only a moment for it.
 *
 * @returns its headers and text; null where nobody answers in time.
 */
export async function fetchPage(url: string, patienceMs: number, asking: Asking = {}): Promise<string | null> {
  if (process.env.https_proxy || process.env.HTTPS_PROXY) return fetchThroughProxy(url, patienceMs, asking);
  // `fetch` takes four times as long to load, and each run on a sandbox waits for this.
  const { request } = url.startsWith('http:') ? await import('node:http') : await import('node:https');
  return new Promise((resolve) => {
    const asked = request(url, { ...asking, signal: AbortSignal.timeout(patienceMs) }, (response) => {
      const headers = Object.entries(response.headers).map(([name, value]) => `${name}: ${value}\n`);
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve(`${headers.join('')}\n${text}`)).on('error', () => resolve(null));
    });
    asked.on('error', () => resolve(null)).end();
  });
}

/** Node itself knows no proxies before version 24; curl does. */
async function fetchThroughProxy(url: string, patienceMs: number, { method, headers = {} }: Asking) {
  const given = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const { exitCode, stdout } = await run({
    file: 'curl',
    // Headers may hold a token, and arguments can be read by everybody on the machine.
    args: [`-si${method === 'HEAD' ? 'I' : ''}`, '--max-time', String(patienceMs / 1000), '--header', '@-', url],
    input: given.map((line) => `${line}\n`).join(''),
    env: process.env,
  });
  return exitCode === 0 ? stdout : null;
}
