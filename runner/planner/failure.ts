import { isError } from '../printed/index.ts';
import type { Draft, DraftCommand } from './draft.ts';
import { remarksAbove, turnOf } from './transcript/turns.ts';

const saysSo =
  /(?:에러|오류)(?:가|를)?\s*(?:발생|나|뜨|남|확인)|실패(?:한다|합니다|하는|할|하게)|(?:will|should|must) fail\b|\bfails\b|(?:an|the following) error\b|\b(?:see|get|receive|expect)(?: the)? error\b|エラーに?(?:なり|が|になる)|失敗し|会报错|會失敗|将失败/iu;
/** The sentence below the command tells what has happened: `This fails because …`. */
const failsBelow =
  /^\W*(?:this|the|it)\b(?: (?:request|command|connection|call|attempt|build|ping))?(?: should| will)? fails?\b|^\W*(?:이|위의?) (?:명령|요청|접속|연결|빌드)(?:은|는|이|가)? 실패(?:한다|합니다)/iu;
/** In a comment beside the command, which speaks of that command alone. */
const saysItDoesNotWork = /(?:won['’]t|will not|doesn['’]t|does not) work\b/iu;
/** What is to be done in case of a failure: nobody says that there is one. */
const inCase =
  /(?:에러|오류)(?:가|를)?\s*(?:발생\s*(?:시|하면|할|한|했)|[나뜨]면|[날뜰난뜬])|실패할|\b(?:if|when|until|in case|unless)\b[^,.]*\b(?:fails|error|work)\b/iu;
/** A comment that is nothing but what the reader will see. */
const seen =
  /^(?:(?:command )?not found|no such file or directory|permission denied|connection refused|(?:error|fail(?:s|ed|ure)?|에러|오류|실패)[.!]?)$/iu;

/** The chapter says that the command fails, or shows how it does. */
export function isMeantToFail(draft: Draft, command: DraftCommand): boolean {
  if (command.expected !== null) return command.expected.text.split('\n').some(isError);
  if (command.text.includes('||')) return false;
  const trailing = command.entry.trailing?.text.trim() ?? '';
  if (seen.test(trailing)) return true;
  const comments = [trailing, remarksAbove(turnOf(draft.entries, command.entry))].filter((said) => !inCase.test(said));
  if (comments.some((said) => saysSo.test(said) || saysItDoesNotWork.test(said))) return true;
  if (command !== draft.commands.at(-1)) return false;
  const { label, below, before } = draft.view;
  const above = saysSo.test(label) && !inCase.test(label) && !(before !== null && failsBelow.test(label));
  return above || failsBelow.test(below.split('\n')[0] ?? '');
}
