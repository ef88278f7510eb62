/** How much a line looks like something typed at a shell, and what else it looks like. */
export interface Likeness {
  /** From 0 (certainly not typed) to 1 (certainly a command). */
  readonly score: number;
  readonly looksLike: LineForm;
  /** What spoke for or against it, in words. */
  readonly reasons: readonly string[];
}

export type LineForm =
  | 'docker'
  | 'command'
  | 'sentence'
  | 'table'
  | 'log'
  | 'error'
  | 'path'
  | 'yaml'
  | 'json'
  | 'sql'
  | 'code'
  | 'dockerfile'
  | 'markup'
  | 'identifier'
  | 'blank'
  | 'comment'
  | 'unknown';
