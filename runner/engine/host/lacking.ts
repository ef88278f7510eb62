import { ask } from './api.ts';
import { connectTo, requireEndpoint } from './endpoint.ts';

/**
 * Those of these images that the user's engine does not hold and would have to pull.
 *
 * @throws UserError where there is no client.
 */
export async function imagesLackingOnHost(images: readonly string[]): Promise<readonly string[]> {
  const connect = connectTo(await requireEndpoint());
  const answers = await Promise.all(
    images.map((name) => ask(connect, 'GET', `/images/${encodeURIComponent(name)}/json`)),
  );
  return images.filter((_name, index) => answers[index]?.status !== 200);
}
