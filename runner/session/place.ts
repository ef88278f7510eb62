import type { Engine } from '../core/engine.ts';
import type { Programs } from './programs.ts';
import type { Secrets } from './secrets.ts';
import type { Terminal } from './terminal.ts';

/** Where steps are typed: a terminal with what is open in it. */
export interface Place {
  readonly terminal: Terminal;
  readonly programs: Programs;
  readonly exec: Engine['exec'];
  readonly secrets: Secrets;
  readonly nonce: string;
}
