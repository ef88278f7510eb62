import { understand } from '../command/index.ts';

/** Variables that every shell has, or that programs set. */
const everywhere =
  /^(?:HOME|PWD|OLDPWD|USER|LOGNAME|HOSTNAME|PATH|SHELL|UID|EUID|RANDOM|SECONDS|TERM|LANG|IFS|PPID|BASH\w*|[\d_]+)$/;

/** Names of variables that a command takes from its shell. */
export function variablesIn(text: string): readonly string[] {
  // What stands in single quotes is for another program.
  const open = text.replace(/'[^']*'/g, '');
  const own = new Set([...open.matchAll(/\b(?:for|read)\s+(?:-\w+\s+)*(\w+)/g)].map(([, name]) => name));
  const names = [...open.matchAll(/\$\{?([A-Za-z_]\w*)(\}|[:?+-])?/g)].flatMap(([, name = '', end]) =>
    /[:+-]/.test(end ?? '') ? [] : [name],
  );
  return [...new Set(names)].filter(
    (name) => !everywhere.test(name) && !own.has(name) && !assignedIn(text).includes(name),
  );
}

/** Names of variables that a command leaves in its shell. */
export function assignedIn(text: string): readonly string[] {
  return understand(text).calls.flatMap(({ program, args, environment, substituted }) => {
    if (substituted) return [];
    if (program === '') return Object.keys(environment);
    if (!['export', 'declare', 'typeset', 'readonly', 'local'].includes(program)) return [];
    return args.flatMap((arg) => /^([A-Za-z_]\w*)=/.exec(arg)?.[1] ?? []);
  });
}
