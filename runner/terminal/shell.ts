import type { HandOver } from '../session/index.ts';
import type { LearnersKeyboard } from './keyboard.ts';
import type { Voice } from './voice.ts';

/** What comes back from the shell: a key, or a line, which does nothing in any shell. */
const backKeys = ['\x1d', '\x1d\r', '!\r'];

/** The very same shell in the learner's hands, until they come back or leave it. */
export async function visitShell(shell: HandOver, keyboard: LearnersKeyboard, voice: Voice): Promise<void> {
  let back: () => void = () => {};
  const taken = new Promise<'back'>((resolve) => {
    back = () => resolve('back');
  });
  const listen = async (data: string) => {
    if (!backKeys.includes(data)) shell.press(data);
    else if (await shell.takeBack()) back();
    else voice.say('guide-shell-busy', { back: voice.back });
  };
  const how = await keyboard.passing(
    (data) => void listen(data),
    () => Promise.race([taken, shell.ended.then(() => 'ended' as const)]),
  );
  await voice.screen.endStream();
  voice.say(how === 'back' ? 'guide-shell-back' : 'guide-shell-ended');
}
