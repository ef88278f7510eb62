import { withoutHub } from '../../command/index.ts';
import { phrases, rewording } from '../phrase.ts';

/** An error message in one wording; another line comes back as it is. */
export function reworded(line: string): string {
  return isMarked(line) === null ? line : errorText(line);
}

/** What an error says, in one wording. */
export function errorText(line: string): string {
  const plain = withoutLayers(withoutHub(line)).replaceAll('\\"', '"');
  return inOneWording(unquoted(plain).replace(/[."]+$/, '')).trim();
}

/** Only lines that look like an error are rewritten. */
const isMarked = phrases([
  '{docker|docker-compose}: ',
  '{Error|ERROR|error|failed|OCI runtime|unable|Cannot|Got permission|permission denied|network|no such}',
  '{no configuration|open |stat |invalid|exec:|driver failed|Conflict|conflict|service |Status: |validating }',
  '{curl: (7)}',
  '{An image does not exist locally|tag does not exist}',
  "…{No such|not found|error during connect|Can't find|accepts no arguments}",
  '…requires {at least |exactly |}<n> argument',
]);

/** Through what it came: programs, clients before 17.06, layers. */
const withoutLayers = rewording(`
  {docker|docker-compose}:  →
  Status: <text>, Code: <n>$ → <text>
  {Error response from daemon|Error|ERROR|error}:  →
  {docker|docker-compose}:  →
  {target <name>|rpc error: code = <letters> desc =|Service '…' failed to build{ |}|failed to {build{ LLB|}|solve{ with frontend <word>|}|read dockerfile|create LLB definition|compute cache key|calculate checksum of ref <word>|load cache key|parse|prepare <word>|read <word>}}{:|}  →
  …{failed to create {shim task|task for container}|failed to set up container networking|runc create failed|OCI runtime {create|exec} failed|exec failed|<letters>_linux.go:<n>|unable to start container process|starting {container|setns} process caused|error during container init}:{ |} →
  …starting container process caused {"|“}<text>{"|”}$ → <text>
`);

const unquoted = rewording(`
  …"<hash>" → <hash>
  … id:<id> →
  …: unknown{.|}$ →
  …: unknown ( →  (
`);

const inOneWording = rewording(`
  {"|'}docker buildx build{"|'} <takes>{ exactly|} → 'docker build' <takes>
  {"|'}docker <call>{"|'} <takes>{ exactly|} → 'docker <call>' <takes>
  …Additional property <key> is not allowed$ → additional properties '<key>' not allowed
  Can't find a suitable configuration file in this directory or any…$ → no configuration file provided: not found
  {COPY|ADD} failed: {file not found in build context or excluded by .dockerignore: |}stat {/|}{var/lib/docker/tmp/<name>/|}<path>: {file does not exist|no such file or directory}$ → not in the build context: <path>
  "{/|}<path>"{:|} not found{: not found|}$ → not in the build context: <path>
  failed to walk <word>: lstat <word>/tmp/buildkit-mount<n>/<path>: …$ → not in the build context: <path>
  service <service> is not running container #<n>$ → service "<service>" is not running
  No container found for <service>_1$ → service "<service>" is not running
  {No|no} such container:path: <container>:<word>$ → no such container: <container>
  No public port '<port>{/tcp|}' published → No public port '<port>' published
  Container <container> is not running → container <container> is not running
  curl: (7) Failed to connect to <host>{ port |:}<port>{ after <n> ms|}: {Connection refused|Couldn't connect to server|Could not connect to server}$ → curl: (7) no connection to <host>:<port>
  '<program>' is not a docker command$ → unknown command: docker <program>
  {get|remove|find|inspect} <volume>: no such volume{: …|}$ → no such volume: <volume>
  error while removing network: network <network> {id <id> |}has active endpoints{ (<text>)|}$ → network <network> has active endpoints\0<text>
  {D|d}ockerfile parse error{ on|} line <number>: unknown instruction: <instruction>{ (did you mean …)|}$ → line <number>: unknown instruction <instruction>
  No such → no such
  no such image: <image>:latest$ → no such image: <image>
  network <network> not found$ → no such network: <network>
  volume <volume> not found$ → no such volume: <volume>
  conflict: unable to remove repository reference <image> (must force) → conflict: unable to delete <image> (must be forced)
  conflict: unable to delete <image>:latest ( → conflict: unable to delete <image> (
  {Got |}permission denied while trying to connect to the {D|d}ocker {daemon socket|API} at …$ → permission denied on the Docker socket
  {Cannot connect to the Docker daemon at <word> Is the docker daemon running|error during connect: |failed to connect to the docker API at }…$ → no Docker daemon
  You cannot remove a running container <word>. Stop the container before attempting removal or force remove$ → container is running\0
  cannot remove container "{/|}<container>": container is running: stop the container before removing or force remove$ → container is running\0<container>
  driver failed programming external connectivity on endpoint <container> (<word>): Bind for <address> failed: port is already allocated$ → <container>: port is already allocated: <address>
  Bind for <address> failed: port is already allocated$ → port is already allocated: <address>
  …driver failed programming external connectivity on endpoint <word> (<word>):  →
  …failed to bind host port for <host>:<word>: address already in use → address already in use: <host>
  …Error starting userland proxy: listen tcp{4|6|} <address>: bind: address already in use → address already in use: <address>
  <repository>{:latest|}: {failed to resolve source metadata for <word>: |}pull access denied, repository does not exist…$ → pull access denied: <repository>
  pull access denied for <repository>{:latest|}{,|} repository does not exist…$ → pull access denied: <repository>
  manifest for <image> not found{: manifest unknown…|}$ → no such image: <image>
  {An image does not exist locally with the tag|tag does not exist}: <repository>{:latest|}$ → not here to be pushed: <repository>
  {<word>: |}{failed to resolve reference "…": |}{failed to resolve source metadata for <word>: |}<tagged>: {not found|manifest unknown}$ → no such image: <tagged>
  {<word>: |}failed to resolve source metadata for <word>:  →
  {executor failed running [|process "|The command '}<text>{]|" did not complete successfully|' returned a non-zero code}{: exit code|}: <number>$ → command failed: <text> exit <number>
`);
