import { run } from './exec.ts';

/**
 * Asks for a page and waits only a moment for it.
 *
 * @returns its headers and text; null where nobody answers in time.
 */
export async function fetchPage(url: string, patienceMs: number): Promise<string | null> {
  if (process.env.https_proxy || process.env.HTTPS_PROXY) return fetchThroughProxy(url, patienceMs);
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs), redirect: 'manual' });
    const headers = [...response.headers].map(([name, value]) => `${name}: ${value}\n`);
    return `${headers.join('')}\n${await response.text()}`;
  } catch {
    return null;
  }
}

/** Node itself knows no proxies before version 24; curl does. */
async function fetchThroughProxy(url: string, patienceMs: number): Promise<string | null> {
  const args = ['-si', '--max-time', String(patienceMs / 1000), url];
  const { exitCode, stdout } = await run({ file: 'curl', args, env: process.env });
  return exitCode === 0 ? stdout : null;
}
