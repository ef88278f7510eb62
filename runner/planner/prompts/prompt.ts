/** On which side of the container's wall a prompt stands. */
export type Side = 'host' | 'container' | 'repl' | 'either';

/** What stands before a typed command on the screen. */
export interface Prompt {
  /** Name of the form it was recognised by. */
  readonly form: string;
  /** How many characters of the line it takes, the blank after it included. */
  readonly length: number;
  readonly side: Side;
  /** A form that other text has too: it counts only where something speaks for it. */
  readonly weak: boolean;
  /** `mysql`, `python`, … for the prompt of a client. */
  readonly program: string | null;
  /** The system it belongs to, where it tells. */
  readonly system: 'windows' | 'any';
  /** It asks for the rest of an unfinished input. */
  readonly continues: boolean;
  /** Folder or host that it names, as written; for telling one terminal from another. */
  readonly host: string | null;
}

/** One form of prompt. */
export interface PromptForm {
  readonly form: string;
  readonly side: Side;
  /** Group `host` is kept; the whole match is the prompt. */
  readonly pattern: RegExp;
  readonly weak?: boolean;
  /** Only the call of a program that stands right behind it tells that it is one: `$HOME` is none. */
  readonly glued?: boolean;
  /** It names no machine: where docker is called behind it, that is the host. */
  readonly nameless?: boolean;
  readonly program?: string;
  readonly system?: 'windows';
  readonly continues?: boolean;
}
