import { hostProgram } from './shell-rc.ts';
import type { Style } from './terminal.ts';
import type { OpenProgram } from './types.ts';

/** A program that is open in the terminal, with what was learned of it. */
export interface Program extends OpenProgram {
  /** In its marks; 0 for the terminal's own shell. */
  readonly id: number;
  style: Style;
  /** Whether it was tried to mark its prompt. */
  asked: boolean;
  /** Its lines are shell commands; null: not known. */
  readonly shellLike: boolean | null;
  /** The prompt it showed last, without trailing spaces. */
  prompt: string;
  /** Every prompt it has shown. */
  readonly prompts: Set<string>;
  /** It never comes to a prompt, and works in the foreground. */
  readonly running: boolean;
  /** Every prompt with which it has asked for a further line. */
  readonly continuations: Set<string>;
}

/** The programs open in a terminal: a shell, in it a container's shell, in it a REPL. */
export class Programs {
  #stack: Program[] = [host()];
  /** Marked programs that were left running: a container's shell that was detached from may come back. */
  readonly #left = new Map<number, Program>();
  #nextId = 1;

  get all(): readonly Program[] {
    return this.#stack;
  }

  get top(): Program {
    return this.#stack.at(-1) ?? host();
  }

  /** A program has shown its first prompt. */
  push(kind: Program['kind'], name: string, shellLike: boolean | null, prompt: string): Program {
    return this.#add({ kind, name, shellLike, prompt, running: false });
  }

  /** A program goes on in the foreground. */
  pushRunning(name: string): Program {
    return this.#add({ kind: 'repl', name, shellLike: false, prompt: '', running: true });
  }

  #add(of: Pick<Program, 'kind' | 'name' | 'shellLike' | 'prompt' | 'running'>): Program {
    const program: Program = {
      ...of,
      id: this.#nextId++,
      style: 'text',
      asked: false,
      prompts: new Set(of.running ? [] : [of.prompt]),
      continuations: new Set(),
    };
    this.#stack.push(program);
    return program;
  }

  /** A program is at its prompt: those opened within it have ended. Returns them. */
  backTo(id: number): readonly Program[] {
    const at = this.#stack.findIndex((program) => program.id === id);
    const left = at === -1 ? [] : this.#stack.splice(at + 1);
    for (const program of left) this.#left.set(program.id, program);
    return left;
  }

  /** A program that was left shows its prompt again (`docker attach`). Returns it; null where it is unknown or open. */
  reopen(id: number): Program | null {
    const program = this.#left.get(id);
    if (program === undefined || this.#stack.includes(program)) return null;
    this.#stack.push(program);
    return program;
  }

  /** The innermost program has shown this prompt. */
  learn(prompt: string): void {
    this.top.prompt = prompt;
    this.top.prompts.add(prompt);
  }

  /** The terminal was replaced. */
  reset(): void {
    this.#stack = [host()];
  }

  /** The innermost program that is known to show this prompt. */
  withPrompt(prompt: string): Program | null {
    return this.#stack.findLast((program) => program.style === 'text' && program.prompts.has(prompt)) ?? null;
  }
}

function host(): Program {
  return {
    id: hostProgram,
    kind: 'shell',
    name: 'bash',
    style: 'bash',
    asked: true,
    shellLike: true,
    prompt: '$',
    prompts: new Set(),
    running: false,
    continuations: new Set(),
  };
}
