import { forTerminal } from '../core/terminal-text.ts';

const originals = new WeakMap<NodeJS.WriteStream, NodeJS.WriteStream>();

/** The same stream, on which nothing is written raw that tutor has not marked as its own. */
export function guarded<Stream extends NodeJS.WriteStream>(stream: Stream): Stream {
  const write = (text: string) => stream.write(forTerminal(text));
  const proxy = new Proxy(stream, {
    get(target, name) {
      if (name === 'write') return write;
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
    set: (target, name, value) => Reflect.set(target, name, value, target),
  });
  originals.set(proxy, stream);
  return proxy;
}

/** The stream itself, for a line editor, which draws on it. */
export function original(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return originals.get(stream) ?? stream;
}
