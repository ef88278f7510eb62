/** What Docker prints while an image is fetched or built; the spinner is compose's. */
const working =
  /^Unable to find image '|: Pulling from |^[0-9a-f]{12}: (?:Pulling fs layer|Waiting|Downloading|Verifying Checksum|Download complete|Extracting|Pull complete|Already exists)\b|^Digest: sha256:|^Step \d+\/\d+ : |^\[\+\] Building [\d.]+s \(\d+\/\d+\)(?! FINISHED)|^\s*[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] /;
/** What it prints when that is done. */
const done =
  /^Status: (?:Downloaded newer image|Image is up to date) for |^Successfully tagged |^\[\+\] Building .* FINISHED|^Attaching to /;
/** `[+] Running 3/5` counts what compose pulls, makes and starts. */
const composeCount = /^\[\+\] \w+ (\d+)\/(\d+)/;
const composeItem = /^\s*[✔⠿] /;
/** docker-compose 1 says no more before it attaches. */
const composeWorking = /^(?:Pulling \S+ \(.*\)\.\.\.|Building \S+)$/;
/** More than one screen of bars. */
const lookedAt = 200;

/**
 * What the program itself has shown, behind the fetching and building of its image: a reader waits for that before they
 * think of Ctrl-C. Null while Docker is still at it.
 */
export function ownOutput(text: string, command: string): string | null {
  const lines = text.split('\n').slice(-lookedAt);
  const states = lines.map((line) => stateOf(line, command));
  const last = states.findLastIndex((state) => state !== null);
  if (last === -1) return text.trim();
  if (states[last] === 'working') return null;
  const own = lines.slice(last + 1).filter((line) => !composeItem.test(line));
  return own.join('\n').trim();
}

function stateOf(line: string, command: string): 'working' | 'done' | null {
  const compose = /\bcompose\b/.test(command);
  if (working.test(line) || (compose && composeWorking.test(line))) return 'working';
  if (done.test(line)) return 'done';
  const [, ready, all] = composeCount.exec(line) ?? [];
  if (ready === undefined) return null;
  // In the foreground, what is up is attached to at once.
  return Number(ready) < Number(all) || /\bup\b/.test(command) ? 'working' : 'done';
}
