import type { HandOver } from '../session/index.ts';
import type { Keyboard } from './keyboard.ts';
import type { Voice } from './voice.ts';

/** Comes back from the shell. */
const backKey = '\x1d';

/** The very same shell in the learner's hands, until they come back or leave it. */
export async function visitShell(shell: HandOver, keyboard: Keyboard, voice: Voice): Promise<void> {
  let back: () => void = () => {};
  const taken = new Promise<'back'>((resolve) => {
    back = () => resolve('back');
  });
  const listen = async (data: string) => {
    if (data !== backKey) shell.press(data);
    else if (await shell.takeBack()) back();
    else voice.say('guide-shell-busy');
  };
  const how = await keyboard.passing(
    (data) => void listen(data),
    () => Promise.race([taken, shell.ended.then(() => 'ended' as const)]),
  );
  voice.screen.endStream();
  voice.say(how === 'back' ? 'guide-shell-back' : 'guide-shell-ended');
}
