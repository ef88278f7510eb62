import type { Parts } from '../effect-parts.ts';

type Program = (args: readonly string[]) => Parts;

/** What a program does with its arguments, by its name without folder. */
export type ProgramTable = Readonly<Record<string, Program>>;

/** Programs that do the same, by their names. */
export function each(names: string, make: (name: string) => Program): ProgramTable {
  return Object.fromEntries(names.split(' ').map((name) => [name, make(name)]));
}

/** Programs that do the same whatever they are given. */
export function always(names: string, parts: Parts): ProgramTable {
  return each(names, () => () => parts);
}

/** Arguments of a program that are no options. `valued`: letters and names whose value follows as a word of its own. */
export function operandsOf(args: readonly string[], valued: readonly string[] = []): readonly string[] {
  const operands: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--') return [...operands, ...args.slice(at + 1)];
    if (!/^-./.test(arg)) operands.push(arg);
    else if (valued.some((option) => takesNext(arg, option))) at++;
  }
  return operands;
}

/** The value of an option: `-o x`, `-ox`, `--output x`, `--output=x`. Null where it is not given. */
export function optionOf(args: readonly string[], ...names: readonly string[]): string | null {
  for (const [at, arg] of args.entries()) {
    for (const name of names) {
      if (name.length === 1 && takesNext(arg, name)) return args[at + 1] ?? null;
      if (name.length === 1 && arg.startsWith(`-${name}`) && arg.length > 2) return arg.slice(2);
      if (arg === `--${name}`) return args[at + 1] ?? null;
      if (arg.startsWith(`--${name}=`)) return arg.slice(name.length + 3);
    }
  }
  return null;
}

/** Whether a switch is given, alone (`-f`), in a cluster (`-af`) or long (`--follow`). */
export function has(args: readonly string[], ...names: readonly string[]): boolean {
  return args.some((arg) =>
    names.some((name) =>
      name.length === 1
        ? /^-[A-Za-z0-9]+$/.test(arg) && arg.includes(name)
        : arg === `--${name}` || arg === `-${name}` || arg.startsWith(`--${name}=`),
    ),
  );
}

/** `-sSLo` ends with the letter whose value follows. */
function takesNext(arg: string, option: string): boolean {
  return option.length === 1 ? /^-[A-Za-z]+$/.test(arg) && arg.endsWith(option) : arg === `--${option}`;
}
