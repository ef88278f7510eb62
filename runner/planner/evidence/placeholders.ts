import {
  beginsWithDocker,
  namesDocker,
  type Placeholder,
  placeholdersIn,
  replaceVariables,
  understand,
  variablesIn,
} from '../../command/index.ts';
import { isComment } from '../../core/lines.ts';
import { because } from '../../core/message.ts';
import { remembering } from '../../core/remember.ts';
import { wordsOf } from '../../core/words.ts';
import { dockerfileLook } from '../blocks/looks.ts';
import { type Case, type Evidence, speaks, type Witness } from './evidence.ts';
import { typed } from './typing.ts';

/** Things in angle and square brackets and the like: the form of a command, or something that the reader fills in. */
export const placeholderWitness: Witness = (about) => {
  const { view, placed } = about;
  if (placed.length === 0)
    return dockerfileLook(view.text).instructions.length > 0 ? instructionForm(view.text) : commandForm(view.text);
  const found = placed.map(({ entry }) => ({ text: entry.text, blanks: blanksIn(entry.text) }));
  const open = found.filter(({ text, blanks }) => blanks.length > 0 || isGrammar(text));
  if (open.length === 0) return [];
  const share = open.length / found.length;
  const heard = open.some(({ text }) => isGrammar(text))
    ? [speaks('synopsis', share > 0.5 ? 9 : 3, because('plan-form-options'))]
    : [
        filledIn(
          about,
          open.flatMap(({ blanks }) => blanks),
          share,
        ),
      ];
  return [...heard, ...shownOutput(about)];
};

/** Placeholders of a command; what is left open without any mark, too. */
export const blanksIn = remembering(findBlanks);

function findBlanks(text: string): readonly string[] {
  const marked = placeholdersIn(text)
    .filter(isBlank)
    .map((one) => one.text);
  const names = understand(text)
    .calls.flatMap(({ docker }) => (docker === null ? [] : [...docker.operands, docker.image?.text ?? '']))
    .filter((word) => /^(?:container|image|volume|network|service|stack|node)[-_]?(?:name|id)$/i.test(word));
  // `docker run ~`: and so on; elsewhere `~` is the reader's own folder.
  const docker = beginsWithDocker(text);
  const bare = [
    ...(text.match(/(?<=\s)\((?:옵션|인자|명령|태그|option|args?)[^)]*\)/giu) ?? []),
    ...(docker && text.endsWith(' ~') && wordsOf(text).length <= 4 ? ['~'] : []),
  ];
  // Broken by an author's escaping: `docker start <con` was taken for a tag.
  const eaten = docker ? (text.match(/(?<=\s)[a-z][\w-]*(?:id|name|이름)>(?=\s|$)/giu) ?? []) : [];
  return [...marked, ...names.filter((name) => !marked.includes(name)), ...bare, ...eaten];
}

/** A value that a reader has in front of them: the ID or the address that their own machine printed. */
const ownValue =
  /\bids?\b|[_-]id\b|\bip\b|ip[-_ ]?addr|address|token|hash|password|digest|pid\b|아이디|번호|주소|토큰|비밀번호|volume name|user(?:name)?\b|your|\bnew[-_ ]|account|registry|계정|사용자|path\/to\b|^\w+@|\bx{2,}\b|x\.x/iu;

function isBlank({ confidence }: Placeholder): boolean {
  return confidence >= 0.7;
}

/** The form of a command: its grammar, or placeholders for anything but a value that the reader sees on their own screen. */
export function isForm(text: string): boolean {
  const blanks = blanksIn(text);
  return isGrammar(text) || (blanks.length > 0 && !areOwnValues(blanks));
}

function areOwnValues(blanks: readonly string[]): boolean {
  return blanks.every(
    (blank) =>
      variablesIn(blank).length > 0 ||
      ownValue.test(blank.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/IPADDRESS|ADDRESS|TOKEN/, ' address ')),
  );
}

function filledIn(about: Case, blanks: readonly string[], share: number): Evidence {
  if (areOwnValues(blanks) && share > 0.5 && isReference(about, blanks))
    return speaks('synopsis', 6.5, because('plan-form-reference'));
  if (areOwnValues(blanks)) return speaks('synopsis', 1.5, because('plan-has-placeholders'));
  return speaks('synopsis', share > 0.5 ? 8 : 2, because('plan-form-names'));
}

/** A page that lists what commands look like: ID after ID, without a prompt and without output. */
function isReference({ placed, past }: Case, blanks: readonly string[]): boolean {
  if (past.formBlocks < 3 || !blanks.every((blank) => /id\b/iu.test(blank))) return false;
  return placed.every(({ entry }) => entry.prompt === null && namesDocker(entry.text));
}

/** `[OPTIONS]`, `a|b`, `[IMAGE…]`: nobody could type that. What a heredoc writes is of another language. */
export function isGrammar(whole: string): boolean {
  const text = replaceVariables(whole, () => 'x').replace(/(<<-?\s*["']?\w+["']?[^\n]*)\n[\s\S]*$/, '$1');
  return (
    lacksOperands(text) ||
    /(?:^|\s)\[-{1,2}[A-Za-z][^\]\s]*[\]|\s]/.test(text.replace(/"[^"]*"|'[^']*'/g, '')) ||
    /\[(?:OPTIONS?|options?|옵션|ARGS?|COMMAND|args?)[^\]]*\]|\[[:A-Z][^\]]*\]|\[[A-Z_]+\.{3}\]|\s\.{3}(?=\s|$)|\((?:옵션|인자)[^)]*\)|<[\w-]+\|[\w|-]+>/u.test(
      text.replace(/"[^"]*"|'[^']*'/g, ''),
    )
  );
}

function shownOutput(about: Case): Evidence[] {
  const printed = about.entries.filter((entry) => entry.type === 'output');
  const [first] = printed;
  // The author has done it: the prompt of what it opened stands below.
  if (about.entries.some((entry) => entry.type === 'prompt' && entry.prompt?.side === 'container'))
    return [typed(about, 4, because('plan-output-shown'))];
  if (
    first === undefined ||
    (printed.length === 1 && first.type === 'output' && /^[A-Z][\w ,]+$/.test(first.line.text))
  )
    return [];
  return [typed(about, 2, because('plan-output-shown'))];
}

function instructionForm(text: string): Evidence[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^\s*(?:#|\.{3})/.test(line));
  const form =
    /<[^<>\s][^<>]*>|\[[^\]"']*[A-Z가-힣][^\]"']*\]|\.{3}|(?:실행\s?파일|인자|명령어|경로|이미지)\d*|\bexecutable\b|\bparam\d/u;
  const open = lines.filter((line) => form.test(line)).length;
  return open === 0 ? [] : [speaks('synopsis', 11 * (open / lines.length), because('plan-form-instruction'))];
}

/** A single line of grammar that is no command any more: `docker 명령어 (옵션) 대상 (인자)`. */
function commandForm(text: string): Evidence[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !isComment(line));
  const forms = lines.filter(
    (line) => beginsWithDocker(line.replace('$', '')) && (isGrammar(line) || blanksIn(line).length > 0),
  );
  return forms.length > 0 && forms.length >= lines.length / 2 ? [speaks('synopsis', 7, because('plan-form'))] : [];
}

/** `docker stop` alone names the command, `docker run --init` the switch. */
function lacksOperands(text: string): boolean {
  const calls = understand(text).calls;
  const [only] = calls;
  return (
    calls.length === 1 &&
    only?.docker != null &&
    only.docker.known &&
    only.docker.tooFewOperands &&
    only.docker.options.every(({ value }) => value === null) &&
    /^[\w\s-]+$/.test(text)
  );
}
