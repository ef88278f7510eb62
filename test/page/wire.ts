import type WebSocket from 'ws';

/** The first message that comes over a wire, or the status with which it is refused. */
export function firstOf(socket: WebSocket): Promise<string | number> {
  return new Promise((resolve) => {
    socket.on('message', (data) => {
      resolve(JSON.stringify((JSON.parse(String(data)) as unknown[])[0]));
      socket.close();
    });
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => {});
  });
}
