import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import { hostname } from 'node:os';

const minuteMs = 60_000;
/** Who knows the password needs few; who guesses one gets nowhere with them. */
const triesOfOne = 5;
const triesOfAll = 30;

/** Whether two secrets are the same, in a time that tells nothing about either. */
export function isSame(given: string, secret: string): boolean {
  const [a, b] = [given, secret].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

/** Tries of a password: few in a minute for each address, and few for all of them together. */
export class Tries {
  #made: { readonly by: string; readonly at: number }[] = [];

  /** Counts a try, unless there were too many. */
  take(by: string, now = Date.now()): boolean {
    this.#made = this.#made.filter(({ at }) => now - at < minuteMs);
    const own = this.#made.filter((one) => one.by === by).length;
    if (own >= triesOfOne || this.#made.length >= triesOfAll) return false;
    this.#made.push({ by, at: now });
    return true;
  }
}

/**
 * Whether a request's `Host` is a name of this server: another one may have been made to lead here. On all interfaces
 * that is any address, which nobody can make lead elsewhere, and the names that this machine gives itself.
 *
 * @param host that it listens on
 */
export function isOwnHost(given: string | undefined, host: string, port: number): boolean {
  const [, name = '', ownPort = '80'] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(given ?? '') ?? [];
  if (Number(ownPort) !== port) return false;
  if (name === nameOf(host)) return true;
  const isOpen = host !== '127.0.0.1';
  return isOpen && (isIP(name.replace(/^\[|\]$/g, '')) !== 0 || [hostname(), 'localhost'].includes(name.toLowerCase()));
}

/** An address as it stands in a URL. */
export function nameOf(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host;
}
