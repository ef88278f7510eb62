import type { FaultForm } from './fault.ts';

/** How the GNU and BusyBox tools, git, systemd and Node tell of files, accounts and rights. */
export const fileFaults: readonly FaultForm[] = [
  {
    kind: 'missing',
    of: 'git',
    phrases: ['…not a git repository'],
    thing: { kind: 'repository', name: '' },
    examples: `
      fatal: not a git repository (or any of the parent directories): .git → repository
    `,
  },
  {
    kind: 'no-space',
    of: 'system',
    phrases: ['…no space left on device', '…No space left'],
    examples: `
      dd: error writing '/tmp/x': No space left on device → nothing
    `,
  },
  {
    kind: 'missing',
    of: 'system',
    phrases: [
      '…cannot {access|stat|open|remove|touch|create regular file|create directory|find} <file>{ for reading|}: No such file',
      "…can't {open|stat|remove|create|rename|access} <file>: No such file",
      '…failed to open file <file>: No such file',
      '…No such file or directory: <file>',
      '…ENOENT: no such file or directory, {open|stat|lstat|scandir|access|uv_cwd} <file>',
      '…{open|stat|lstat|chdir|readlink|fork/exec} <file>: no such file or directory',
      "…can't create <file>: nonexistent directory",
      '…cannot create <file>: Directory nonexistent',
      '…<file>: No such file or directory',
      '…<file>: No such file$',
      '…bind source path does not exist: <file>',
      '…can only install with an existing <file>',
      '…pathspec <file> did not match any file',
      '…repository <object> {not found|does not exist}',
      '…Unit {file |}<unit> {not found|could not be found|not loaded|does not exist}',
      '…Failed to {start|stop|enable|restart} <unit>: Unit {…|}not found',
      '…unknown user{:|} <user>',
      '…user <user>{ does not exist|: no such user}',
      '…unable to find user <user>',
      '…invalid {user|group}: <user>',
      '…no such user',
      '…<file> does not exist',
      '…No such file or directory',
    ],
    examples: `
      ls: cannot access 'data': No such file or directory → file data
      cat: can't open '/no/such/file': No such file or directory → file /no/such/file
      cat: notes.txt: No such file or directory → file notes.txt
      ls: data: No such file or directory → file data
      sh: can't create site/index.html: nonexistent directory → file site/index.html
      sh: 1: cannot create site/index.html: Directory nonexistent → file site/index.html
      open missing.tar: no such file or directory → file missing.tar
      npm error The \`npm ci\` command can only install with an existing package-lock.json or → file package-lock.json
      [Errno 2] No such file or directory: 'requirements.txt' → file requirements.txt
      npm error enoent ENOENT: no such file or directory, open '/app/package.json' → file /app/package.json
      Failed to enable unit: Unit file docker2.service does not exist. → unit docker2.service
      Unit nosuch.service could not be found. → unit nosuch.service
      chown: invalid user: 'www' → user www
      chown: invalid group: '999:tomcat' → user 999:tomcat
    `,
  },
  {
    kind: 'read-only',
    of: 'system',
    phrases: [
      '…cannot {remove|touch|create directory|create regular file} <file>: Read-only file system',
      "…can't create <file>: Read-only file system",
      '…<file>: Read-only file system',
      '…Read-only file system',
    ],
    examples: `
      rm: cannot remove '/data/appendonly.aof': Read-only file system → file /data/appendonly.aof
      touch: /srv/x: Read-only file system → file /srv/x
      sh: can't create /srv/x: Read-only file system → file /srv/x
    `,
  },
  {
    kind: 'taken',
    of: 'system',
    phrases: [
      '…bind() to <server> failed (98: Address {already |}in use)',
      '…cannot {create|make} {directory|special file} <file>: File exists',
      "…can't create directory <file>: File exists",
      '…destination path <file> already exists',
      '…EADDRINUSE{: address already in use|} {…:|}<port>',
      '…address already in use',
      '…user <user> already exists',
    ],
    examples: `
      nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use) → port 80
      mkdir: cannot create directory 'box': File exists → file box
      Error: listen EADDRINUSE: address already in use :::3000 → port 3000
      fatal: destination path 'app' already exists and is not an empty directory. → file app
    `,
  },
  {
    kind: 'denied',
    of: 'system',
    phrases: [
      '…cannot {access|open|remove|touch|create directory|create regular file|chdir to} {directory |}<file>: Permission denied',
      "…can't {open|create} <file>: Permission denied",
      '…(<n>: Permission denied)',
      '…<file>: {Permission denied|Operation not permitted}',
      '…{Permission denied|Operation not permitted|EACCES|EPERM|must be root|are you root}',
      '…Access denied for user <user>',
      '…authentication failed for user <user>',
      '…{WRONGPASS|NOAUTH} ',
      '…{unauthorized|authentication required}: ',
    ],
    examples: `
      ls: cannot open directory '/root': Permission denied → file /root
      bash: ./run.sh: Permission denied → file ./run.sh
      ping: socket: Operation not permitted → file socket
      E: Could not open lock file - open (13: Permission denied) → nothing
      ERROR 1045 (28000): Access denied for user 'root'@'localhost' (using password: YES) → user root
    `,
  },
];
