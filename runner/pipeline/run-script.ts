import { posix } from 'node:path';
import type { CourseScript } from '../core/course.ts';
import type { Engine } from '../core/engine.ts';
import type { Output } from '../core/output.ts';
import type { ChapterOptions } from './chapter-options.ts';

/** Lays the script where nobody looks, and makes the folders of the logs that it writes to. Prints where it lies. */
const lay = `
file=$(mktemp -d /var/tmp/XXXXXXXXXX)/$1
cat > "$file"
chmod 755 "$file"
grep -oE '/[A-Za-z0-9_./-]+\\.log' "$file" | while read -r log; do mkdir -p "$(dirname "$log")"; done
printf %s "$file"`;

/** Runs it as its first line says, and waits as long as it may take. What it has started may go on. */
const run = `
case $(head -c 2 "$1") in '#!') ;; *) set -- "$1" "$2" "$3" bash ;; esac
setsid $4 "$1" > "$1.out" 2>&1 < /dev/null &
left=$2
while kill -0 $! 2> /dev/null; do
  if [ "$left" -le 0 ]; then
    [ "$3" = background ] || kill -9 -- -$!
    tail -c 20000 "$1.out"
    exit 124
  fi
  sleep 0.1
  left=$((left - 1))
done
wait $!
code=$?
tail -c 20000 "$1.out"
exit $code`;

/**
 * Scripts write dockerd's settings for the platform's own machine, with mirrors that nobody has here, and start it anew.
 * While one runs, dockerd reads others; what it has written is put aside, and what was there is there again.
 */
const setAside = `
[ -e /etc/default/docker ] && [ ! -e /etc/docker/.own ] || exit 0
mkdir -p /etc/docker && cd /etc/docker && cp -p /etc/default/docker .own && echo '{}' > .none
[ ! -e daemon.json ] || cp -p daemon.json .before
echo 'DOCKER_OPTS="$DOCKER_OPTS --config-file=/etc/docker/.none"' >> /etc/default/docker`;

const putBack = `
cd /etc/docker 2> /dev/null && [ -e .own ] || exit 0
mv .own /etc/default/docker
rm -f daemon.json .none
[ ! -e .before ] || mv .before daemon.json`;

/** Status with which `run` ends where the time was up; `timeout` of the coreutils has chosen it. */
const timeUp = 124;

/**
 * Runs a script of a course on the engine's machine.
 *
 * @param reader types a line into the reader's terminal, for what is to happen there
 */
export async function runScript(
  engine: Engine,
  { role, name, content, everyTerminal }: CourseScript,
  { timeoutMs, start: cwd }: Pick<ChapterOptions, 'timeoutMs' | 'start'>,
  reader: { typeHidden(text: string): Promise<Output>; readonly terminals: { beginWith(text: string): void } },
): Promise<Output> {
  const startedAt = performance.now();
  await engine.exec(['sh', '-c', setAside]);
  const laid = await engine.exec(['sh', '-c', lay, 'sh', role === 'link' ? 'link' : posix.basename(name)], {
    input: content,
    cwd,
  });
  if (role === 'foreground') {
    const output = await reader.typeHidden(`. ${laid.stdout}`);
    if (everyTerminal) reader.terminals.beginWith(`. ${laid.stdout}`);
    await engine.exec(['sh', '-c', putBack]);
    return output;
  }
  const tenths = `${Math.ceil(timeoutMs / 100)}`;
  const { exitCode, stdout } = await engine.exec(['sh', '-c', run, 'sh', laid.stdout, tenths, role], { cwd });
  await engine.exec(['sh', '-c', putBack]);
  return {
    text: stdout,
    exitCode: exitCode === timeUp ? null : exitCode,
    durationMs: performance.now() - startedAt,
    ended: exitCode === timeUp ? 'timeout' : 'exit',
    retries: 0,
    omittedLines: 0,
    messages: [],
  };
}
