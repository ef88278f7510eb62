import { withoutHub } from '../../command/index.ts';

/** An error message in one wording; another line comes back as it is. */
export function reworded(line: string): string {
  return mark.test(line) ? errorText(line) : line;
}

/** What an error says, in one wording. */
export function errorText(line: string): string {
  return rewritings.reduce((text, [form, plain]) => text.replace(form, plain), withoutHub(line)).trim();
}

/** Only lines that look like an error are rewritten. */
const mark =
  /^(?:docker(?:-compose)?: |Error|ERROR|error|failed|OCI runtime|unable|Cannot|Got permission|permission denied|network|no such|no configuration|open |stat |invalid|exec:|driver failed|Conflict|conflict|service )|No such|not found|error during connect|Can't find|^Status: |^curl: \(7\)|^validating |requires (?:at least |exactly )?\d+ argument|accepts no arguments/;

const rewritings: readonly (readonly [RegExp, string])[] = [
  [/^docker(?:-compose)?: /, ''],
  // Clients before 17.06
  [/^Status: (.*), Code: \d+$/, '$1'],
  [/^(?:(?:Error response from daemon|Error): )+/i, ''],
  [
    /^(?:(?:target [\w-]+|rpc error: code = \w+ desc =|Service '.*' failed to build ?|failed to (?:build(?: LLB)?|solve(?: with frontend \S+)?|read dockerfile|create LLB definition|compute cache key|calculate checksum of ref \S+|load cache key|parse|prepare \S+|read \S+)):? )+/,
    '',
  ],
  // Through which layers it came
  [
    /(?:failed to create (?:shim task|task for container)|failed to set up container networking|runc create failed|OCI runtime (?:create|exec) failed|exec failed|\w+_linux\.go:\d+|unable to start container process|starting (?:container|setns) process caused|error during container init): ?/g,
    '',
  ],
  [/starting container process caused ["“](.*)["”]$/, '$1'],
  [/\\"/g, '"'],
  [/"([0-9a-f]{12,64})"/g, '$1'],
  [/ id:[0-9a-f]{12}\b/g, ''],
  [/: unknown(?=$|\.$|\s\()/, ''],
  [/[."]+$/, ''],
  [/^(?:docker: )?["']docker (?:buildx (?=build\b))?([\w ]+)["'] (requires|accepts)(?: exactly)?/, "'docker $1' $2"],
  [/Additional property (\S+) is not allowed$/, "additional properties '$1' not allowed"],
  [/^Can't find a suitable configuration file in this directory or any.*/, 'no configuration file provided: not found'],
  [
    /^(?:COPY|ADD) failed: (?:file not found in build context or excluded by \.dockerignore: )?stat \/?(?:var\/lib\/docker\/tmp\/[^/]+\/)?([^:]+): (?:file does not exist|no such file or directory)$/,
    'not in the build context: $1',
  ],
  [/^"\/?([^"]+)":? not found(?:: not found)?$/, 'not in the build context: $1'],
  [/^failed to walk \S+: lstat \S+\/tmp\/buildkit-mount\d+\/(\S+): .*$/, 'not in the build context: $1'],
  [/^(service \S+ is not running) container #\d+$/, '$1'],
  [/^No container found for ([\w.-]+)_1$/, 'service "$1" is not running'],
  [/^No such container:path: ([^:]+):\S+$/i, 'no such container: $1'],
  [/^No public port '(\d+)(?:\/tcp)?' published/, "No public port '$1' published"],
  [/^Container (\S+ is not running)/, 'container $1'],
  [
    /^curl: \(7\) Failed to connect to (\S+?)(?: port |:)(\d+)(?: after \d+ ms)?: (?:Connection refused|Couldn't connect to server|Could not connect to server)$/,
    'curl: (7) no connection to $1:$2',
  ],
  [/^'(\S+)' is not a docker command$/, 'unknown command: docker $1'],
  [/^(?:get|remove|find|inspect) ([^:]+): no such volume(?:: .*)?$/i, 'no such volume: $1'],
  [
    /^error while removing network: network (\S+) (?:id [0-9a-f]{12,64} )?has active endpoints(?: \((.*)\))?$/,
    'network $1 has active endpoints\u0000$2',
  ],
  [
    /^dockerfile parse error(?: on)? line (\d+): unknown instruction: (\S+)(?: \(did you mean .*\))?$/i,
    'line $1: unknown instruction $2',
  ],
  [/^No such /i, 'no such '],
  [/^(no such image: \S+?):latest$/, '$1'],
  [/^(network|volume) (\S+) not found$/, 'no such $1: $2'],
  [
    /^conflict: unable to remove repository reference "?([^"\s]+)"? \(must force\)/,
    'conflict: unable to delete $1 (must be forced)',
  ],
  [/^(conflict: unable to delete \S+?):latest(?= )/, '$1'],
  [
    /^(?:Got )?permission denied while trying to connect to the [Dd]ocker (?:daemon socket|API) at .*/,
    'permission denied on the Docker socket',
  ],
  [
    /^(?:Cannot connect to the Docker daemon at \S+ Is the docker daemon running|error during connect: |failed to connect to the docker API at ).*/,
    'no Docker daemon',
  ],
  [
    /^You cannot remove a running container \S+\. Stop the container before attempting removal or force remove$/,
    'container is running\u0000',
  ],
  [
    /^cannot remove container "\/?(\S+)": container is running: stop the container before removing or force remove$/,
    'container is running\u0000$1',
  ],
  [
    /^driver failed programming external connectivity on endpoint (\S+) \([0-9a-f]+\): Bind for (\S+) failed: port is already allocated$/,
    '$1: port is already allocated: $2',
  ],
  [/^Bind for (\S+) failed: port is already allocated$/, 'port is already allocated: $1'],
  [/(?:driver failed programming external connectivity on endpoint )(\S+) \(\S+\): /, ''],
  [/failed to bind host port for (\S+?):\S+?: address already in use/, 'address already in use: $1'],
  [/Error starting userland proxy: listen tcp[46]? (\S+): bind: address already in use/, 'address already in use: $1'],
  [
    /^(?:([\w./:-]+?)(?::latest)?: )?(?:failed to resolve source metadata for \S+: )?pull access denied(?: for (\S+?)(?::latest)?)?,? repository does not exist.*$/,
    'pull access denied: $1$2',
  ],
  [/^manifest for (\S+) not found(?:: manifest unknown.*)?$/, 'no such image: $1'],
  [
    /^(?:\S+: )?(?:failed to resolve (?:reference "[^"]*"|source metadata for \S+): )*([\w./-]+:[\w.-]+): (?:not found|manifest unknown)$/,
    'no such image: $1',
  ],
  [/^(?:\S+: )?failed to resolve source metadata for \S+: /, ''],
  [
    /^(?:executor failed running \[|process "|The command ')(.*)(?:\]|" did not complete successfully|' returned a non-zero code)(?:: exit code)?: (\d+)$/,
    'command failed: $1 exit $2',
  ],
];
