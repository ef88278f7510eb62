import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** Something that is served. */
export interface Found {
  readonly type: string;
  /** What it may do. */
  readonly policy: string;
  readonly content: Uint8Array;
  /** As gzip packs it. */
  readonly isPacked?: boolean;
}

export const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** Only the page's own files run, and the script that stands in it. */
const policyFor = (script: string | undefined) => {
  const digest = script === undefined ? '' : ` 'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  return [
    "default-src 'none'",
    `script-src 'self'${digest}`,
    // The terminal's widget writes style sheets of its own; the chapter's text has none left.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
};
export const policy = policyFor(undefined);

/**
 * A file of the page as it was built. What they hold is no secret: the chapter comes over the socket.
 *
 * @param path of the request's address
 */
export async function ownFile(folder: string, path: string): Promise<Found | null> {
  const name = path === '/' ? 'index.html' : path.slice(1);
  const type = types[extname(name)];
  if (type === undefined || !/^[\w.-]+$/.test(name)) return null;
  const content = await readFile(join(folder, name)).catch(() => null);
  if (content === null) {
    const packed = await readFile(join(folder, `${name}.gz`)).catch(() => null);
    return packed === null ? null : { type, policy, content: packed, isPacked: true };
  }
  const [, script] = /<script[^>]*>(.*?)<\/script>/s.exec(name.endsWith('.html') ? content.toString() : '') ?? [];
  return { type, policy: script === undefined ? policy : policyFor(script), content };
}
