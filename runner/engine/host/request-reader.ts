/** A request as far as it is of interest: its first line, and its body where that is short enough to be looked at. */
export interface SeenRequest {
  readonly line: string;
}

/** Longest head that is looked at. */
const headLimit = 64 * 1024;

/**
 * Reads the heads of HTTP/1.1 requests in a stream of bytes that is passed on elsewhere. Bodies are skipped by their
 * announced length; after an upgrade nothing is a request any more.
 *
 * @returns takes the next bytes, gives the heads that they complete.
 */
export function requestReader(): (bytes: Buffer) => readonly SeenRequest[] {
  let rest = Buffer.alloc(0);
  let skip = 0;
  let chunked = false;
  let opaque = false;

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
    return { line: head.split('\r\n', 1)[0] ?? '' };
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
      const head = takeHead();
      if (head === null) break;
      seen.push(head);
    }
    if (opaque) rest = Buffer.alloc(0);
    return seen;
  };
}
