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
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const response = await fetch(url, { signal, redirect: 'manual', ...asking });
    const headers = [...response.headers].map(([name, value]) => `${name}: ${value}\n`);
    return `${headers.join('')}\n${await response.text()}`;
  } catch {
    return null;
  }
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
