import { because, type Told } from '../../../core/message.ts';
import { endless, type Parts } from '../effect-parts.ts';
import { each, has, operandsOf, optionOf, type ProgramTable } from './program-table.ts';

const silent: Parts = { silent: true };

/** Programs that read, make, move and remove files. */
export const filePrograms: ProgramTable = {
  cd: (args) => ({ ...silent, changesFolder: operandsOf(args)[0] ?? '~' }),
  pushd: (args) => ({ changesFolder: operandsOf(args)[0] ?? null }),
  'Set-Location': (args) => ({ ...silent, changesFolder: args[0] ?? null, operatingSystem: 'windows' }),
  mkdir: (args) => ({ ...silent, writesFiles: operandsOf(args, ['m', 'mode']) }),
  md: (args) => ({ ...silent, writesFiles: operandsOf(args) }),
  touch: (args) => ({ ...silent, writesFiles: operandsOf(args, ['d', 't', 'r']) }),
  cp: (args) => ({ ...silent, ...moved(args) }),
  mv: (args) => ({ ...silent, ...moved(args) }),
  ln: (args) => ({ ...silent, writesFiles: operandsOf(args).slice(1) }),
  chmod: (args) => ({ ...silent, readsFiles: operandsOf(args).slice(1) }),
  chown: (args) => ({ ...silent, readsFiles: operandsOf(args).slice(1) }),
  rm: (args) => ({
    ...silent,
    readsFiles: has(args, 'f', 'force') ? [] : operandsOf(args),
    destructive: removes(args),
  }),
  rmdir: (args) => ({ ...silent, readsFiles: operandsOf(args) }),
  cat: catParts,
  tee: (args) => ({ writesFiles: operandsOf(args) }),
  less: pager('less'),
  more: pager('more'),
  man: () => ({ opens: { into: 'pager', program: 'man', shellLike: false, container: null } }),
  head: (args) => ({ readsFiles: operandsOf(args, ['n', 'c']) }),
  tail: (args) => ({
    readsFiles: operandsOf(args, ['n', 'c']),
    ...(has(args, 'f', 'F', 'follow') ? endless(because('ends-until-stopped', { what: 'tail -f' })) : {}),
  }),
  '.': (args) => ({ readsFiles: args.slice(0, 1) }),
  source: (args) => ({ readsFiles: args.slice(0, 1) }),
  tar: tarParts,
  unzip: (args) => ({ readsFiles: operandsOf(args, ['d']).slice(0, 1), unpacks: !has(args, 'l', 't', 'Z') }),
  sed: (args) => ({
    silent: has(args, 'i', 'in-place'),
    readsFiles: operandsOf(args, ['e']).slice(has(args, 'e') ? 0 : 1),
  }),
  ...each('grep egrep fgrep zgrep', () => grepParts),
  wc: (args) => ({ readsFiles: operandsOf(args) }),
  diff: (args) => ({ readsFiles: operandsOf(args, ['U', 'C', 'W']) }),
  zip: (args) => ({ readsFiles: operandsOf(args).slice(1), writesFiles: operandsOf(args).slice(0, 1) }),
  find: findParts,
  dd: (args) => ({
    destructive: args.some((arg) => arg.startsWith('of=/dev/')) ? because('destroys-device', { what: 'dd' }) : null,
  }),
};

function moved(args: readonly string[]): Parts {
  const paths = operandsOf(args, ['t', 'S']);
  return { readsFiles: paths.slice(0, -1), writesFiles: paths.slice(-1) };
}

/** Removing what lies outside the working folder, or everything in it. */
function removes(args: readonly string[]): Told | null {
  const outside = operandsOf(args).find(isOutside);
  return outside === undefined || !has(args, 'r', 'R', 'recursive', 'f', 'force')
    ? null
    : because('destroys-files', { what: outside });
}

function isOutside(path: string): boolean {
  return (
    /^(?:\*|\/$|\/\*|~\/?\*?$|\$(?:HOME|\{HOME\})(?:\/\*?)?$|\.\.?\/?\*?$)/.test(path) ||
    /^(?:\/(?!tmp\/.)|~\/\.|\.\.\/)/.test(path)
  );
}

/** `find / … -delete`, `find .. -exec rm {} +`. */
function findParts(args: readonly string[]): Parts {
  const folder = args.find((arg) => !/^-[HLPO]/.test(arg)) ?? '.';
  const removing = args.includes('-delete') || (/^-(?:exec|ok)/m.test(args.join('\n')) && args.includes('rm'));
  return {
    destructive:
      removing && /^(?:\/|~|\.\.)/.test(folder) && isOutside(folder)
        ? because('destroys-files', { what: folder })
        : null,
  };
}

/** `docker ps | grep web` reads no file. */
function grepParts(args: readonly string[]): Parts {
  const words = operandsOf(args, ['e', 'f', 'A', 'B', 'C', 'm']);
  return { readsFiles: optionOf(args, 'e', 'regexp', 'f', 'file') === null ? words.slice(1) : words };
}

function catParts(args: readonly string[]): Parts {
  const files = operandsOf(args).filter((file) => file !== '-');
  return files.length > 0 ? { readsFiles: files } : endless(because('ends-waits-for-input', { what: 'cat' }));
}

function pager(program: string): (args: readonly string[]) => Parts {
  return (args) => ({
    opens: { into: 'pager', program, shellLike: false, container: null },
    readsFiles: operandsOf(args),
  });
}

function tarParts(args: readonly string[]): Parts {
  const bundled = (args[0] ?? '').replace(/^-/, '');
  const archive = optionOf(args, 'f', 'file') ?? (bundled.includes('f') ? (args[1] ?? null) : null);
  if (archive === null || archive === '-') return {};
  if (bundled.includes('c') || has(args, 'create')) return { writesFiles: [archive] };
  return { readsFiles: [archive], unpacks: bundled.includes('x') || has(args, 'x', 'extract') };
}
