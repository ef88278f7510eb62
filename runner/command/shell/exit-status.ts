import { type Command, parse, type Statement, type SyntaxNode } from 'unbash';
import { remembering } from '../../core/remember.ts';
import { isNumber } from '../../core/words.ts';

/** With which exit status a script can end, as far as its text tells. */
export interface ExitStatus {
  readonly canSucceed: boolean;
  readonly canFail: boolean;
}

/** What a piece of a script can come to: going on with a status, or leaving the script with one. */
interface Ways {
  readonly on: ExitStatus;
  readonly out: ExitStatus;
}

const never: ExitStatus = { canSucceed: false, canFail: false };
const well: ExitStatus = { canSucceed: true, canFail: false };
const badly: ExitStatus = { canSucceed: false, canFail: true };
const either: ExitStatus = { canSucceed: true, canFail: true };

/** Programs of the shell that do their work whatever is there. */
const alwaysWell = new Set(['echo', 'printf', 'true', ':', 'set', 'export', 'shopt', 'date', 'sleep']);

/** With which exit status a script can end. A program that it runs can do well or badly. */
export const exitStatusOf = remembering((source): ExitStatus => {
  const { on, out } = new Walk(source).list(parse(source).commands, well);
  return any(on, out);
});

class Walk {
  readonly #functions = new Map<string, Ways>();
  /** `set -e`: what goes badly leaves. */
  #leaves: boolean;

  constructor(source: string) {
    this.#leaves = /^#!.*\s-\w*e/.test(source);
  }

  /** @param before the status with which it begins, for a bare `exit` */
  list(statements: readonly Statement[], before: ExitStatus): Ways {
    let on = before;
    let out = never;
    for (const { command } of statements) {
      const ways = this.#of(command, on);
      const excused = command.type === 'AndOr' || isNegated(command);
      const leaves = this.#leaves && ways.on.canFail && !excused;
      on = leaves ? { ...ways.on, canFail: false } : ways.on;
      out = any(out, ways.out, leaves ? badly : never);
      if (!on.canSucceed && !on.canFail) break;
    }
    return { on, out };
  }

  #of(node: SyntaxNode, before: ExitStatus): Ways {
    switch (node.type) {
      case 'Command':
        return this.#command(node, before);
      case 'AndOr':
        return node.commands.slice(1).reduce(
          (ways, part, index) => {
            const after = node.operators[index] === '&&';
            const reached = after ? ways.on.canSucceed : ways.on.canFail;
            if (!reached) return ways;
            const next = this.#of(part, after ? well : badly);
            const kept = after ? { ...ways.on, canSucceed: false } : { ...ways.on, canFail: false };
            return { on: any(kept, next.on), out: any(ways.out, next.out) };
          },
          node.commands[0] === undefined ? { on: well, out: never } : this.#of(node.commands[0], before),
        );
      case 'Pipeline': {
        const last = node.commands.at(-1);
        const on = last === undefined ? well : this.#of(last, before).on;
        return { on: isNegated(node) ? { canSucceed: on.canFail, canFail: on.canSucceed } : on, out: never };
      }
      case 'Redirected':
        return this.#of(node.command, before);
      case 'If': {
        const branches = [node, ...node.elif].map(({ then }) => this.list(then.commands, well));
        const last = node.else === undefined ? { on: well, out: never } : this.list(node.else.commands, badly);
        return eitherWay([...branches, last]);
      }
      case 'Case':
        return eitherWay([{ on: well, out: never }, ...node.items.map(({ body }) => this.list(body.commands, well))]);
      case 'For':
      case 'While':
        return eitherWay([{ on: well, out: never }, this.list(node.body.commands, well)]);
      case 'BraceGroup':
        return this.list(node.body.commands, before);
      case 'Subshell': {
        const { on, out } = this.list(node.body.commands, before);
        return { on: any(on, out), out: never };
      }
      case 'Function': {
        const body = this.#of(node.body, well);
        this.#functions.set(node.name.value, { on: either, out: body.out });
        return { on: well, out: never };
      }
      case 'CompoundList':
        return this.list(node.commands, before);
      default:
        return { on: either, out: never };
    }
  }

  #command({ name, args }: Command, before: ExitStatus): Ways {
    if (name === undefined) return { on: args.length > 0 ? either : well, out: never };
    const words = args.flatMap((one) => (one.type === 'Word' ? [one.value] : []));
    const known = this.#functions.get(name.value);
    if (known !== undefined) return known;
    if (name.value === 'exit') {
      const [status] = words;
      const left = status === undefined ? before : isNumber(status) ? (Number(status) === 0 ? well : badly) : either;
      return { on: never, out: left };
    }
    if (name.value === 'set' && words.some((word) => /^-\w*e/.test(word) || word === 'errexit')) this.#leaves = true;
    return { on: alwaysWell.has(name.value) ? well : name.value === 'false' ? badly : either, out: never };
  }
}

function isNegated(node: SyntaxNode): boolean {
  return node.type === 'Pipeline' && node.prefixes.some(({ type }) => type === 'Negation');
}

function any(...all: readonly ExitStatus[]): ExitStatus {
  return { canSucceed: all.some((one) => one.canSucceed), canFail: all.some((one) => one.canFail) };
}

function eitherWay(ways: readonly Ways[]): Ways {
  return { on: any(...ways.map(({ on }) => on)), out: any(...ways.map(({ out }) => out)) };
}
