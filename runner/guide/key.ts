import { emitKeypressEvents } from 'node:readline';

/** Name of a key (`return`, `s`), or that the keyboard is gone. */
export type Key = string | 'end-of-input';

/**
 * Waits for one key. Ctrl-C is passed on as the signal it would be outside raw mode.
 *
 * @throws the signal's reason when it is aborted before or meanwhile.
 */
export async function readKey(stdin: NodeJS.ReadStream, signal: AbortSignal): Promise<Key> {
  signal.throwIfAborted();
  emitKeypressEvents(stdin);
  stdin.setRawMode(true);
  stdin.resume();
  return new Promise((resolve, reject) => {
    const done = (settle: () => void) => {
      stdin.off('keypress', onKey).off('end', onEnd);
      signal.removeEventListener('abort', onAbort);
      stdin.setRawMode(false);
      stdin.pause();
      settle();
    };
    const onKey = (_text: string | undefined, key: { name?: string; ctrl?: boolean }) => {
      if (key.ctrl && key.name === 'c') process.kill(process.pid, 'SIGINT');
      else done(() => resolve(key.ctrl && key.name === 'd' ? 'end-of-input' : (key.name ?? '')));
    };
    const onEnd = () => done(() => resolve('end-of-input'));
    const onAbort = () => done(() => reject(signal.reason));
    signal.addEventListener('abort', onAbort);
    stdin.on('keypress', onKey).on('end', onEnd);
  });
}
