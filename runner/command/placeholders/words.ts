import type { PlaceholderStyle } from './placeholder.ts';

/** A form of placeholder that is a plain word. */
interface WordForm {
  readonly style: PlaceholderStyle;
  readonly pattern: RegExp;
  readonly confidence: number;
}

/** What placeholders are made of: `IMAGE`, `CONTAINER_NAME`, `HOST-PORT`. */
const vocabulary =
  'IMAGES?|CONTAINERS?|NAME|TAG|REPOSITORY|REPO|OPTIONS?|COMMAND|CMD|ARGS?|PATH|URL|ID|PORT|VOLUME|NETWORK|SERVICES?|USER|USERNAME|PASSWORD|PASSWD|FILE|FILENAME|HOST|HOSTNAME|' +
  'DIR|DIRECTORY|FOLDER|REGISTRY|STACK|NODE|DEST|DESTINATION|SRC|SOURCE|TARGET|TOKEN|IP|ADDRESS|KEY|VALUE|SECRET|CONFIG|CONTEXT|PROJECT|ACCOUNT|DIGEST|SERVER|TERM|REPLICAS|NUMBER|NEW|OLD|DOCKER|HUB|DOCKERHUB|CONTAINERID|IMAGEID';

/** Forms in any word that is neither quoted text nor said to a program in a container. */
export const wordForms: readonly WordForm[] = [
  {
    style: 'dots',
    pattern: /(?<![./\w])(?:\.{3,}|…)(?![/\w])|(?<=\s|^)\.{3}|(?<=[\w:=])(?:…|\.{3})$/g,
    confidence: 0.9,
  },
  {
    style: 'x',
    pattern:
      /(?<![\w-])[xX]{3,}(?![\w])|(?<![\w.])[xX]{1,3}(?:\.[xX\d]{1,3}){2,3}(?![\w.])|(?<![\w.])\d{1,3}(?:\.\d{1,3}){0,2}(?:\.[xX]{1,3})+(?![\w.])/g,
    confidence: 0.9,
  },
  // What an author leaves open for later is left open for the reader, too.
  {
    style: 'upper',
    pattern:
      /(?<![\w-])(?:FIXME|TODO|TBD|CHANGE_?ME|REPLACE_?ME|(?:CHANGE|REPLACE|INSERT|FILL)[-_](?:THIS|WITH|IN)[\w-]*)(?![\w])/g,
    confidence: 0.9,
  },
  { style: 'x', pattern: /[○◯〇●]{2,}|\*{3,}|\?{3,}|_{3,}|(?<![^\s:=])\?{2}(?!\S)/g, confidence: 0.85 },
  {
    style: 'your',
    pattern:
      /(?<![A-Za-z])(?:your|YOUR|Your)(?:[-_.][\w.-]+|[A-Z]\w+|(?:name|user|id|image|app|repo|account|domain|registry|server|host|ip|password|token|key|docker|project|container)\w*)/g,
    confidence: 0.92,
  },
  {
    style: 'your',
    pattern:
      /(?<![\w-])(?:my|MY)[-_](?:docker[-_]?(?:hub[-_]?)?(?:id|username|name)|username|user[-_]?name|account|id)(?![\w-])/gi,
    confidence: 0.6,
  },
  {
    style: 'other',
    pattern:
      /(?<![\w.-])(?:(?:container|image|volume|network|service|stack)[-_]?(?:name|id)|(?:node|tag|user|docker|dockerhub|docker-hub|repository|host|file|dir|directory)[-_](?:name|id|ip))(?![\w-])/gi,
    confidence: 0.6,
  },
  { style: 'other', pattern: /(?<![\w.-])(?:username|userid|user-id)(?=\/)/gi, confidence: 0.75 },
  // Nobody has a folder of that name; a mount makes what it is given, and is left alone.
  { style: 'other', pattern: /^["']?[~.]{0,2}\/?path\/to\/[\w./-]+["']?$/gi, confidence: 0.75 },
  {
    style: 'other',
    pattern: /^(?:user|username|root)@(?:remote|host|hostname|server|remote-?(?:host|server)|server-?ip)(?=:|$)/gi,
    confidence: 0.75,
  },
  {
    style: 'upper',
    pattern: new RegExp(
      `(?<![\\w$-])(?:[A-Z]+[_-])*(?:${vocabulary})(?:[_-](?:ID|NAME|PATH|\\d+))*(?![\\w=]|-[a-z])`,
      'g',
    ),
    confidence: 0.9,
  },
];

/** Options whose values are capital words by nature. */
export const exemptOptions = new Set(
  (
    '-e --env --build-arg --cap-add --cap-drop -s --signal --stop-signal -l --label --format --filter -c ' +
    '--change -m --message -X --request -H --header -d --data --sysctl --security-opt --log-opt -o --opt ' +
    '--health-cmd --author -a --env-add --env-rm'
  ).split(' '),
);

/** Programs whose arguments are text. */
export const textPrograms = new Set(
  (
    'echo printf grep egrep sed awk git cowsay export unset declare readonly local printenv kill read for mysql ' +
    'psql jq iptables ip6tables nft'
  ).split(' '),
);

/** A statement of SQL is written in capital words: `CREATE USER` names no user that the reader fills in. */
export const statement =
  /^\s*(?:CREATE|ALTER|DROP|GRANT|REVOKE|SELECT|INSERT|UPDATE|DELETE|SHOW|FLUSH|SET|WITH)\s[\s\S]*;\s*$/;
