import { printersOf } from '../../command/index.ts';

/** The command prints the variables of an environment: `env`, `docker exec web printenv`. */
export function printsEnvironment(command: string): boolean {
  return printersOf(command).some(({ program, operands }) => program === 'env' && operands.length === 0);
}

/** `NAME=value`, as an environment is printed and as a shell takes an assignment. */
export function isVariable(line: string): boolean {
  return /^\s*[A-Za-z_]\w*=(?!=)/.test(line);
}
