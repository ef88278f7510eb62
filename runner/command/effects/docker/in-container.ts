import { because } from '../../../core/message.ts';
import { understand } from '../../understand.ts';
import { programOf, unwrap } from '../../unwrap.ts';
import type { Contact, Ends, Opens } from '../effects.ts';
import { endlessLoop } from '../endless-loop.ts';
import { programParts } from '../programs/program-parts.ts';

/** What a program does to the terminal it is given in a container. */
export interface InContainer {
  readonly opens: Opens | null;
  readonly ends: Ends;
  readonly asks: string | null;
  readonly contacts: readonly Contact[];
}

/** It opens nothing, asks nothing, talks to nobody and ends. */
export const quiet: InContainer = { opens: null, ends: { how: 'ends', reason: null }, asks: null, contacts: [] };

/** What a container's terminal is. */
export interface Terminal {
  readonly tty: boolean;
  readonly stdin: boolean;
}

/** What happens when a container runs `argv`. `server`: its image is one, so words may be options of that. */
export function inContainer(argv: readonly string[], terminal: Terminal, server: boolean): InContainer {
  if (argv[0] === 'watch')
    return { ...quiet, ends: { how: 'endless', reason: because('ends-until-stopped', { what: 'watch' }) } };
  const { argv: bare, script } = unwrap(argv);
  const first = bare[0] ?? '';
  if (server && first.startsWith('-')) {
    return { ...quiet, ends: { how: 'endless', reason: because('ends-server-image') } };
  }
  return script === null ? ofProgram(first, bare.slice(1), terminal) : ofScript(script, terminal);
}

function ofProgram(program: string, args: readonly string[], terminal: Terminal): InContainer {
  const inner = programParts(programOf([program]), args);
  const ends = inner.ends ?? quiet.ends;
  const asks = terminal.stdin ? (inner.asks ?? null) : null;
  const contacts = inner.contacts ?? [];
  if (inner.opens === undefined || inner.opens === null) return { opens: null, ends, asks, contacts };
  if (!terminal.stdin) return { ...quiet, contacts };
  // Without a terminal a shell reads what it is given (`-i` with a pipe) and shows no prompt.
  if (!terminal.tty) return { ...quiet, contacts, ends: { how: 'unknown', reason: because('ends-reads-pipe') } };
  return { opens: { ...inner.opens, into: 'container' }, ends, asks, contacts };
}

/** The last program of `sh -c '…; bash'` may stay open, any of them may never end. */
function ofScript(script: string, terminal: Terminal): InContainer {
  const of = understand(script);
  const each = of.calls.map((call) => ofProgram(call.program, call.args, terminal));
  const endless = endlessLoop(of) ?? each.find(({ ends }) => ends.how !== 'ends')?.ends;
  return {
    opens: each.at(-1)?.opens ?? null,
    ends: endless ?? quiet.ends,
    asks: each.find(({ asks }) => asks !== null)?.asks ?? null,
    contacts: each.flatMap(({ contacts }) => contacts),
  };
}
