import type { FromPage, ToPage } from '../model.ts';

/** The wire to tutor. */
export interface Connection {
  ask(message: FromPage): void;
}

/**
 * Opens the wire with the secret of the page's address, which is kept out of every request: what stands behind `#` is
 * not sent.
 *
 * @param onLost called once: tutor does not answer, or no longer
 */
export function connect(onMessage: (message: ToPage) => void, onLost: () => void): Connection {
  const secret = location.hash.slice(1) || (sessionStorage.getItem('secret') ?? '');
  sessionStorage.setItem('secret', secret);
  if (secret === '') {
    queueMicrotask(onLost);
    return { ask: () => {} };
  }
  const socket = new WebSocket(`ws://${location.host}/`, ['tutor', secret]);
  socket.addEventListener('message', ({ data }) => onMessage(JSON.parse(String(data)) as ToPage));
  socket.addEventListener('close', onLost, { once: true });
  return {
    ask(message) {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    },
  };
}
