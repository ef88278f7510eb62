import { parseShell } from './shell/parse-shell.ts';

/** Whether a shell can read it as a command: `services:` is a key of YAML, and `docker run (image)` no shell can read. */
export function isCommand(text: string): boolean {
  const { errors, commands } = parseShell(text);
  const [first] = commands;
  return errors.length === 0 && !/:$|^-$/.test(first?.words[0]?.value ?? '');
}
