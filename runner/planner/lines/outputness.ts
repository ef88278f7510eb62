/** Forms of lines that programs print and nobody types. */
const certain: readonly RegExp[] = [
  /^(?:CONTAINER ID|REPOSITORY|IMAGE ID|IMAGE\s+(?:CREATED|ID\s)|NETWORK ID|VOLUME NAME|DRIVER\s+VOLUME|NAME\s{2,}|ID\s{2,}|TYPE\s+TOTAL|PID\s|UID\s|USER\s+PID|TAG\s{2,}|NAMES?\s*$|Filesystem\s|Proto\s|Kernel IP|bridge name|SERVICE\s{2,}|[A-Z]{2,}(?: [A-Z]+)* {2,}[A-Z]{2,}(?: [A-Z]+)*(?: {2,}|$))/,
  /^(?:sha256:)?[0-9a-f]{12,64}(?:\s{2,}.*)?$/,
  /^<none>\s|^<missing>\s/,
  /^(?:Step \d+(?:\/\d+)? :|\s*--->|Removing intermediate container|\s*---> Removed|Successfully (?:built|tagged|installed)|Sending build context|\[\+\] (?:Building|Running)|\s*=> |#\d+ (?:\[|\d|DONE|CACHED|sha256|resolve|extract|export|naming|writing|transferring))/,
  /^(?:Using default tag|Unable to find image|Status: |Digest: |[\w.-]+: Pulling|[0-9a-f]{12}: |Untagged: |Deleted: |Loaded image|Login Succeeded|Total reclaimed|Deleted (?:Containers|Images|Volumes|Networks|build)|WARNING!|Are you sure|The push refers|Swarm initialized|Server Version|Emulate Docker)/,
  /^unable to prepare|: no such file or directory|: (?:command not found|not found|permission denied)\.?$/i,
  /^(?:docker: )?Error(?:[: ]| response)|^(?:curl|ls|cat|bash|sh|cp|rm|docker|mount|ping|mkdir|unable to|OCI runtime|standard_init|exec)\b.*(?:: (?:cannot|command not found|No such|not found|Permission|Operation|invalid|error|\(\d+\))|error:)/,
  // A remark begins with such a word too (`# Get their addresses`): what follows it tells.
  /^(?:(?:Get|Hit|Ign|Err):\d+ |Fetched \d|\(?Reading (?:package|state|database)|Building (?:dependency|wheels? for|collected)|(?:Setting up|Unpacking) \S+ \(|Selecting previously|Preparing to (?:unpack|replace)|Processing triggers|Collecting [\w.[\]-]+(?:[<>=~!(].*)?$|Download(?:ing|ed)(?: from \w+)?:? (?:https?:|\S+ ?\()|Installing collected|Requirement already)/,
  /^(?:[-dlcb][rwxsStT-]{9}[.+@]?\s|total \d+)/,
  /[├└│┌┐┘─]{1,}|^\s*\|(?:__|--)/,
  /^\d{4}[-/]\d{2}[-/]\d{2}[T ]\d{2}:\d{2}|^\d{1,3}(?:\.\d{1,3}){3}\s+-\s|^\[?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? |^\d{1,3}:[MCSX] \d|^\[\w{3} \w{3} \d|^\[\d{4}-/,
  /^[\w.-]+(?:[_-]\d+\s+|\s{2,})\|\s/,
  /^(?:PING |\d+ bytes from|64 bytes|--- .* ping statistics|\d+ packets transmitted|rtt min|round-trip)/,
  /^(?:HTTP\/\d|Server: |Date: |Content-(?:Type|Length): |Connection: |Last-Modified: |ETag: |Accept-Ranges: |< |\* )/,
  /^(?:eth\d|lo|docker0|br-|veth)\S*:?\s+(?:Link|flags|<)|^\s+(?:inet6? |ether |RX |TX |link\/|valid_lft|UP )|^\d+: \w+.*[<:]/,
  /^\s*(?:Creating|Starting|Stopping|Removing|Recreating|Pulling|Building|Attaching to|Created|Network|Container|Volume)\s+["\w].*(?:\.\.\.|done|Created|Started|Stopped|Removed|Healthy|\d+\.\ds)\s*/,
  /^\s*(?:[{}\]]|\[\s*$|\[\{|"[\w.-]+":)|^\s*[}\])],?$/,
  /^\s*<(?:!DOCTYPE|\/?(?:html|head|body|h1|h2|p|title|style|div|em|a))\b/i,
  /^(?:Docker version|docker-compose version|Client:|Server:|Usage:|Options:|Commands:|Hello from Docker|Hello World|Hello, World)/,
  /^\s*(?:\.\.\.|…|\(\.\.\.\)|\[\.\.\.\]|<snip>|--- ?(?:생략|중략) ?---|\(?(?:생략|중략|이하 생략|中略|省略|略)\)?)\s*$/i,
  /^top - \d|^%?Cpu\(s\)|^(?:KiB|MiB) (?:Mem|Swap)|^Tasks: +\d/,
  /^\+ \w|^\+-{3,}|^\|\s.*\s\|$|^-{4,}/,
  /^(?:npm (?:WARN|ERR|notice)|added \d+ packages|go: |\s*✓|> [\w@-]+@\d)/,
];

/** Forms that output has more often than commands. */
const likely: readonly RegExp[] = [
  /\S {3,}\S.* {3,}\S/,
  /^[A-Z][\w ]+: \S/,
  /^\d+(?:\.\d+)*$/,
  /^v?\d+\.\d+/,
  /^[A-Z][a-z]+(?: [\w'’]+){3,}/,
  /^[a-z0-9._/-]+\t\S/,
  /[.!]$/,
  /^\s+\S/,
];

/** How much a line looks printed: 0 to 1. */
export function outputness(line: string): number {
  if (line.trim() === '') return 0;
  const text = line.trimEnd();
  if (certain.some((form) => form.test(text)) || certain[0]?.test(text.trimStart())) return 1;
  return likely.some((form) => form.test(text)) ? 0.6 : 0.2;
}

/** A line that stands for what the author left out. */
export function isElision(line: string): boolean {
  return (
    /^\s*[-#/*(<[.…\s]*(?:\.{3,}|…+|생략|중략|이하 생략|中略|省略|略|snip|skipped|omitted|output truncated)[\s\S]{0,12}$/iu.test(
      line,
    ) && line.trim().length < 40
  );
}
