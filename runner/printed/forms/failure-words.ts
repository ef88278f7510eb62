import { phrases } from '../phrase.ts';

/** Words that tell of a failure wherever they stand: of programs, of the system, of tools of the network. */
const words = [
  ['error', 'errors', 'failed', 'failure', 'fatal', 'denied', 'refused', 'cannot', "can't", 'could not', "couldn't"],
  ['not found', 'no such', 'unknown', 'invalid', 'unable', 'panic', 'unhealthy', 'exited', 'timeout', 'timed out'],
  ['time out', 'non-zero', 'conflict', 'already in use', 'traceback', 'exception'],
  ['not permitted', 'not known', 'not a directory', 'not running', 'not a git', 'not a tty', 'not a terminal'],
  ['read-only file system', 'is a directory', 'file exists', 'already exists', 'does not exist', "doesn't exist"],
  ['no space left', 'no route', 'no match', 'unreachable', 'bad address', '100% packet loss', 'unavailable'],
  ['out of memory', 'killed', 'terminated', 'aborted', 'interrupted', 'segmentation fault', 'core dumped'],
  ['illegal', 'unrecognized', 'unexpected', 'missing', 'mismatch', 'forbidden', 'unauthorized', 'rejected'],
  ['requires', 'required', 'too long', 'too many', 'too large', 'too few'],
].flat();

const tells = phrases(
  [
    ...words.map((word) => `…${word}<end>`),
    '<rest>sh: ',
    '…usage:',
    '…HTTP/<word> {4|5}<n>',
    '…status code{:|} {4|5}<n>',
    ...['오류', '에러', '실패', '거부', '없습니다', '못했습니다'].map((word) => `…${word}`),
  ],
  true,
);

/** Whether a line tells of a failure, be it its own or one that a log only mentions. */
export function tellsFailure(line: string): boolean {
  return tells(line) !== null;
}
