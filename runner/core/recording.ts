/** What a chapter's terminals showed while it was run, for a replay. Plain data. */
export interface Recording {
  readonly columns: number;
  readonly rows: number;
  /** Milliseconds since the first of them, number of the terminal, what it showed. */
  readonly shown: readonly (readonly [at: number, terminal: number, text: string])[];
  /** When each step began, by its index. */
  readonly steps: readonly (readonly [step: number, at: number])[];
}

/** By what a recording is known: a chapter may be run on several engines. */
export function recordingKey({ path, engine }: { readonly path: string; readonly engine: string }): string {
  return `${engine} ${path}`;
}
