import { because } from '../../core/message.ts';
import { remembering } from '../../core/remember.ts';
import { outputOf } from '../printer/asks.ts';
import { printersOf } from '../printer/printers-of.ts';
import type { Call, Understanding } from '../understand.ts';
import { understand } from '../understand.ts';
import { destructiveCall, isDefined } from './destructive.ts';
import { dockerParts } from './docker/docker-parts.ts';
import { joinParts, noEffects, type Parts } from './effect-parts.ts';
import type { Effects } from './effects.ts';
import { systemOf } from './operating-system.ts';
import { programParts } from './programs/program-parts.ts';
import { endlessLoop } from './programs/unending.ts';
import { contentParts, inputOf, redirectParts } from './redirects.ts';

/** What a command line does, as far as its text tells. Never throws. */
export const effectsOf = remembering((text): Effects => readEffects(understand(text)));

function readEffects(of: Understanding): Effects {
  const each = of.calls.map((call) => ({ call, parts: callParts(call, of) }));
  const joined = joinParts(each.map(({ parts }) => parts));
  const loud = each.filter(({ parts }) => parts.silent !== true);
  return {
    ...joined,
    readsFiles: joined.readsFiles.filter((file) => !/[<>]|^\[.*\]$/.test(file)),
    secrets: joined.secrets.filter((secret) => secret !== '' && !/[$<>`]/.test(secret)),
    output: outputOf(printersOf(of.text)),
    silent: each.length > 0 && loud.filter(({ call }) => !call.substituted).length === 0,
    operatingSystem: systemOf(of.text, joined.operatingSystem),
    needs: joined.needs.filter(({ kind, name }) => name !== null || kind === 'swarm' || kind === 'repository'),
    ends: endlessLoop(of) ?? joined.ends,
  };
}

/** A program's part, seen in its place: piped, in the background, in `$(…)`. */
function callParts(call: Call, of: Understanding): Parts {
  const own = call.docker === null ? programParts(call.program, call.args) : dockerParts(call.docker);
  const before = of.calls.filter(
    (other) => other.command.pipeline === call.command.pipeline && other.command.stage < call.command.stage,
  );
  const input = inputOf(call.command.redirects) ?? heredocOf(before);
  const fed = before.length > 0 || call.command.redirects.some(({ operator }) => /^\d*<{1,3}-?$/.test(operator));
  const placed = placedParts(own, call, fed, of);
  return {
    ...joinParts([placed, redirectParts(call.command), contentParts(call, input), environmentSecrets(call)]),
    destructive: (call.docker !== null && isDefined(call) ? null : own.destructive) ?? destructiveCall(call, of.calls),
    output: own.output ?? null,
    silent: own.silent === true,
  };
}

function heredocOf(before: readonly Call[]): string | null {
  const last = before.at(-1);
  return last?.program === 'cat' && last.args.length === 0 ? inputOf(last.command.redirects) : null;
}

function placedParts(own: Parts, call: Call, fed: boolean, of: Understanding): Parts {
  const watched = call.wrappers.includes('watch');
  if (watched && !call.command.background)
    return { ...own, opens: null, ends: { how: 'endless', reason: because('ends-until-stopped', { what: 'watch' }) } };
  const limited = call.wrappers.includes('timeout') || call.command.background || call.substituted;
  if (limited)
    return {
      ...own,
      opens: null,
      ends: noEffects.ends,
      asks: call.substituted ? null : (own.asks ?? null),
      ...folderOf(own, call),
    };
  if (feedsOthers(call)) return { ...own, opens: null, ...cutShort(own, call, of) };
  if (!fed) return { ...own, ...folderOf(own, call), ...rootShell(call) };
  // Fed by a pipe or a file, a shell or client reads that and ends, and a question has its answer.
  const waits =
    own.opens !== undefined && own.opens !== null && own.opens.into !== 'editor' && own.opens.into !== 'pager';
  const cat = call.program === 'cat';
  return {
    ...own,
    ...folderOf(own, call),
    asks: null,
    opens: waits ? null : (own.opens ?? null),
    ends: waits || cat ? noEffects.ends : (own.ends ?? noEffects.ends),
  };
}

/** Not the last of its pipe: it has no terminal to itself. */
function feedsOthers(call: Call): boolean {
  return call.command.stage < call.command.stages - 1;
}

/** `yes | …` and `… | head` end with their reader. */
function cutShort(own: Parts, call: Call, of: Understanding): Parts {
  const readers = of.calls.filter(
    (other) => other.command.pipeline === call.command.pipeline && other.command.stage > call.command.stage,
  );
  if (own.ends?.how !== 'endless') return {};
  if (call.program === 'yes') return { ends: noEffects.ends };
  const head = readers.some(({ program }) => program === 'head' || program === 'timeout');
  return head ? { ends: { how: 'unknown', reason: because('ends-with-head') } } : {};
}

/** A `cd` in a subshell changes nothing outside. */
function folderOf(own: Parts, call: Call): Parts {
  const inside = call.command.within.some((at) => at === 'subshell' || at === 'substitution' || at === 'function');
  return inside || call.command.stages > 1 || call.wrappers.some((wrapper) => wrapper.endsWith(' -c'))
    ? { changesFolder: null, leaves: false }
    : { changesFolder: own.changesFolder ?? null };
}

/** `sudo -i` and `sudo -s` open a root shell; the wrapper has then no program to run. */
function rootShell(call: Call): Parts {
  const flags = call.program === 'sudo' ? call.args.filter((arg) => /^-(?:i|s|-login|-shell)$/.test(arg)) : [];
  return flags.length === 0 ? {} : { opens: { into: 'shell', program: 'bash', shellLike: true, container: null } };
}

function environmentSecrets(call: Call): Parts {
  const exported = call.program === 'export' ? call.args.map((arg) => splitAt(arg, '=')) : [];
  const secret = [...Object.entries(call.environment), ...exported].filter(([name]) =>
    /TOKEN|SECRET_?KEY|API_?KEY/.test(name),
  );
  return { secrets: secret.map(([, value]) => value).filter((value) => value !== '' && !value.includes('$')) };
}

function splitAt(text: string, mark: string): readonly [before: string, after: string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}
