/** A request as far as it is of interest. */
export interface SeenRequest {
  readonly line: string;
  /** Empty where nobody wants it, or where it is too long to be looked at. */
  readonly body: string;
}

/** Longest head that is looked at. */
const headLimit = 64 * 1024;
const bodyLimit = 1024 * 1024;

/**
 * Reads the heads of HTTP/1.1 requests in a stream of bytes that is passed on elsewhere. Bodies are skipped by their
 * announced length; after an upgrade nothing is a request any more.
 *
 * @param wantsBody whether a request is to be given with its body, and so only when that is complete
 * @returns takes the next bytes, gives the heads that they complete.
 */
export function requestReader(
  wantsBody: (line: string) => boolean = () => false,
): (bytes: Buffer) => readonly SeenRequest[] {
  let rest = Buffer.alloc(0);
  let skip = 0;
  let chunked = false;
  let opaque = false;
  let waiting: { readonly line: string; readonly length: number } | null = null;

  const takeHead = (): SeenRequest | null => {
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0) {
      opaque = rest.length > headLimit;
      return null;
    }
    const head = rest.subarray(0, end).toString('latin1');
    rest = rest.subarray(end + 4);
    chunked = /^transfer-encoding:.*chunked/im.test(head);
    skip = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
    opaque = /^upgrade:/im.test(head);
    const line = head.split('\r\n', 1)[0] ?? '';
    if (chunked || skip === 0 || skip > bodyLimit || !wantsBody(line)) return { line, body: '' };
    waiting = { line, length: skip };
    skip = 0;
    return null;
  };

  const takeWaiting = (): SeenRequest | null => {
    if (waiting === null || rest.length < waiting.length) return null;
    const seen = { line: waiting.line, body: rest.subarray(0, waiting.length).toString('utf8') };
    rest = rest.subarray(waiting.length);
    waiting = null;
    return seen;
  };

  /** @returns false where more bytes are needed first. */
  const passBody = (): boolean => {
    const passed = Math.min(skip, rest.length);
    skip -= passed;
    rest = rest.subarray(passed);
    if (skip > 0) return false;
    if (!chunked) return true;
    const end = rest.indexOf('\r\n');
    if (end < 0) return false;
    const size = Number.parseInt(rest.subarray(0, end).toString('latin1'), 16);
    rest = rest.subarray(end + 2);
    // Each chunk, the last and empty one too, ends with a line end of its own.
    skip = size + 2;
    chunked = size > 0;
    return passBody();
  };

  return (bytes) => {
    if (opaque) return [];
    rest = Buffer.concat([rest, bytes]);
    const seen: SeenRequest[] = [];
    while (!opaque && passBody() && rest.length > 0) {
      const next = waiting === null ? (takeHead() ?? takeWaiting()) : takeWaiting();
      if (next === null) break;
      seen.push(next);
    }
    if (opaque) rest = Buffer.alloc(0);
    return seen;
  };
}
