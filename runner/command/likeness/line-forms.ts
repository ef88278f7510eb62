import type { LineForm } from './likeness.ts';

/** A form of line that is not typed at a shell. */
export interface Form {
  readonly form: LineForm;
  readonly pattern: RegExp;
  readonly reason: string;
}

/** Forms that a line has for certain, most certain first. */
export const forms: readonly Form[] = [
  { form: 'unknown', pattern: /^--?[A-Za-z][\w-]*(?:[\s,=].*)?$/, reason: 'it begins with an option' },
  {
    form: 'log',
    pattern: /^(?:\++ |>+ ?\S|Docker version \d|docker-compose version \d|Docker Compose version)/,
    reason: 'a line of a well-known output',
  },
  { form: 'log', pattern: /^[a-z][\w-]*\*?\s{3,}(?:[A-Z][a-z]+ [a-z]|[가-힣一-龥])/, reason: 'a line of help' },
  { form: 'table', pattern: /^[0-9a-f]{12}\s/, reason: 'a row that begins with an identifier' },
  { form: 'table', pattern: /^(?:local|bridge|overlay|host|null)\s+\S+\s*$/, reason: 'a row of a table' },

  { form: 'identifier', pattern: /^(?:sha256:)?[0-9a-f]{12,64}$/, reason: 'an identifier alone' },
  {
    form: 'error',
    pattern: /^(?:docker|bash|sh|-bash|zsh|curl|npm|E|W|mysql|mkdir|ls|cat|cp|rm|touch|grep|ping): \S/,
    reason: 'the message of a program',
  },
  {
    form: 'error',
    pattern:
      /^(?:Error|ERROR|error|FATAL|fatal|WARN(?:ING)?|Warning|Unable to|Cannot|Could not|Failed|permission denied|command not found)\b.*/,
    reason: 'an error message',
  },
  {
    form: 'table',
    pattern:
      /^(?:CONTAINER ID|REPOSITORY|IMAGE ID|IMAGE|NETWORK ID|DRIVER|VOLUME NAME|NAMES?|TYPE|ID|UID|PID|USER|SERVICE|HOSTNAME|PORT)\s{2,}\S/,
    reason: 'the heading of a table',
  },
  {
    form: 'table',
    pattern: /^(?:CONTAINER ID|IMAGE ID|NETWORK ID|VOLUME NAME)\s+[A-Z]/,
    reason: 'the heading of a table',
  },
  { form: 'table', pattern: /^[|+][-=+| ]{3,}|^\|.*\|\s*$/, reason: 'a row of a drawn table' },
  { form: 'table', pattern: /^(?:[dl-][rwxsStT-]{9}[.+@]?\s|total \d+$)/, reason: 'a line of ls -l' },
  { form: 'table', pattern: /^\S+(?:\s{2,}\S+(?: \S+)*){3,}$/, reason: 'columns' },
  {
    form: 'log',
    pattern:
      /^(?:Step \d+\/\d+ ?:|-{2,3}> ?\S|Removing intermediate|Removed intermediate|Successfully (?:built|tagged|installed)|Sending build context|#\d+ |=> |\[\+\] |Using default tag|Digest: |Status: |Unable to find image|Untagged: |Deleted: |Loaded image|Using cache)/,
    reason: 'a line of a build or pull',
  },
  {
    form: 'log',
    pattern:
      /^[0-9a-f]{12}: |^[\w./-]+: (?:Pulling|Pulled|Pull complete|digest|Already|Waiting|Verifying|Download|Layer)/,
    reason: 'a line of a pull',
  },
  {
    form: 'log',
    pattern: /^\[?\d{4}[-/]\d\d[-/]\d\d[T ]|^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? |^\[?\d\d:\d\d:\d\d/,
    reason: 'it begins with a time',
  },
  { form: 'log', pattern: /^\[?(?:INFO|DEBUG|WARN|NOTICE|TRACE)\b/, reason: 'a level of a log' },
  {
    form: 'log',
    pattern:
      /^(?:(?:Get|Hit|Ign):\d+ |Reading (?:package|state)|Building dependency|Setting up \S|Unpacking \S|Selecting previously|Preparing to unpack|Processing triggers|\d+ upgraded,|Collecting \S|Downloading \S|added \d+ packages|npm (?:WARN|notice|ERR)|\d+ packets? transmitted|\d+ bytes from|PING \S+ \(|rtt min|round-trip|HTTP\/[\d.]+ \d{3}|Listening on|Server running|(?:Creating|Starting|Stopping|Removing|Recreating|Attaching to|Pulling|Building) \S+ ?(?:\.\.\.|\()|Container \S+ {2}\S)/,
    reason: 'a line of a well-known output',
  },
  { form: 'log', pattern: /^[\w.-]+(?:[-_]\d+)?\s+\| /, reason: 'a line of compose logs' },
  { form: 'log', pattern: /^\d{1,3}(?:\.\d{1,3}){3} - - \[/, reason: 'a line of an access log' },
  {
    form: 'json',
    pattern: /^[{}[\]]+,?$|^[[{]\s*["{[]|^"[^"]*"\s*:|^"[^"]*",?$|^\{\{?\s*$/,
    reason: 'a piece of JSON',
  },
  {
    form: 'sql',
    pattern:
      /^(?:SELECT|INSERT INTO|CREATE (?:TABLE|DATABASE|USER|INDEX)|UPDATE \S+ SET|DELETE FROM|DROP (?:TABLE|DATABASE|USER)|ALTER (?:TABLE|USER)|SHOW (?:TABLES|DATABASES|VARIABLES|GRANTS|STATUS)|GRANT |FLUSH |USE \S+;|DESC(?:RIBE)? \S+;|USE \w+$)/i,
    reason: 'a statement of SQL',
  },
  {
    form: 'dockerfile',
    pattern:
      /^(?:FROM|RUN|CMD|LABEL|MAINTAINER|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|ONBUILD|STOPSIGNAL|HEALTHCHECK|SHELL) \S/,
    reason: 'an instruction of a Dockerfile',
  },
  { form: 'markup', pattern: /^<(?:[!/]|[a-z][\w-]*(?:\s[^>]*)?\/?>|\?xml)/i, reason: 'a piece of markup' },
  {
    form: 'code',
    pattern:
      /^(?:import [\w{*"']|from \w[\w.]* import |const |let \w+ ?=|var \w+|def \w+\(|class \w+|function \w+\(|func \w|return\b|public |private |package \w+;?$|#include|using \w|\}\s*(?:else|catch|\)|,|;)|\w[\w.]*\(.*\)\s*[;{]?$|@\w+|\w+\s*=>\s)/,
    reason: 'a piece of a program',
  },
  { form: 'path', pattern: /^(?:~|\.{1,2})?(?:\/[\w.@+-]+)+\/?$|^[\w.-]+(?:\/[\w.-]+)+\/?$/, reason: 'a path alone' },
  { form: 'unknown', pattern: /^(?:\S+@\S+[:~ ]\S*\s*[#$%]|[$#>%]|(?:\/\S* )[#$])$/, reason: 'a prompt alone' },
  { form: 'path', pattern: /^https?:\/\/\S+$/, reason: 'an address' },
  { form: 'path', pattern: /^[├└│─┌┐┘┬┴┼\s]*[├└│]/, reason: 'a line of a tree' },
  { form: 'yaml', pattern: /^(?:- )?[\w."/-]+:(?: (?!\/\/).*)?$/, reason: 'a key of YAML' },
  { form: 'yaml', pattern: /^- [^-].*$/, reason: 'an item of a list' },
];
