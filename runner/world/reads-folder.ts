import { type Effects, understand } from '../command/index.ts';

/** Programs that look at the folder they are called in, whatever their words are. */
const lookers = new Set(
  'ls dir ll tree find du git npm npx pnpm yarn make mvn mvnw gradle gradlew go cargo dotnet rails bundle composer vagrant pytest python python3 node java javac php ruby sh bash source .'.split(
    ' ',
  ),
);
/** Of these only with an operand, or without any: `python app.py`, `ls`. */
const onlyWithFile = new Set('python python3 node java javac php ruby sh bash'.split(' '));
/** Of these not where they only tell about themselves. */
const asked = new Set(['git', 'npm', 'npx', 'go']);

/** Whether what a command does hangs on the folder it is typed in. */
export function readsFolder(text: string, effects: Effects): boolean {
  if (effects.changesFolder !== null && isRelative(effects.changesFolder)) return true;
  if (/\$\(pwd\)|`pwd`|\$\{?PWD\}?/.test(text)) return true;
  if (effects.composeFiles !== null || /(?:^|[;&|(]\s*|\s)\.{1,2}\/[\w.-]/.test(text)) return true;
  if (
    effects.builds.some(
      ({ context, dockerfile }) => isRelative(context) || (dockerfile !== null && isRelative(dockerfile)),
    )
  )
    return true;
  const named = [...effects.readsFiles, ...effects.writesFiles, ...(effects.edits === null ? [] : [effects.edits])];
  if (named.some(isRelative)) return true;
  return understand(text).calls.some(({ program, args }) => looksAround(program, args));
}

function looksAround(program: string, args: readonly string[]): boolean {
  const operands = args.filter((arg) => !arg.startsWith('-'));
  if (!lookers.has(program)) return false;
  if (asked.has(program) && ['--version', 'version', '-v', 'config'].includes(args[0] ?? '')) return false;
  if (onlyWithFile.has(program))
    return operands.some((one) => /\.\w+$|\//.test(one) && isRelative(one)) && !args.includes('-c');
  return operands.length === 0 ? !args.some((arg) => /^--?(?:version|help|V|h)$/.test(arg)) : operands.some(isRelative);
}

function isRelative(path: string): boolean {
  return path !== '' && !/^(?:[~/$]|\w+:\/\/|git@|-$)/.test(path);
}
