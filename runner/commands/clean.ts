import { type Message, wording } from '../core/message.ts';
import { cleanAbandoned } from '../engine/index.ts';
import type { Call } from './verb.ts';

/**
 * `tutor clean [ID…]`: removes what runs left behind that were killed or told to keep it; of the named ones nothing is
 * kept in mind where their engine does not answer. 3 where something stays.
 */
export async function run({ args, io }: Call): Promise<number> {
  const cleaned = await cleanAbandoned({ everything: true, giveUp: args });
  const say = (code: Parameters<typeof wording>[0]['code'], args = {}) =>
    void io.stdout.write(`${wording({ code, args }, io.locale)}\n`);
  const inWords = (why: Message | string) => (typeof why === 'string' ? why : wording(why, io.locale));
  if (cleaned.length === 0) say('nothing-to-clean');
  for (const { id, left, givenUp } of cleaned) {
    if (left.length === 0) say(givenUp ? 'given-up-run' : 'cleaned-run', { id });
    else say('not-cleaned', { id, why: left.map(inWords).join(', ') });
  }
  return cleaned.every(({ left }) => left.length === 0) ? 0 : 3;
}
