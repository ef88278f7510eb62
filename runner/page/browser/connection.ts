import type { FromPage, ToPage } from '../model.ts';
import { enter } from './gate.tsx';

/** The wire to tutor. */
export interface Connection {
  ask(message: FromPage): void;
}

/**
 * Opens the wire with the secret of the page's address, which is kept out of every request: what stands behind `#` is
 * not sent. Whoever has none is asked for the password, where there is one.
 *
 * @param onLost called once: tutor does not answer, or no longer
 */
export function connect(onMessages: (messages: readonly ToPage[]) => void, onLost: () => void): Connection {
  let socket: WebSocket | null = null;
  const open = async () => {
    const secret = location.hash.slice(1) || sessionStorage.getItem('secret') || (await enter());
    if (secret === null) return onLost();
    sessionStorage.setItem('secret', secret);
    socket = new WebSocket(`ws://${location.host}/`, ['tutor', secret]);
    socket.addEventListener('message', ({ data }) => onMessages(JSON.parse(String(data)) as ToPage[]));
    socket.addEventListener('close', () => {
      // The next reload asks anew: the secret may be that of an earlier time.
      if (location.hash === '') sessionStorage.removeItem('secret');
      onLost();
    });
  };
  void open();
  return {
    ask(message) {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    },
  };
}
