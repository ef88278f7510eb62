import { effectsOf, type KnownOutput, understand } from '../../command/index.ts';
import { inlineCodeIn } from '../../core/inline-code.ts';
import { because } from '../../core/message.ts';
import type { SourceLine } from '../../core/source.ts';
import { isDrawing } from '../blocks/looks.ts';
import { type Draft, type DraftCommand, likeness } from '../draft.ts';
import { commandness } from '../lines/commandness.ts';
import { promptOf } from '../prompts/index.ts';
import { cuesIn } from '../prose/cues.ts';
import { expectedOf } from './from-lines.ts';
import { begins, isHead, mayPrint, type Owned, Printers } from './owner.ts';

/** Gives every block of expected output to the command that prints it; one that no command prints is an illustration. */
export function tieOutputs(drafts: Draft[]): void {
  const printers = new Printers();
  for (const [at, draft] of drafts.entries()) {
    if (draft.kind === 'expected-output') tie(draft, printers, drafts[at - 1]);
    printers.add(draft);
  }
}

function tie(draft: Draft, printers: Printers, before: Draft | undefined): void {
  const ofForm = before !== undefined && isOfForm(draft, before);
  const [shown] = ofForm ? [] : draft.shows;
  const twin = shown === undefined ? null : printers.twinOf(shown.text);
  const owner = twin ?? (ofForm ? null : printers.ownerOf(draft));
  if ((owner === null || isOfAnother(draft, owner)) && twin === null && isOfWords(draft)) {
    draft.reason = because('plan-output-of-words');
    return;
  }
  if (owner === null || isOneColumn(draft, owner) || (twin === null && isOfOther(draft, owner))) {
    draft.kind = 'illustration';
    draft.reason = because(
      owner !== null && isOneColumn(draft, owner)
        ? 'plan-one-column'
        : isDrawing(draft.view.text)
          ? 'plan-drawing'
          : 'plan-unasked-output',
    );
    return;
  }
  draft.owner = owner.draft.view.block.index;
  if (twin !== null) {
    tieEach(draft.shows, printers);
    return;
  }
  if (owner.command.expected !== null || isBarePrompt(draft)) return;
  for (const { command, lines } of sharesOf(contentLines(draft), owner))
    command.expected = expectedOf(lines, 'block', draft.view.block.index, cuesIn(draft.view.label).has('excerpt'));
}

/** Each command that is shown again has what it prints there; of equal ones each its own. */
function tieEach(shows: Draft['shows'], printers: Printers): void {
  const taken = new Set<DraftCommand>();
  for (const { text, expected } of shows) {
    const commands = printers.twinOf(text)?.draft.commands ?? [];
    const twin = commands.find((one) => !taken.has(one) && likeness(one.text) === likeness(text));
    if (twin === undefined) continue;
    taken.add(twin);
    twin.expected ??= expected;
  }
}

/** The sentence above names the command that prints this, and it is none of those that were typed. */
function isOfAnother({ view }: Draft, { draft, command }: Owned): boolean {
  const named = [...view.label.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => verbsIn(code));
  const typed = [...draft.commands, command].flatMap(({ text }) => verbsIn(text));
  return named.length > 0 && !named.some((verb) => typed.includes(verb));
}

/** The sentence above names another command, or it is not of the kind that the command prints. */
function isOfOther(draft: Draft, owner: Owned): boolean {
  if (isOfAnother(draft, owner)) return true;
  const { opens, output } = effectsOf(owner.command.text);
  if (opens?.into === 'container' && opens.shellLike === true) return !showsShell(draft);
  const isBrief = output !== null && (output.form === 'id' || output.form === 'names' || isTable(output));
  return isBrief && (isDocument(draft.view.text) || isOptions(draft.view.text));
}

/** What is explained of a command: `-d    # in the background`. */
function isOptions(text: string): boolean {
  return text.split('\n').every((line) => /^\s*(?:--?[a-zA-Z]|$)/.test(line));
}

/** A part of what `inspect` shows: `"Mounts": [`, `{`. */
function isDocument(text: string): boolean {
  return /^\s*(?:"[\w.-]+"\s*:\s*[[{"]|[[{]\s*(?:$|"))/.test(text.trim().split('\n')[0] ?? '');
}

/** A prompt, or what Docker prints before it. */
function showsShell({ view }: Draft): boolean {
  return view.text.split('\n').some((line) => promptOf(line) !== null || isHead(line));
}

/** The words above give the command that prints this, and nothing else is typed: a title, a sentence. */
function isOfWords({ view }: Draft): boolean {
  const words = view.between.slice(-3);
  const named = words.flatMap(({ text }) => inlineCodeIn(text)).map(({ text }) => text.replace(/^\s*\$\s*/, ''));
  const lines = view.text.split('\n');
  return named.some(
    (text) => commandness(text) >= 0.9 && (lines.some((line) => begins(line, text)) || greets(text, lines)),
  );
}

/** `docker run hello-world` and the greeting of that image. */
function greets(text: string, lines: readonly string[]): boolean {
  return text.includes('hello-world') && lines.some((line) => /^\s*Hello from Docker!/.test(line));
}

/** What Docker is told to do, whatever it is done to: `ls` of containers and of images alike. */
function verbsIn(text: string): readonly string[] {
  const calls = understand(text).calls.flatMap(({ docker }) => (docker?.known === true ? [docker.verb] : []));
  return calls.map((verb) => verb.split(' ').at(-1) ?? '');
}

/** The output of a form that nobody can type, `docker logs <id>`, directly below it. */
function isOfForm({ view }: Draft, { kind, view: form }: Draft): boolean {
  if (kind !== 'synopsis' || view.before === null) return false;
  const heads = view.text.split('\n').filter(isHead);
  return view.label === '' || heads.some((line) => form.text.split('\n').some((text) => begins(line, text)));
}

interface Share {
  readonly command: DraftCommand;
  readonly lines: readonly SourceLine[];
}

/** What several commands of one block print may stand in one block: each has what begins in its own form. */
function sharesOf(lines: readonly SourceLine[], { draft, command }: Owned): readonly Share[] {
  const shares: Share[] = [];
  const heads = lines.flatMap(({ text }, at) => (isHead(text) ? [{ text, at }] : []));
  let [current, from] = [command, 0];
  for (const next of draft.commands.slice(draft.commands.indexOf(command) + 1)) {
    if (next.expected !== null || next.skip !== null) continue;
    const head = heads.find(({ text, at }) => at > from && begins(text, next.text) && !begins(text, current.text));
    if (head === undefined) continue;
    shares.push({ command: current, lines: lines.slice(from, head.at) });
    [current, from] = [next, head.at];
  }
  if (heads.length === 0) return lineByLine(lines, draft) ?? [{ command, lines }];
  return [...shares, { command: current, lines: lines.slice(from) }];
}

/** As many lines as there are commands that print: each has printed one. */
function lineByLine(lines: readonly SourceLine[], { commands }: Draft): readonly Share[] | null {
  const printing = commands.filter(({ text, expected, skip }) => expected === null && skip === null && mayPrint(text));
  const filled = lines.filter(({ text }) => text.trim() !== '');
  if (printing.length < 2 || printing.length !== filled.length) return null;
  const isId = ({ text }: DraftCommand) => effectsOf(text).output?.form === 'id';
  if (printing.some((command, at) => isId(command) && /\S\s+\S/.test(filled[at]?.text ?? ''))) return null;
  return printing.map((command, at) => ({ command, lines: filled.slice(at, at + 1) }));
}

/** `You should see a PORTS column showing:` and nothing of the table but the cell. */
function isOneColumn({ view }: Draft, { command }: Owned): boolean {
  const { output } = effectsOf(command.text);
  if (output === null || !isTable(output)) return false;
  const cells = view.text.split('\n').every((line) => !/\S\s{2,}\S/.test(line));
  return cells && column.test(view.label);
}

/** Rows below a head, in columns. */
function isTable(output: KnownOutput): boolean {
  return output.form === 'table' && output.format === null && !output.quiet;
}

/** What the reader sees when the command has opened something: its prompt, and nothing printed. */
function isBarePrompt({ view }: Draft): boolean {
  return view.text.split('\n').every((line) => {
    const prompt = promptOf(line);
    return prompt !== null && !prompt.weak && line.slice(prompt.length).trim() === '';
  });
}

const column = /\bcolumns?\b|컬럼|칼럼|(?:^|\s)열(?:은|이|을|에)|列/iu;

function contentLines({ view }: Draft): readonly SourceLine[] {
  const { lines } = view.block;
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  const last = lines.findLastIndex(({ text }) => text.trim() !== '');
  return lines.slice(Math.max(0, first), last + 1);
}
