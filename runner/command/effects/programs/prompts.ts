import { because } from '../../../core/message.ts';
import { endless, type Parts } from '../effect-parts.ts';
import type { Contact, Opens } from '../effects.ts';
import { always, each, has, operandsOf, optionOf, type ProgramTable } from './program-table.ts';

/** Shells, interpreters, database clients and editors: programs that wait at a prompt of their own. */
export const promptPrograms: ProgramTable = {
  ...each('bash sh ash zsh dash ksh fish', shellParts),
  ...each(
    'powershell pwsh cmd',
    (program) => (args) =>
      operandsOf(args).length > 0 || args.length > 1 ? {} : { opens: opens('shell', program, false) },
  ),
  su: (args) => ({ opens: optionOf(args, 'c', 'command') === null ? opens('shell', 'sh', true) : null }),
  newgrp: () => ({ opens: opens('shell', 'sh', true) }),
  chroot: (args) => ({
    opens: operandsOf(args).length > 1 ? shellGiven(args) : opens('container', 'sh', true),
  }),
  ip: (args) => ({ opens: args.includes('exec') ? shellGiven(args) : null }),
  ...each('ctr crictl lxc', (program) => (args) => ({
    opens: program === 'lxc' || has(args, 't', 'tty') ? shellGiven(args) : null,
  })),
  mysql: (args) => client('mysql', args, ['e', 'execute']),
  mariadb: (args) => client('mysql', args, ['e', 'execute']),
  psql: (args) => client('psql', args, ['c', 'command', 'f', 'file', 'l', 'list']),
  mongo: (args) => client('mongosh', args, ['eval']),
  mongosh: (args) => client('mongosh', args, ['eval']),
  // The newer client has verbs of its own; only a bare connection opens a prompt.
  sqlcmd: (args) => (/^[a-z]/.test(args[0] ?? '') ? {} : client('sqlcmd', args, ['Q', 'i'])),
  sqlite3: (args) => ({ opens: operandsOf(args).length > 1 ? null : opens('repl', 'sqlite3', false) }),
  cqlsh: (args) => client('cqlsh', args, ['e', 'execute', 'f', 'file']),
  influx: (args) => client('influx', args, ['execute']),
  'redis-cli': (args) => ({
    contacts: serverOf(args),
    opens:
      operandsOf(args, ['h', 'p', 'a', 'n', 'u', 'user', 'pass']).length > 0 ||
      has(args, 'eval', 'scan', 'stat', 'ping')
        ? null
        : opens('repl', 'redis-cli', false),
    ...(args[0] === 'monitor' ||
    operandsOf(args, ['h', 'p', 'a', 'n']).some((word) => /^(?:monitor|p?subscribe)$/i.test(word))
      ? endless(because('ends-until-stopped', { what: 'redis-cli' }))
      : {}),
  }),
  ...each('python python2 python3 ipython', () => pythonParts),
  ...each('node nodejs', () => nodeParts),
  ...each(
    'irb jshell julia R ghci iex erl scala swipl lua bc rails-console',
    (program) => (args) => (operandsOf(args).length > 0 ? {} : { opens: opens('repl', program, false) }),
  ),
  php: (args) =>
    has(args, 'S')
      ? endless(because('ends-server', { what: 'php -S' }))
      : { opens: has(args, 'a') ? opens('repl', 'php', false) : null },
  ...each('vi vim nvim nano emacs pico ed', (program) => (args) => ({
    ...editing(args),
    opens: has(args, 'version') ? null : opens('editor', program, false),
  })),
  ...each('code subl gedit atom mousepad', () => (args) => editing(args)),
  notepad: (args) => ({ ...editing(args), operatingSystem: 'windows' }),
  ...always('exit logout', { leaves: true, silent: true }),
  quit: () => ({ leaves: true }),
};

/** The shell that a program is told to start in a world of its own: `chroot rootfs /bin/sh`, `./box run sh`. */
export function shellGiven(args: readonly string[]): Opens | null {
  const shell = /^(?:\/(?:usr\/)?(?:local\/)?bin\/)?(bash|sh|ash|dash|zsh)$/.exec(args.at(-1) ?? '')?.[1];
  return shell === undefined ? null : opens('container', shell, true);
}

function opens(into: Opens['into'], program: string, shellLike: boolean): Opens {
  return { into, program, shellLike, container: null };
}

function shellParts(program: string): (args: readonly string[]) => Parts {
  return (args) => {
    if (optionOf(args, 'c') !== null || has(args, 'version', 'help')) return {};
    const script = operandsOf(args, ['o', 'O', 'rcfile', 'init-file'])[0];
    return script === undefined ? { opens: opens('shell', program, true) } : runs(script);
  };
}

/** A name, a password, a server, a port or a database behind its letter: `-psecret` is no cluster with an `-e`. */
const attached = /^-[uUpPhdDS]./;

function client(program: string, args: readonly string[], ending: readonly string[]): Parts {
  const switches = args.filter((arg) => !attached.test(arg));
  if (has(switches, 'version', 'V', 'help')) return {};
  const contacts = serverOf(args);
  if (has(switches, ...ending)) return { contacts };
  // MySQL's -p takes its value only when attached: alone it asks.
  const asks = program === 'mysql' && (args.includes('-p') || args.includes('--password')) ? 'Enter password:' : null;
  return { opens: opens('repl', program, false), asks, contacts };
}

/** The server that a client talks to: the one in the same place unless told otherwise. */
function serverOf(args: readonly string[]): readonly Contact[] {
  const host = optionOf(args, 'h', 'host') ?? '';
  return [{ host: ['localhost', '127.0.0.1'].includes(host) ? '' : host, port: null }];
}

function pythonParts(args: readonly string[]): Parts {
  if (has(args, 'V', 'version')) return {};
  if (optionOf(args, 'm') === 'http.server' || optionOf(args, 'm') === 'SimpleHTTPServer')
    return endless(because('ends-server', { what: 'http.server' }));
  if (['flask', 'uvicorn', 'gunicorn'].includes(optionOf(args, 'm') ?? ''))
    return endless(because('ends-starts-server'));
  if (has(args, 'c', 'm')) return {};
  return scriptOr('python', operandsOf(args), (args[0] ?? '').includes('manage.py') && args[1] === 'runserver');
}

function nodeParts(args: readonly string[]): Parts {
  if (has(args, 'v', 'version', 'e', 'eval', 'p', 'print')) return {};
  return scriptOr('node', operandsOf(args), false);
}

function scriptOr(program: string, operands: readonly string[], server: boolean): Parts {
  const [script] = operands;
  if (script === undefined) return { opens: opens('repl', program, false) };
  if (server) return { readsFiles: [script], ...endless(because('ends-starts-server')) };
  return runs(script);
}

/** Only what a script does tells whether it ends. */
function runs(script: string): Parts {
  return { readsFiles: [script], ends: { how: 'unknown', reason: because('ends-not-known', { what: script }) } };
}

function editing(args: readonly string[]): Parts {
  const [file] = operandsOf(args);
  return file === undefined || file === '.' ? {} : { edits: file, writesFiles: [file] };
}
