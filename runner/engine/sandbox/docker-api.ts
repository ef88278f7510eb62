import { request } from 'node:http';

/**
 * Asks a dockerd for `path` over its socket.
 *
 * @returns the body of a 200, null for anything else or no answer in time.
 */
export function askDocker(socketPath: string, path: string, timeoutMs = 2_000): Promise<string | null> {
  return new Promise((resolve) => {
    const asked = request({ socketPath, path, host: 'docker', timeout: timeoutMs, agent: false }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      answer.on('end', () => resolve(answer.statusCode === 200 ? body : null));
      answer.on('error', () => resolve(null));
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(null));
    asked.end();
  });
}

/** The server's version, as `docker version` shows it; null where nobody answers. */
export async function dockerVersion(socketPath: string): Promise<string | null> {
  const body = await askDocker(socketPath, '/version');
  return body === null ? null : (JSON.parse(body) as { Version: string }).Version;
}
