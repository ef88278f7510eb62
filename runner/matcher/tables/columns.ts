import type { Thing } from '../../command/index.ts';
import { koreanTimeUnit, timeUnit } from '../tolerances/time.ts';

/** How the cells of a column are compared. */
export type CellKind =
  | 'text'
  | 'name'
  | 'image'
  | 'id'
  /** What a registry knows an image by. */
  | 'digest'
  | 'age'
  | 'size'
  | 'status'
  | 'ports'
  | 'command'
  | 'instruction'
  /** The comment of a layer, into which BuildKit writes its own name. */
  | 'comment'
  /** A measurement of the moment: any value of the same form. */
  | 'measure'
  /** How much memory is used, of how much that may be. */
  | 'memory'
  /** The number of a process on the host: it is the same in other places too. */
  | 'process'
  /** The version of a program. */
  | 'version'
  /** A device of the machine, or the name of a file system that has none. */
  | 'device'
  /** Says nothing that a chapter could promise. */
  | 'free';

export interface Column {
  /** Names of it in any generation of any tool, the newest first. */
  readonly names: readonly string[];
  readonly kind: CellKind;
  /** The form of a cell, for rows whose alignment is lost. */
  readonly form: string;
  /** It says which thing a row is about. */
  readonly key?: boolean;
  /** What its IDs are of. */
  readonly of?: Thing['kind'];
  readonly empty?: boolean;
}

/** A placeholder may hold blanks: `<docker id>/app`. */
const word = String.raw`(?:<[^<>]+>|\S)+`;
const prose = String.raw`.*?\S`;
const hex = String.raw`(?:sha256:)?(?:[0-9a-f]{2,64}(?:…|\.\.\.)[0-9a-f]{0,64}|[0-9a-f]{6,64}|[X*•]{6,64}|[0-9a-z]{12}(?:\s?\*)?|[0-9a-z]{25}(?:\s?\*)?|<missing>|<none>|\.\.\.|…|<[^<>]+>)`;
const span = String.raw`(?:Less than a second|About an? ${timeUnit}|[Aa]n? (?:few )?${timeUnit}|\d+ ${timeUnit}|\d+ ?${koreanTimeUnit})`;
const ago = String.raw`(?:${span}(?: ?(?:ago|전))?|N/A|\.\.\.|…|방금 전)`;
const amount = String.raw`(?:\d+(?:\.\d+)? ?[kMGTP]?i?B(?: \(.*?\))?|N/A|\.\.\.|…|--)`;
const measured = String.raw`(?:[\d.]+ ?[kKMGTP]?i?B|--)`;
const twoAmounts = String.raw`${measured} / ${measured}|\.\.\.|…`;
const health = String.raw`(?: \((?:healthy|unhealthy|health: starting|starting|Paused)\))?`;
const status = String.raw`(?:Up(?: ?(?:\.\.\.|…))?(?: ${span}(?: 동안)?)?|Exited \(\d+\)(?: ${span} ?(?:ago|전))?|Created|Restarting(?: \(\d+\))?(?: ${span} ago)?|Removal In Progress|Dead|running(?:\(\d+\)| \(\w+\))?|exited(?: ?\(\d+\))?|Exit \d+|created|[Pp]aused|restarting|Ready|Down|Unknown|\.\.\.|…)${health}`;
const portList = String.raw`(?:[\d.:[\]\-a-z*]+->)?[\d-]+/(?:tcp|udp|sctp)(?:, ?(?:[\d.:[\]\-a-z*]+->)?[\d-]+/(?:tcp|udp|sctp))*,?|\.\.\.|…|\*:\d+->\d+/tcp`;
const quoted = String.raw`"[^"]*"?|'[^']*'|\S.*?`;

/** Every column that Docker's tables and those of common tools have. */
const columns: readonly Column[] = [
  { names: ['CONTAINER ID', '컨테이너 ID'], kind: 'id', of: 'container', form: hex },
  { names: ['CONTAINER'], kind: 'name', form: word, key: true },
  { names: ['PLATFORM'], kind: 'free', form: word },
  { names: ['IMAGE ID', '이미지 ID'], kind: 'id', of: 'image', form: hex },
  { names: ['NETWORK ID', '네트워크 ID'], kind: 'id', of: 'network', form: hex },
  { names: ['ID', '아이디'], kind: 'id', form: hex },
  { names: ['CACHE ID'], kind: 'id', form: hex },
  { names: ['DIGEST', '다이제스트'], kind: 'digest', form: hex },
  { names: ['REPOSITORY', '저장소', '레포지토리', '리포지토리'], kind: 'image', form: word, key: true },
  { names: ['TAG', '태그'], kind: 'name', form: word, key: true },
  { names: ['IMAGE', '이미지'], kind: 'image', form: word },
  { names: ['COMMAND', '명령', '명령어', '커맨드'], kind: 'command', form: quoted },
  { names: ['CREATED', '생성', '생성됨', '생성일', '생성 시간', '생성 시각'], kind: 'age', form: ago },
  {
    names: ['CREATED AT', 'CREATED SINCE', 'LAST UPDATED', 'UPDATED AT', 'UPDATED', 'LAST USED'],
    kind: 'free',
    form: prose,
  },
  { names: ['STATUS', '상태'], kind: 'status', form: status },
  { names: ['STATE'], kind: 'status', form: status, empty: true },
  { names: ['PORTS', '포트'], kind: 'ports', form: portList, empty: true },
  { names: ['NAMES', '이름', '컨테이너 이름'], kind: 'name', form: word, key: true },
  { names: ['NAME'], kind: 'name', form: word, key: true },
  { names: ['#'], kind: 'text', form: String.raw`\d+` },
  { names: ['SERVICE', '서비스'], kind: 'name', form: word, key: true },
  { names: ['SIZE', '크기', '사이즈', '용량'], kind: 'size', form: amount },
  { names: ['Size'], kind: 'measure', form: String.raw`[\d.]+ ?[KMGTP]?i?B?|-` },
  { names: ['SHARED SIZE', 'UNIQUE SIZE', 'DISK USAGE', 'CONTENT SIZE'], kind: 'size', form: amount },
  // Whether containers use an image, since Docker 29
  { names: ['EXTRA'], kind: 'free', form: String.raw`[A-Z](?: +[A-Z])*`, empty: true },
  { names: ['CREATED BY'], kind: 'instruction', form: prose, key: true, empty: true },
  { names: ['COMMENT'], kind: 'comment', form: String.raw`\S+(?: \S+)*`, empty: true },
  // Of a secret it is empty, and not there before Docker 18.09.
  { names: ['DRIVER', '드라이버'], kind: 'text', form: word, empty: true },
  { names: ['VOLUME NAME', '볼륨 이름'], kind: 'name', of: 'volume', form: word, key: true },
  { names: ['SCOPE', '범위'], kind: 'text', form: word },
  { names: ['CPU %', 'MEM %'], kind: 'measure', form: String.raw`[\d.]+%|--|\.\.\.|…` },
  {
    names: ['MEM USAGE / LIMIT'],
    kind: 'memory',
    form: twoAmounts,
  },
  {
    names: ['NET I/O', 'BLOCK I/O'],
    kind: 'measure',
    form: twoAmounts,
  },
  { names: ['PIDS'], kind: 'measure', form: String.raw`\d+|--|\.\.\.|…` },
  { names: ['TOTAL', 'ACTIVE'], kind: 'measure', form: String.raw`\d+` },
  { names: ['TYPE'], kind: 'text', form: String.raw`Images|Containers|Local Volumes|Build Cache|\S+`, key: true },
  { names: ['RECLAIMABLE'], kind: 'measure', form: String.raw`[\d.]+\w+(?: \(\d+%\))?` },
  { names: ['MODE'], kind: 'text', form: word },
  { names: ['REPLICAS'], kind: 'text', form: String.raw`\d+/\d+(?: \(.*?\))?` },
  { names: ['PACKAGE'], kind: 'text', form: word, key: true },
  { names: ['VERSION'], kind: 'version', form: word },
  { names: ['HOSTNAME'], kind: 'free', form: word },
  { names: ['NODE'], kind: 'free', form: word },
  { names: ['AVAILABILITY'], kind: 'text', form: word },
  { names: ['MANAGER STATUS'], kind: 'text', form: word, empty: true },
  { names: ['ENGINE VERSION'], kind: 'free', form: word, empty: true },
  { names: ['DESIRED STATE'], kind: 'text', form: word },
  { names: ['CURRENT STATE'], kind: 'text', form: String.raw`\w+ .*? ago|\w+` },
  { names: ['ERROR'], kind: 'text', form: prose, empty: true },
  { names: ['SERVICES', 'NAMESPACE'], kind: 'text', form: word },
  // Docker 19 and 20.10 tell it of the context in use only.
  { names: ['ORCHESTRATOR'], kind: 'text', form: word, empty: true },
  { names: ['STARS'], kind: 'measure', form: String.raw`\d+` },
  { names: ['DESCRIPTION'], kind: 'free', form: prose, empty: true },
  { names: ['OFFICIAL', 'AUTOMATED'], kind: 'text', form: String.raw`\[OK\]`, empty: true },
  {
    names: ['NAME/NODE', 'DRIVER/ENDPOINT', 'DOCKER ENDPOINT', 'BUILDKIT', 'PLATFORMS', 'CONFIG FILES'],
    kind: 'free',
    form: prose,
    empty: true,
  },
  { names: ['LABELS', 'MOUNTS', 'LOCAL VOLUMES', 'NETWORKS', 'LINKS', 'GPUS'], kind: 'text', form: prose, empty: true },
  { names: ['UID', 'USER'], kind: 'text', form: word },
  { names: ['PID'], kind: 'process', form: String.raw`\d+` },
  { names: ['PPID'], kind: 'measure', form: String.raw`\d+` },
  { names: ['C', 'STIME', 'START', 'TIME', 'VSZ', 'RSS', '%CPU', '%MEM', 'STAT'], kind: 'free', form: word },
  { names: ['TTY', 'TT'], kind: 'text', form: word },
  { names: ['CMD'], kind: 'text', form: prose, key: true },
];

const dfColumns: readonly Column[] = [
  { names: ['Filesystem'], kind: 'device', form: word },
  {
    names: ['1K-blocks', 'Used', 'Avail', 'Available', 'Use%', 'Capacity', 'Inodes', 'IUsed', 'IFree', 'IUse%'],
    kind: 'measure',
    form: String.raw`[\d.]+[KMGTP%]?|-`,
  },
  { names: ['Mounted on'], kind: 'text', form: word, key: true },
];

const byName = new Map(
  [...columns, ...dfColumns].flatMap((column) => column.names.map((name) => [name, column] as const)),
);

/** The column of a heading, or null. */
export function columnOf(heading: string): Column | null {
  return byName.get(heading) ?? byName.get(heading.toUpperCase()) ?? null;
}

/** Every heading that says by itself that it is one, the longest first. */
export const headings: readonly string[] = [...byName.keys()]
  .filter((name) => name !== '#')
  .sort((left, right) => right.length - left.length);
