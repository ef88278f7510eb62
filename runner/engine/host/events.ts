import { request } from 'node:http';
import * as z from 'zod';
import { asSocket, type Connect } from './endpoint.ts';

const mounted = z.object({
  Actor: z.object({ ID: z.string(), Attributes: z.object({ container: z.string() }) }),
});

/**
 * Follows an engine's events for the volumes that containers mount: `-v data:/data` and anonymous ones are made by the
 * engine itself, not by a request.
 *
 * @returns ends the watch.
 */
export function watchMounts(connect: Connect, seen: (container: string, volume: string) => void): () => void {
  const filters = encodeURIComponent(JSON.stringify({ type: ['volume'], event: ['mount'] }));
  const asked = request(
    { method: 'GET', path: `/events?filters=${filters}`, host: 'docker', createConnection: () => asSocket(connect()) },
    (answer) => {
      let rest = '';
      answer.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          const { data } = mounted.safeParse(JSON.parse(line));
          if (data !== undefined) seen(data.Actor.Attributes.container, data.Actor.ID);
        }
      });
      answer.on('error', () => {});
    },
  );
  // An engine that goes away ends its events; the run notices that by itself.
  asked.on('error', () => {});
  asked.end();
  return () => asked.destroy();
}
