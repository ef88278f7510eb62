import { effectsOf, understand } from '../../command/index.ts';
import type { Expected } from '../../core/plan.ts';
import type { SourceLine } from '../../core/source.ts';
import { isSentence } from '../lines/commandness.ts';
import { outputness } from '../lines/outputness.ts';
import type { LineEntry } from '../transcript/entry.ts';
import { expectedOf } from './from-lines.ts';
import { begins, isHead, mayPrint } from './owner.ts';
import { printsContent } from './trailing.ts';

const label =
  /^\W*(?:(?:예상|예시|실행)?\s*(?:출력|결과)(?:\s*(?:결과|예시?|값|화면|기록|로그))?|(?:expected |sample |example )?(?:output|result)s?|実行結果|出力(?:例|結果)?|结果|输出(?:结果)?|輸出)\s*(?:\([^)]*\))?\s*[:：=>-]*\s*$|^\s*(?:[-=]{1,4}>|[→⇒])\s*$/iu;
/** `# 2. 빌드 출력 예시`, `# Sample output of the build:`, `# 警告が出ます:`: what comes next was printed, if it looks so. */
const leads =
  /(?:출력|결과)\s*(?:예시?|결과|값|화면|기록|로그)?\s*[:：]?\s*$|\boutput\b.*[:：]\s*$|(?:出力|結果)(?:例)?\s*[:：]?\s*$|(?:输出|結果|结果)\s*[:：]?\s*$|[:：]\s*$/iu;
const announces = /출력|결과|output|result|出力|結果|输出|结果/iu;
const native = /[가-힣ぁ-んァ-ン一-龥]/u;

/** What stands around remarks below a command. */
export interface Below {
  readonly command: string;
  readonly after: readonly LineEntry[];
  /** Another command follows. */
  readonly more: boolean;
  readonly block: number;
  /** The author tells things in Korean, Japanese or Chinese: a remark without a letter of it was copied. */
  readonly native: boolean;
}

/**
 * Output written as remarks below its command: `# REPOSITORY   TAG …`. A remark that only tells what happens, or that
 * belongs to the next command, is none. Empty lines and lines that lost their mark may stand within.
 */
export function commentedOutput(below: Below): Expected | null {
  const groups = groupsOf(below.after);
  const first = groups[0];
  if (first === undefined) return null;
  const found = firstLines(below, groups);
  if (found === null) return null;
  const rest = goesOn(below, groups.slice(found.next));
  const lines = withoutTail([...found.lines, ...rest], below.more);
  return lines.length === 0 || isOfALook(lines[0], below.command) ? null : expectedOf(lines, 'comment', below.block);
}

/** Below a command that prints nothing stands how things look then: the table that another command would show. */
function isOfALook(first: SourceLine | undefined, command: string): boolean {
  return first !== undefined && !mayPrint(command) && isHead(first.text) && !begins(first.text, command);
}

/** Remarks that stand together, and how many empty lines are above them. */
interface Group {
  readonly entries: readonly LineEntry[];
  readonly bodies: readonly SourceLine[];
  readonly gap: readonly SourceLine[];
  readonly touchesEnd: boolean;
}

/** The remarks below a command up to the first line that is neither remark nor empty. */
function groupsOf(after: readonly LineEntry[]): Group[] {
  const groups: Group[] = [];
  let gap: SourceLine[] = [];
  for (let at = 0; at < after.length; ) {
    const entry = after[at] as LineEntry;
    if (entry.type === 'blank') {
      gap.push(entry.line);
      at++;
      continue;
    }
    let end = at;
    while (isMarked(after[end]) || (end > at && after[end]?.type === 'output' && isMarked(after[end + 1]))) end++;
    if (end === at) break;
    const entries = after.slice(at, end);
    const bodies = entries.map(({ line, type }) => (type === 'output' ? line : uncomment(line)));
    groups.push({ entries, bodies, gap, touchesEnd: end === after.length });
    gap = [];
    at = end;
  }
  return groups;
}

function isMarked(entry: LineEntry | undefined): boolean {
  return entry?.type === 'comment' && /^\s*(?:#|\/\/)/.test(entry.line.text);
}

/** The line without its mark; the range covers what is left. A line of `###` is the author's own. */
function uncomment(line: SourceLine): SourceLine {
  const mark =
    /^\s*(?:#(?!#)|\/\/) ?(?:(?:[-=]{1,4}>|→|⇒|>) +(?!\[|=>|CACHED|ERROR))?/u.exec(line.text)?.[0].length ?? 0;
  return { ...line, text: line.text.slice(mark), range: { start: line.range.start + mark, end: line.range.end } };
}

interface Found {
  readonly lines: readonly SourceLine[];
  /** Index of the group behind it. */
  readonly next: number;
}

/** Where the output begins: behind a label, or with remarks that nobody but a program writes. */
function firstLines(below: Below, groups: readonly Group[]): Found | null {
  for (const [at, group] of groups.slice(0, 2).entries()) {
    if (at === 1 && !groups[0]?.bodies.every(({ text }) => isRemark(text))) break;
    const labelled = group.bodies.findIndex(({ text }) => label.test(text));
    const touches = below.more && group.touchesEnd;
    if (labelled >= 0 && (at === 0 || labelled === 0)) {
      const own = dropEnds(group.bodies.slice(labelled + 1));
      const next = groups[at + 1];
      return own.length > 0 ? { lines: own, next: at + 1 } : { lines: next?.bodies ?? [], next: at + 2 };
    }
    const lines = dropEnds(group.bodies);
    const [head, ...rest] = lines;
    if (head === undefined) continue;
    if (leads.test(head.text) && outputness(head.text) < 1) {
      const mayLead = rest.length > 0 && !touches && !isOfAnother(head.text, below.command);
      return mayLead && looksPrinted(rest, { ...below, native: below.native && announces.test(head.text) })
        ? { lines: rest, next: at + 1 }
        : null;
    }
    if (at === 0 && (touches ? touchingLooksPrinted(lines, below) : standsBelow(group, lines, below)))
      return { lines, next: 1 };
  }
  return null;
}

/** `# tcpdump output:` below a command that is none of tcpdump's. */
function isOfAnother(head: string, command: string): boolean {
  const program = programNamed(head);
  return program !== null && !command.includes(program);
}

function programNamed(head: string): string | null {
  const program = /([a-z][\w-]{2,})\s*(?:의\s*|の|的\s*)?(?:출력|output|出力|输出|輸出)/iu.exec(head)?.[1];
  return program === undefined || /^(?:expected|sample|example|the|command)$/i.test(program) ? null : program;
}

/** Remarks below one command that are what a program prints which another command goes on with: `# tcpdump output:`. */
export function outputOfAnother({ command, after, block }: Below): { program: string; expected: Expected } | null {
  for (const { bodies } of groupsOf(after)) {
    const [head, ...rest] = dropEnds(bodies);
    const program = head === undefined ? null : programNamed(head.text);
    if (head === undefined || program === null || rest.length === 0 || !isOfAnother(head.text, command)) continue;
    return { program, expected: expectedOf(rest, 'comment', block) };
  }
  return null;
}

/** Between two commands a remark tells of the next one, but for what only a program prints. */
function touchingLooksPrinted(lines: readonly SourceLine[], { command }: Below): boolean {
  return lines.every(({ text }) => outputness(text) === 1) || isAnswer(lines, command);
}

/** Directly below its command; behind an empty line it must be plain, or nothing else must follow in the block. */
function standsBelow(group: Group, lines: readonly SourceLine[], below: Below): boolean {
  if (!looksPrinted(lines, below)) return false;
  return group.gap.length === 0 || !below.more || outputness(lines[0]?.text ?? '') === 1;
}

/** Groups that go on with the output behind an empty line. */
function goesOn(below: Below, groups: readonly Group[]): SourceLine[] {
  const lines: SourceLine[] = [];
  for (const group of groups) {
    if (
      (below.more && group.touchesEnd) ||
      !looksPrinted(group.bodies, below) ||
      leads.test(group.bodies[0]?.text ?? '')
    )
      break;
    lines.push(...group.gap, ...group.bodies);
  }
  return lines;
}

function dropEnds(lines: readonly SourceLine[]): SourceLine[] {
  const kept = [...lines];
  while (kept[0]?.text.trim() === '') kept.shift();
  while (kept.at(-1)?.text.trim() === '') kept.pop();
  return kept;
}

/** Without what the author says at its end: `(모든 인터페이스가 보임)`, or the remark on the next command. */
function withoutTail(lines: readonly SourceLine[], more: boolean): SourceLine[] {
  const kept = dropEnds(lines);
  while (kept.length > 1 && /^\s*\(.*\)\s*$/.test(kept.at(-1)?.text ?? '') && native.test(kept.at(-1)?.text ?? ''))
    kept.pop();
  while (more && kept.length > 1 && isRemark(kept.at(-1)?.text ?? '') && native.test(kept.at(-1)?.text ?? ''))
    kept.pop();
  return dropEnds(kept);
}

function looksPrinted(lines: readonly SourceLine[], { command, native: speaks }: Below): boolean {
  const [first] = lines;
  if (first === undefined || !lines.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) return false;
  if (isAnswer(lines, command)) return true;
  if (lines.length >= 4 && outputness(lines.at(-1)?.text ?? '') === 1) return true;
  if (speaks && lines.every(({ text }) => !native.test(text) && !tells(text, command)) && printsFreely(command))
    return true;
  const plain = lines.filter(({ text }) => outputness(text) < 1 && isRemark(text) && !warns.test(text)).length;
  if (plain > lines.length / 3) return false;
  if (lines.some(({ text }) => outputness(text) === 1)) return true;
  const printed = lines.filter(({ text }) => warns.test(text) || (!isRemark(text) && looksCopied(text.trim()))).length;
  return printed / lines.length >= 0.7;
}

/** A remark announces something, or calls out where nothing that was fetched does. */
function tells(text: string, command: string): boolean {
  return /:\s*$|\bor\b/.test(text) || (/!\s*$/.test(text) && !printsContent(command));
}

/** The remark is what the command itself says that it prints: the words of `echo`, the names of `docker stop`. */
function isAnswer(lines: readonly SourceLine[], command: string): boolean {
  const text = lines.map((line) => line.text.trim()).join('\n');
  const { output } = effectsOf(command);
  if (output?.form === 'names') return output.names.length > 0 && text === output.names.join('\n');
  const said = /^\s*echo\s+(?:-\w+\s+)?(["']?)([^"'$`|>]+)\1\s*$/.exec(command)?.[2];
  return said !== undefined && said === text;
}

/** The command prints what only its run tells, and more than an ID or a name. */
function printsFreely(command: string): boolean {
  const { output, writesFiles, leaves, changesFolder } = effectsOf(command);
  if (output?.form === 'id' || output?.form === 'names' || writesFiles.length > 0 || leaves || changesFolder !== null)
    return false;
  const call = understand(command).calls.findLast(({ substituted }) => !substituted);
  return (
    call !== undefined &&
    !['mkdir', 'rm', 'cp', 'mv', 'touch', 'chmod', 'chown', 'export', 'cd', 'sleep', 'source', 'kill', 'sudo'].includes(
      call.program,
    )
  );
}

function isRemark(text: string): boolean {
  return (
    isSentence(text) ||
    native.test(text.replace(/[←<-].*$/u, '')) ||
    /^[A-Z][a-z]+ [a-z]+(?: [a-z]+)*$/.test(text.trim())
  );
}

/** How a program begins what it warns of. */
const warns = /^\s*(?:WARN(?:ING)?|ERROR|FATAL|INFO|DEBUG)\b:? /;

/** Columns, a version, a number, one word in capitals, a path, an address, a setting: what nobody writes as a remark. */
function looksCopied(text: string): boolean {
  return (
    /\S {3,}\S|\t|^v?\d+(?:\.\d+)+|^\d+$|^"?[A-Z][\w.-]*"?$|^\/[\w/.-]+$/.test(text) ||
    /\b\d{1,3}(?:\.\d{1,3}){3}\b|^[\w.-]+=\S+$|^\w+: \[\w+\] /.test(text)
  );
}
