/** Whether a line tells of a failure, in the words of Docker, the shell and common tools. */
export function showsFailure(line: string): boolean {
  return signs.test(line) || complaints.test(line);
}

/** Whether a line is itself the message of a failure that ended something; a log that mentions an error is not. */
export function isFatal(line: string): boolean {
  return fatal.test(line);
}

const signs =
  /\b(?:error|errors|failed|failure|fatal|denied|refused|cannot|can't|could not|couldn't|not found|no such|unknown|invalid|unable|panic|unhealthy|exited|timed? ?out|non-zero|conflict|already in use|usage:|traceback|exception)\b|(?:오류|에러|실패|거부|없습니다|못했습니다)/i;

/** What the shell says itself, what the system calls its errors, and what tools of the network say. */
const complaints =
  /^-?[\w./-]*sh: |\b(?:not (?:permitted|known|a directory|running|a git|a tty|a terminal)|read-only file system|is a directory|file exists|already exists|does not exist|doesn't exist|no space left|no route|no match|unreachable|bad address|100% packet loss|unavailable|out of memory|killed|terminated|aborted|interrupted|segmentation fault|core dumped|illegal|unrecognized|unexpected|missing|mismatch|forbidden|unauthorized|rejected|requires|required|too (?:long|many|large|few)|HTTP\/[\d.]+ [45]\d\d|status code:? [45]\d\d)\b/i;

const fatal =
  /^(?:docker: |ERROR: |Error: |Error response from daemon: |error: |E: |fatal: |panic: |npm ERR! |npm error |\[ERROR\] |Traceback \(most recent call last\)|failed to (?:solve|pull|fetch|register|download|copy)|error pulling |error during connect|(?:denied|unauthorized|toomanyrequests): |OCI runtime |Cannot connect to the Docker daemon|The command '.*' returned a non-zero code|bash: .*: command not found|(?:sh|\/bin\/sh): .*: not found|curl: \(\d+\)|standard_init_linux|exec \S+: |no configuration file provided)/;
