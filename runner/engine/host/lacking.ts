import { message, UserError } from '../../core/message.ts';
import { ask } from './api.ts';
import { connectTo, requireEndpoint } from './endpoint.ts';

/**
 * Those of these images that the user's engine does not hold and would have to pull.
 *
 * @throws UserError where no engine answers.
 */
export async function imagesLackingOnHost(images: readonly string[], at?: string): Promise<readonly string[]> {
  const connect = connectTo(await requireEndpoint(at));
  const answers = await Promise.all(
    images.map((name) => ask(connect, 'GET', `/images/${encodeURIComponent(name)}/json`)),
  );
  if (answers.some(({ status }) => status === 0)) throw new UserError(message('host-engine-silent'));
  return images.filter((_name, index) => answers[index]?.status !== 200);
}
