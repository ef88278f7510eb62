/** A Dockerfile, read. Offsets count UTF-16 code units from the start of its text. */
export interface Dockerfile {
  readonly source: string;
  /** Every instruction in order, wrong ones too. */
  readonly instructions: readonly Instruction[];
  readonly stages: readonly Stage[];
  /** `ARG`s before the first `FROM`, with their defaults. */
  readonly globalArguments: Readonly<Record<string, string | null>>;
  /** Value of the `# syntax=` directive. */
  readonly syntax: string | null;
  readonly escape: '\\' | '`';
  readonly errors: readonly DockerfileError[];
}

export interface Stage {
  readonly index: number;
  /** Name after `AS`, in lower case as the builder compares it. */
  readonly name: string | null;
  /** Image or stage after `FROM`, variables resolved as far as defaults tell. */
  readonly from: string;
  /** Index of the earlier stage that `from` names. */
  readonly parent: number | null;
  readonly instructions: readonly Instruction[];
}

export interface Instruction {
  /** In capitals. */
  readonly keyword: string;
  /** As written. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
  readonly endLine: number;
  /** From 1. */
  readonly column: number;
  readonly flags: readonly { readonly name: string; readonly value: string | null }[];
  /** Words; those of the JSON form decoded. Heredoc bodies are not among them. */
  readonly arguments: readonly string[];
  readonly form: 'exec' | 'shell';
  /** What follows keyword and flags, continuation lines joined by a space. */
  readonly text: string;
  readonly heredocs: readonly Heredoc[];
  /** The instruction inside an `ONBUILD`. */
  readonly trigger: { readonly keyword: string; readonly arguments: readonly string[] } | null;
}

export interface Heredoc {
  readonly name: string;
  readonly body: string;
  readonly closed: boolean;
}

export type DockerfileErrorCode =
  | 'empty'
  /** Something other than ARG before the first FROM. */
  | 'no-from'
  | 'unknown-instruction'
  | 'missing-arguments'
  /** `FROM a b`, `COPY x`, `EXPOSE eighty`, … */
  | 'wrong-arguments'
  /** It begins like the JSON form and is none (single quotes, a comma too many): taken as shell words. */
  | 'malformed-json'
  | 'open-heredoc'
  /** `FROM x AS a` twice. */
  | 'duplicate-stage'
  /** `ONBUILD FROM`, `ONBUILD ONBUILD`. */
  | 'wrong-trigger';

export interface DockerfileError {
  readonly code: DockerfileErrorCode;
  /** The instruction or word that is wrong. */
  readonly subject: string;
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}
