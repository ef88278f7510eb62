import { unfinishedLength } from './control.ts';
import { TypedEcho } from './echo.ts';
import type { Secrets } from './secrets.ts';

/** Colours, cursor movement and erasing, the alternate screen, the cursor's visibility: what a progress bar needs. */
const allowed = /^\x1b(?:\[[0-9;:]*[A-HJKLMPSTX@dfm]|\[\?(?:25|1049)[hl]|[78DEM])$/;
/** ECMA-48: CSI; OSC, DCS, SOS, PM and APC strings; other escapes; C0 and C1 controls. */
const sequence =
  /\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_](?:[^\x07\x1b]|\x1b(?!\\))*(?:\x07|\x1b\\|$)|[ -/]*[0-~]|)|[\0-\x07\x0b-\x1a\x1c-\x1f\x7f-\x9f]/g;

/** Makes output harmless for the user's own terminal: no titles, clipboard, hyperlinks, modes or queries. */
export function harmlessText(text: string): string {
  return text.replace(sequence, (found) => (allowed.test(found) || found === '\r' ? found : ''));
}

/** The running output, made harmless and masked, in pieces. */
export class LiveOutput {
  readonly #secrets: Secrets;
  readonly #onData: (safeText: string) => void;
  /** The beginning of a sequence. */
  #held = '';
  /** The beginning of a secret, harmless. */
  #kept = '';
  /** The echo of a line that no mark sets off from the output. */
  #echo: TypedEcho | null = null;
  /** Whether nothing is shown: what is typed is tutor's business, and no step. */
  hidden = false;

  constructor(secrets: Secrets, onData: (safeText: string) => void) {
    this.#secrets = secrets;
    this.#onData = onData;
  }

  /**
   * Output follows.
   *
   * @param typed the line that is echoed before it; null where its echo is told apart from it
   */
  begin(typed: string | null): void {
    this.#echo = typed === null ? null : new TypedEcho(typed);
  }

  /** What a program printed, or echoed. */
  output(chunk: string): void {
    this.write(this.#echo?.without(chunk) ?? chunk);
  }

  write(chunk: string): void {
    if (this.hidden) return;
    const text = this.#held + chunk;
    const held = text.length - unfinishedLength(text);
    this.#held = text.slice(held);
    const safe = this.#kept + harmlessText(text.slice(0, held));
    const kept = safe.length - this.#secrets.beginningLength(safe);
    this.#kept = safe.slice(kept);
    this.#send(safe.slice(0, kept));
  }

  /** Sends what was held back. */
  flush(): void {
    const rest = this.#kept + harmlessText(this.#held);
    this.#held = '';
    this.#kept = '';
    this.#send(rest);
  }

  #send(safe: string): void {
    if (safe !== '') this.#onData(this.#secrets.mask(safe));
  }
}
