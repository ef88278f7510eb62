/** What the terminal has seen. */
export type TerminalEvent =
  /** A marked program is at its prompt. */
  | {
      readonly kind: 'prompt';
      readonly program: number;
      readonly status: number | null;
      /** How each part of the command's last pipe ended, where the shell tells. */
      readonly stages?: readonly number[] | undefined;
      readonly cwd: string;
      /** It was only drawn again: no command has ended. */
      readonly redrawn?: true;
    }
  /** A marked program waits for a further line of the command. */
  | { readonly kind: 'continuation'; readonly program: number }
  /** The shell has done what its bound keys ask for. */
  | { readonly kind: 'state' }
  /** Nothing of the above within the time waited. */
  | { readonly kind: 'pause' }
  /** The shell has ended. */
  | { readonly kind: 'closed'; readonly status: number | null }
  /** tutor is being stopped. */
  | { readonly kind: 'stopped' };

/** An event of one kind. */
export type EventOf<Kind extends TerminalEvent['kind']> = Extract<TerminalEvent, { kind: Kind }>;

/** Whether an event is of that kind. */
export function isOf<Kind extends TerminalEvent['kind']>(event: TerminalEvent, kind: Kind): event is EventOf<Kind> {
  return event.kind === kind;
}

/** The folder that an event tells: only the terminal's own shell says its own. */
export function cwdOf(event: { readonly kind: string } | TerminalEvent): string | null {
  return event.kind === 'prompt' && 'cwd' in event && event.program === 0 ? event.cwd : null;
}
