import { posix } from 'node:path';
import type { CourseScript } from '../core/course.ts';
import type { Engine } from '../core/engine.ts';
import { type Message, message } from '../core/message.ts';
import type { Output } from '../core/output.ts';
import { faultsIn } from '../printed/index.ts';
import type { ChapterOptions } from './chapter-options.ts';

/** Programs that stand before the machine's own while a script runs. */
const ownPrograms = '/run/tutor-scripts';

/** A script that has done nothing but watch for so long goes on watching. */
const watchingSeconds = 8;

/** Lays the script where nobody looks, and makes the folders of the logs that it writes to. Prints where it lies. */
const lay = `
file=$(mktemp -d /var/tmp/XXXXXXXXXX)/$1
cat > "$file"
chmod 755 "$file"
grep -oE '/[A-Za-z0-9_./-]+\\.log' "$file" | while read -r log; do mkdir -p "$(dirname "$log")"; done
printf %s "$file"`;

/**
 * Begins it as its first line says. `$1`: the script. Prints the number of its session.
 */
const begin = `
case $(head -c 2 "$1") in '#!') ;; *) set -- "$1" bash ;; esac
PATH=${ownPrograms}:$PATH setsid sh -c '"$@" > "$0.out" 2>&1 < /dev/null; echo $? > "$0.end"' "$1" $2 "$1" \
  > /dev/null 2>&1 < /dev/null &
printf %s $!`;

/**
 * Waits for its end as long as it may take; what it has started may go on. One in the background that does nothing but
 * sleep, look for a moment and sleep again waits for its reader: nobody waits for it.
 */
const wait = `
file=$1 session=$2 left=$3 role=$4
quiet=0 naps=' ' before=' '
told() { echo "$1"; tail -c 20000 "$file.out"; exit; }
until [ -s "$file.end" ]; do
  if [ "$left" -le 0 ]; then
    [ "$role" = background ] || kill -9 -- "-$session"
    told time
  fi
  if [ "$role" = background ] && [ $((left % 10)) = 0 ]; then
    quiet=$((quiet + 1)) now=' '
    for process in $(pgrep -s "$session"); do
      case $(readlink "/proc/$process/exe") in
        */sleep) case $naps in *" $process "*) ;; *) naps="$naps$process " ;; esac ;;
        */sh | */bash | */dash) ;;
        *) now="$now$process "; case $before in *" $process "*) quiet=0 naps=' ' ;; esac ;;
      esac
    done
    before=$now
    set -- $naps
    if [ "$quiet" -ge ${watchingSeconds} ] && [ $# -ge 3 ]; then told watches; fi
  fi
  sleep 0.1
  left=$((left - 1))
done
told "end $(cat "$file.end")"`;

/**
 * Scripts write dockerd's settings for the platform's own machine, with mirrors that nobody has here, and start it anew.
 * While one runs, dockerd reads others; what it has written is put aside, and what was there is there again.
 */
const setAside = `
[ -e /etc/default/docker ] && [ ! -e /etc/docker/.own ] || exit 0
mkdir -p /etc/docker && cd /etc/docker && cp -p /etc/default/docker .own && echo '{}' > .none
[ ! -e daemon.json ] || cp -p daemon.json .before
echo 'DOCKER_OPTS="$DOCKER_OPTS --config-file=/etc/docker/.none"' >> /etc/default/docker`;

/** Prints what the script has asked for and does not get: settings of dockerd, and packages. */
const putBack = `
[ ! -s ${ownPrograms}/lacking ] || tr '\\n' ' ' < ${ownPrograms}/lacking | sed 's/^/packages /;s/ *$/\\n/'
rm -rf ${ownPrograms}
cd /etc/docker 2> /dev/null && [ -e .own ] || exit 0
mv .own /etc/default/docker
[ ! -e daemon.json ] || cmp -s daemon.json .before || echo settings
rm -f daemon.json .none
[ ! -e .before ] || mv .before daemon.json`;

/**
 * Scripts install what is on this machine already, from lists that may be out of date here, and many end at the first
 * command that fails. What cannot be had is noted, and the script goes on.
 */
const ownPackages = `
[ ! -x /usr/bin/apt-get ] || [ -e ${ownPrograms}/apt-get ] || {
mkdir -p ${ownPrograms} && cd ${ownPrograms}
cat > apt-get << 'END'
#!/bin/sh
"/usr/bin/\${0##*/}" "$@" && exit
case " $* " in *" install "*) ;; *) exit 0 ;; esac
for word; do
  case $word in -* | install | ./* | /*) continue ;; esac
  name=\${word%%[=/:]*}
  dpkg -s "$name" > /dev/null 2>&1 || command -v "$name" > /dev/null || echo "$name" >> ${ownPrograms}/lacking
done
exit 0
END
chmod 755 apt-get && cp apt-get apt
}`;

/** On the platforms' machines Python has its short name, too. */
const ownPython = `
command -v python > /dev/null || ! command -v python3 > /dev/null || {
  mkdir -p ${ownPrograms} && ln -sf "$(command -v python3)" ${ownPrograms}/python
}`;

/** A script that was begun and goes on. */
export interface Begun {
  /** Where it lies on the engine's machine. */
  readonly file: string;
  readonly session: string;
}

/** Whose terminals they are. */
export interface Reader {
  /** Types a line into the first one, for what is to happen there. */
  typeHidden(text: string): Promise<Output>;
  readonly terminals: { beginWith(text: string): void };
}

/** Begins a script of a course on the engine's machine, and does not wait for it. */
export async function beginScript(
  engine: Engine,
  script: CourseScript,
  options: Pick<ChapterOptions, 'start'>,
): Promise<Begun> {
  const file = await layScript(engine, script, options);
  const { stdout } = await engine.exec(['sh', '-c', begin, 'sh', file], { cwd: options.start });
  return { file, session: stdout.trim() };
}

async function layScript(
  engine: Engine,
  { role, name, content }: CourseScript,
  { start: cwd }: Pick<ChapterOptions, 'start'>,
): Promise<string> {
  await engine.exec(['sh', '-c', setAside]);
  await engine.exec(['sh', '-c', isPreparing(role) ? `${ownPackages}${ownPython}` : ownPython]);
  const path = role === 'link' ? 'link' : posix.basename(name);
  return (await engine.exec(['sh', '-c', lay, 'sh', path], { input: content, cwd })).stdout;
}

/**
 * Runs a script of a course on the engine's machine.
 *
 * @param begun it, where it was begun before
 * @param beside one that is still to be awaited
 */
export async function runScript(
  engine: Engine,
  script: CourseScript,
  options: Pick<ChapterOptions, 'timeoutMs' | 'start'>,
  reader: Reader,
  { begun, beside = null }: { readonly begun?: Begun | undefined; readonly beside?: Begun | null } = {},
): Promise<Output> {
  const output =
    script.role === 'foreground'
      ? await typeScript(engine, script, options, reader)
      : await awaitScript(engine, script, begun ?? (await beginScript(engine, script, options)), options);
  // The other one still needs what is put aside.
  const told = beside === null ? (await engine.exec(['sh', '-c', putBack])).stdout : '';
  return isPreparing(script.role)
    ? { ...output, messages: [...output.messages, ...lackedBy(script, output, told)] }
    : output;
}

async function typeScript(
  engine: Engine,
  script: CourseScript,
  options: Pick<ChapterOptions, 'start'>,
  reader: Reader,
): Promise<Output> {
  const file = await layScript(engine, script, options);
  const output = await reader.typeHidden(`PATH=${ownPrograms}:$PATH . ${file}`);
  if (script.everyTerminal) reader.terminals.beginWith(`. ${file}`);
  return output;
}

async function awaitScript(
  engine: Engine,
  { role }: CourseScript,
  { file, session }: Begun,
  { timeoutMs, start: cwd }: Pick<ChapterOptions, 'timeoutMs' | 'start'>,
): Promise<Output> {
  const startedAt = performance.now();
  const tenths = `${Math.ceil(timeoutMs / 100)}`;
  const { stdout } = await engine.exec(['sh', '-c', wait, 'sh', file, session, tenths, role], { cwd });
  const [first = '', ...lines] = stdout.split('\n');
  const status = /^end (\d+)$/.exec(first)?.[1];
  return {
    text: lines.join('\n'),
    exitCode: status === undefined ? null : Number(status),
    durationMs: performance.now() - startedAt,
    ended: status !== undefined ? 'exit' : first === 'watches' ? 'running' : 'timeout',
    retries: 0,
    omittedLines: 0,
    messages: [],
  };
}

function isPreparing(role: CourseScript['role']): boolean {
  return role === 'background' || role === 'foreground';
}

/** What a script asks for and does not get here, though it may have gone on. */
function lackedBy({ name }: CourseScript, { text, ended }: Output, told: string): readonly Message[] {
  const programs = faultsIn(text).flatMap(({ kind, thing }) =>
    kind === 'missing' && thing?.kind === 'program' ? [thing.name] : [],
  );
  const packages = /^packages (.+)$/m.exec(told)?.[1];
  return [
    ...(ended === 'running' ? [message('script-watches', { name }, {}, 'info')] : []),
    ...[...new Set(programs)].map((program) => message('script-without-program', { name, program }, {}, 'info')),
    ...(packages === undefined ? [] : [message('script-without-packages', { name, packages }, {}, 'info')]),
    ...(/^settings$/m.test(told) ? [message('script-settings-aside', { name }, {}, 'info')] : []),
  ];
}
