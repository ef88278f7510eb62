import type { Draft, DraftCommand } from './draft.ts';

const errorLine =
  /^(?:docker: )?Error(?: response from daemon)?:|: (?:command not found|No such file or directory|Permission denied|executable file not found)|^unable to (?!find image)|^ERROR:|failed to solve|returned a non-zero code|^curl: \(\d+\)/imu;
const saysSo =
  /(?:에러|오류)(?:가|를)?\s*(?:발생|나|뜨|남|확인)|실패(?:한다|합니다|하는|할|하게)|(?:will|should|must) fail\b|\bfails\b|(?:an|the following) error\b|エラーに?(?:なり|が|になる)|失敗し|会报错|會失敗|将失败/iu;

/** The chapter says that the last command of the block fails, or shows how it does. */
export function isMeantToFail({ view, commands }: Draft, command: DraftCommand): boolean {
  if (command.expected !== null && errorLine.test(command.expected.text)) return true;
  return command === commands.at(-1) && command.expected === null && saysSo.test(view.label);
}
