/** A piece of shell text, read by the grammar of bash. All offsets are into `source`. */
export interface ShellScript {
  readonly source: string;
  /** It parses, and nothing is missing. */
  readonly valid: boolean;
  /** Bash would ask for another line (PS2); what is open. Null where the text is complete. */
  readonly incomplete: Incomplete | null;
  /** What the grammar refuses; empty where the text is only incomplete. */
  readonly errors: readonly ShellError[];
  /** What one types at a time: each is run when its last line is entered. */
  readonly lists: readonly ShellList[];
  /** Every simple command, those in loops and substitutions included, in the order of the source. */
  readonly commands: readonly SimpleCommand[];
}

export type Incomplete = 'quote' | 'heredoc' | 'backslash' | 'compound' | 'operator' | 'substitution';

export interface ShellError {
  readonly message: string;
  readonly offset: number;
}

/** A complete command: from its first word to the end of its last line's command, heredoc bodies included. */
export interface ShellList {
  readonly start: number;
  readonly end: number;
}

/** Where a simple command stands. */
export type Within = 'top' | 'substitution' | 'loop' | 'condition' | 'subshell' | 'function';

export interface SimpleCommand {
  readonly start: number;
  readonly end: number;
  /** Words in order, the program's name first; quotes removed. Empty where there are only assignments. */
  readonly words: readonly ShellWord[];
  readonly assignments: readonly ShellAssignment[];
  readonly redirects: readonly ShellRedirect[];
  /** Outermost place first; `['top']` for a plain command. */
  readonly within: readonly Within[];
  /** Its pipeline ends with `&`. */
  readonly background: boolean;
  /** Commands connected by pipes share a number. */
  readonly pipeline: number;
  /** Place in the pipeline, from 0. */
  readonly stage: number;
  /** How many commands the pipeline has. */
  readonly stages: number;
  /** What stands before its pipeline in a list: `&&`, `||`, or null. */
  readonly after: '&&' | '||' | null;
}

export interface ShellWord {
  /** As written. */
  readonly text: string;
  /** Quotes and backslashes removed; expansions kept as written. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** Part of it is quoted. */
  readonly quoted: boolean;
  /** It holds an expansion (`$x`, `$(…)`, a glob): its value is known only when run. */
  readonly dynamic: boolean;
}

export interface ShellAssignment {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface ShellRedirect {
  /** `>`, `>>`, `<`, `2>`, `<<`, `<<<`, `&>`, … */
  readonly operator: string;
  /** File, descriptor or heredoc delimiter; quotes removed. */
  readonly target: string;
  /** Text of a heredoc. */
  readonly body: string | null;
  readonly start: number;
  readonly end: number;
}
