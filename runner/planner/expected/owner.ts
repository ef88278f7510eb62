import { effectsOf, type KnownOutput, understand } from '../../command/index.ts';
import type { Draft, DraftCommand } from '../draft.ts';

/** Forms of output and what prints them. */
const signs: readonly {
  readonly sign: RegExp;
  readonly prints: (output: KnownOutput | null, text: string) => boolean;
}[] = [
  { sign: /^CONTAINER ID\s/m, prints: table(/^container (?:ls|stats)|^compose ps/) },
  { sign: /^(?:REPOSITORY\s|IMAGE\s+ID\s)/m, prints: table(/^image ls|^search/) },
  { sign: /^IMAGE\s+CREATED\s/m, prints: table(/^image history/) },
  { sign: /^NETWORK ID\s/m, prints: table(/^network ls/) },
  { sign: /^DRIVER\s+VOLUME/m, prints: table(/^volume ls/) },
  { sign: /^(?:Step \d+|Sending build context|\[\+\] Building|\s*=> \[|#\d+ )/m, prints: log(/build|compose-up/) },
  {
    sign: /Pulling from|Pull complete|^Status: (?:Downloaded|Image)|^Unable to find image/m,
    prints: (output, text) => log(/pull|run|compose/)(output) || /\bdocker\b.*\b(?:run|create|pull)\b/.test(text),
  },
  {
    sign: /^\s*\d{1,3}(?:\.\d{1,3}){3} - \S* ?\[/m,
    prints: (_, text) => effectsOf(text).ends.how === 'endless' || /\blogs\b/.test(text),
  },
  { sign: /^Loaded image/m, prints: log(/load/) },
  { sign: /^\s*[[{]\s*$/m, prints: (output, text) => output?.form === 'json' || /inspect|curl|cat\b/.test(text) },
  { sign: /<(?:!DOCTYPE|html)/i, prints: (_, text) => /curl|wget|cat\b/.test(text) },
  { sign: /^(?:sha256:)?[0-9a-f]{12,64}$/m, prints: (output) => output?.form === 'id' },
];

function table(verb: RegExp): (output: KnownOutput | null) => boolean {
  return (output) => output?.form === 'table' && verb.test(output.table);
}

function log(name: RegExp): (output: KnownOutput | null) => boolean {
  return (output) => output?.form === 'log' && name.test(output.log);
}

/** A command with the block it stands in. */
export interface Owned {
  readonly draft: Draft;
  readonly command: DraftCommand;
}

/** The command that prints this block: the nearest earlier one whose kind of output it is, else the last one typed. */
export function ownerOf({ view }: Draft, drafts: readonly Draft[]): Owned | null {
  const known = signs.filter(({ sign }) => sign.test(view.text));
  const candidates = drafts.flatMap((draft) => draft.commands.map((command) => ({ draft, command }))).reverse();
  const fits = ({ command }: Owned) => known.some(({ prints }) => prints(effectsOf(command.text).output, command.text));
  const fitting = candidates.filter(fits);
  // An output that closes several tabs belongs to the tab that is followed.
  const nearest = (fitting.find(({ command }) => !isLeftOut(command)) ?? fitting[0])?.draft;
  const inBlock = candidates.filter((one) => one.draft === nearest && fits(one));
  const found = inBlock.findLast(({ command }) => command.expected === null) ?? inBlock[0];
  if (found !== undefined) return found;
  const last = candidates.find(({ command }) => mayPrint(command.text) && !isLeftOut(command));
  if (last === undefined) return null;
  // A table or a build log that no command of the page prints belongs to none of them.
  const near =
    last.draft.view.block.section === view.block.section || view.block.index - last.draft.view.block.index === 1;
  const close =
    near ||
    view.block.index - last.draft.view.block.index <= 2 ||
    view.headings[1]?.index === last.draft.view.headings[0]?.index;
  return known.length === 0
    ? close
      ? last
      : null
    : near && effectsOf(last.command.text).output === null
      ? last
      : null;
}

/** The line begins what this command prints, by its form. */
export function begins(line: string, text: string): boolean {
  return signs.some(({ sign, prints }) => sign.test(line) && prints(effectsOf(text).output, text));
}

function mayPrint(text: string): boolean {
  const [call] = understand(text).calls;
  return call !== undefined && !/^(?:cd|mkdir|export|touch|exit|clear|vi|vim|nano|source|rm|cp|mv)$/.test(call.program);
}

function isLeftOut({ skip }: DraftCommand): boolean {
  return skip?.code === 'other-system' || skip?.code === 'alternative';
}
