import { execa } from 'execa';
import { effectsOf, firstWord } from '../command/index.ts';
import type { Engine, ExecOptions, ExecResult } from '../core/engine.ts';

type Exec = Engine['exec'];

/** What the programs in the terminal's foreground are doing. */
export interface Foreground {
  /** One of them waits for a line from the keyboard. */
  readonly reads: boolean;
  /** One of them waits for the keyboard, in whichever thread and by whichever descriptor. */
  readonly waits: boolean;
  /** It is the shell itself that is in the foreground. */
  readonly shell: boolean;
  /** What is typed is shown. */
  readonly echo: boolean;
  /** The terminal hands over whole lines: no line editor is at work. */
  readonly lines: boolean;
  /** A line editor is at work: it is handed each key, Enter as it is. */
  readonly edits: boolean;
  /** Clock ticks used so far. */
  readonly ticks: number;
  /** Command lines, quoted for a shell, of those that started no other one of them. */
  readonly commands: readonly string[];
}

/**
 * Linux: /proc/PID/stat (5: session, 6: terminal, 8: foreground group, 14 and 15: time) and /proc/PID/syscall, whose
 * first fields are the number of `read` (0 on x86-64, 63 on arm64) and the file descriptor. What reads from a pipe waits
 * for another program. A program with an event loop waits for what its epoll descriptor watches (232 and 281 on x86-64,
 * 22 on arm64): /proc/PID/fdinfo has that.
 */
const foregroundScript = `
IFS= read -r stat < /proc/$1/stat || exit 1
set -- "$1" \${stat##*) }
group=$7 ticks=0
[ "$4" = "$group" ] && echo shell
for folder in /proc/[0-9]*; do
  { IFS= read -r stat < "$folder/stat"; } 2>/dev/null || continue
  fields=(\${stat##*) })
  [ "\${fields[2]}" = "$group" ] || continue
  ticks=$((ticks + fields[11] + fields[12]))
  { mapfile -d '' -t words < "$folder/cmdline"; } 2>/dev/null
  echo "runs \${folder#/proc/} \${fields[1]} \${words[*]@Q}"
  { read -r number descriptor _ < "$folder/syscall"; } 2>/dev/null || continue
  case "$number $descriptor" in "0 0x0"|"63 0x0") [ "$folder/fd/0" -ef /proc/$1/fd/0 ] && echo reads ;; esac
  for task in "$folder"/task/*; do
    { read -r number descriptor _ < "$task/syscall"; } 2>/dev/null || continue
    case "$number" in
      0|63) watched=$((descriptor)) ;;
      232|281|22) watched=; while read -r what which _; do [ "$what" = tfd: ] && watched="$watched $which"; done < "$folder/fdinfo/$((descriptor))" ;;
      *) continue ;;
    esac 2>/dev/null
    for which in $watched; do [ "$folder/fd/$which" -ef /proc/$1/fd/0 ] && echo waits; done
  done
done
echo ticks $ticks
stty -a -F /proc/$1/fd/0
`;

/** Ends every process of the shell's session; with \`group\`, those in the foreground only. */
const killScript = `
IFS= read -r stat < /proc/$1/stat || exit 0
set -- "$1" "$2" \${stat##*) }
session=$6 group=$8
for folder in /proc/[0-9]*; do
  { IFS= read -r stat < "$folder/stat"; } 2>/dev/null || continue
  fields=(\${stat##*) })
  if [ "$2" = group ]; then [ "\${fields[2]}" = "$group" ] && [ "\${folder#/proc/}" != "$1" ]
  else [ "\${fields[3]}" = "$session" ]; fi && kill -KILL "\${folder#/proc/}" 2>/dev/null
done
exit 0
`;

/** Looks at the foreground of the terminal whose shell is \`shellPid\`; null where that cannot be seen. */
export async function foregroundOf(exec: Exec, shellPid: number): Promise<Foreground | null> {
  const { stdout } = await exec(['bash', '-c', foregroundScript, 'bash', String(shellPid)], { timeoutMs: 5000 });
  const ticks = /^ticks (\d+)$/m.exec(stdout)?.[1];
  if (ticks === undefined) return null;
  const words = new Set(stdout.split(/[\s;]+/));
  return {
    reads: words.has('reads'),
    waits: words.has('waits'),
    shell: words.has('shell'),
    echo: words.has('echo'),
    lines: words.has('icanon'),
    edits: words.has('-icanon') && words.has('-icrnl'),
    ticks: Number(ticks),
    commands: leavesIn(stdout),
  };
}

/**
 * Whether what runs in the foreground waits for its terminal, as far as that can be seen. A progress bar may rest behind
 * `20%`: what sleeps, or waits for the network, has left the terminal as it was and does not read from it.
 */
export function waitsForKeys(foreground: Foreground | null): boolean {
  return foreground === null || !foreground.lines || foreground.waits;
}

function leavesIn(stdout: string): readonly string[] {
  const all = [...stdout.matchAll(/^runs (\d+) (\d+) (.*)$/gm)];
  const parents = new Set(all.map(([, , parent]) => parent));
  return all.flatMap(([, pid, , command]) => (parents.has(pid) || !command ? [] : [command]));
}

/** Kills the programs in the foreground, the shell excepted. */
export async function killForeground(exec: Exec, shellPid: number): Promise<void> {
  await exec(['bash', '-c', killScript, 'bash', String(shellPid), 'group'], { timeoutMs: 5000 });
}

/** Kills the shell and all that it started in its session. */
export async function killSession(exec: Exec, shellPid: number): Promise<void> {
  await exec(['bash', '-c', killScript, 'bash', String(shellPid), 'session'], { timeoutMs: 5000 });
}

/** Runs a program on this machine. */
export async function execHere(argv: readonly string[], options: ExecOptions = {}): Promise<ExecResult> {
  const [file = 'true', ...args] = argv;
  const { exitCode, stdout, stderr } = await execa(file, args, {
    reject: false,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.env === undefined ? {} : { env: { ...options.env } }),
    ...(options.input === undefined ? {} : { input: options.input }),
    ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
  });
  return { exitCode: exitCode ?? -1, stdout, stderr };
}

/** `sleep 30` and `docker pull` use no time of this machine while they are at work. */
export function surelyEnds(command: string): boolean {
  const [, program = ''] = /^'?(?:[^\s']*\/)?([^\s'/]+)'?/.exec(command) ?? [];
  const { ends, opens } = effectsOf(command);
  return ends.how === 'ends' && opens === null && firstWord(program) === 'program';
}
