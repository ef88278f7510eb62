import { firstWord, programLikeness, understand } from '../../command/index.ts';
import { remembering } from '../../core/remember.ts';
import { wordsOf } from '../../core/words.ts';

/** How much a line (without prompt) looks like something typed at a shell: 0 (not typed) to 1 (certainly typed). */
export const commandness = remembering((line) => rate(line.replace(liquid, '').trim()));

/** Jekyll is told to leave what follows as it is. */
const liquid = /^\s*\{%-?\s*raw\s*-?%\}/;

function rate(text: string): number {
  if (text === '' || text === '.' || text === ':' || text.length > 2000) return 0;
  if (/^\p{Script=Hangul}|^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 0;
  if (/^(?:for|while|until|if|case|function)\b.*(?:;|\bdo\b|\bthen\b|\bin\b|\(\)|\[)/.test(text)) return 0.95;
  if (/^(?:do|done|fi|then|else|esac)\b/.test(text)) return 0.6;
  if (/^(?:\(\s*|\{\s+)[a-z]/.test(text) && understand(text).script.valid) return rate(text.replace(/^[({]\s*/, ''));
  if (/^\[{1,2} .* \]{1,2}\s*(?:&&|\|\|)/.test(text)) return 0.9;
  if (/^[A-Z][a-z]+[A-Z]\w*=/.test(text)) return 0;
  // A call in a language of code: `mount("/data", …)`.
  if (/^[\w.]+\([^)]/.test(text)) return 0;
  // The product, not the program.
  if (/^Docker (?:Compose|Engine|Desktop|Hub|version|daemon)\b/.test(text)) return 0;
  if (/^(?:export\s+)?[A-Za-z_]\w*=(?!=)\S*(?:\s|$)/.test(text))
    return /^export|=\$\(|=`/.test(text) || /^[A-Z_\d]+=\S+\s+\S/.test(text) ? 0.95 : 0.55;
  // No shell but PowerShell sets a variable behind a `$`.
  if (/^\$(?:env:|\w+\s*=)|^[A-Z][a-z]+-[A-Z]\w+\s/.test(text)) return 0.8;
  // `!` turns the status of a command around; the prompt of an agent takes it for one to be run.
  if (/^!\s+\w/.test(text)) return rate(text.replace(/^!\s+/, ''));
  if (/^(?:\.{1,2}|~)?\/[\w.~-]+(?:\/[\w.-]+)*(?:\s|$)/.test(text)) return ratePath(text);
  const program = /^(?:sudo\s+(?:-\w+\s+)*)?(?:[A-Z_]+=\S+\s+)*([^\s;|&<>()]+)/.exec(text)?.[1] ?? '';
  if (/[:,]$/.test(program) && program !== ':') return 0;
  // A setting and its value; an image with its tag.
  if (/^\S+ = /.test(text) || /^[a-z][\w./-]*:[\w.-]+$/.test(program)) return 0;
  // No program is called in an author's own script: `host模式：…`.
  if (/^\w+[^\x00-\x7f]/.test(program)) return 0;
  if (program.startsWith('docker') && understand(text).calls.some(({ docker }) => docker !== null))
    return rateDocker(text);
  if (isFileName(text) || /^\S+\/$/.test(text)) return 0;
  if (firstWord(program) !== 'unknown') return rateKnown(text, program);
  if (/^sudo\s/.test(text)) return /^sudo -/.test(text) ? 0.95 : 0.9;
  return rateUnknown(text, program);
}

/** `docker-compose.yml` alone is what a file is called; a script is called by its name, too. */
function isFileName(text: string): boolean {
  return /^[\w./-]+\.(?:ya?ml|json|toml|conf|env|txt|md|html?|css|[cm]?[jt]sx?|py|sql|properties|ini)$/i.test(text);
}

/** Whether a word is the name of a program that tutorials call. */
export function isProgram(word: string): boolean {
  return firstWord(word) !== 'unknown';
}

/** A script here, or a program where programs lie: `/usr/local/nginx/sbin/nginx`. */
function ratePath(text: string): number {
  const installed = /^\/(?:\S*\/)?s?bin\/([\w.-]+)(?:\s|$)/.exec(text)?.[1];
  if (/^\.{1,2}\/|\.sh\b/.test(text) || (installed !== undefined && firstWord(installed) !== 'unknown')) return 0.8;
  return installed !== undefined && hasOptions(text) ? 0.6 : 0.3;
}

/** `docker is a tool` begins like a command. */
function rateDocker(text: string): number {
  const call = understand(text).calls.find(({ docker }) => docker !== null);
  if (/^\S+\s+(?:\S+\s+)?[^\s"'=]*[a-z]\p{Script=Hangul}/u.test(text)) return 0.1;
  // What the reader fills in may be described in a sentence.
  const told = isSentence(text.replace(/<[^<>]{1,70}>/g, '<x>'));
  if (call?.docker?.known) return told ? 0.4 : 0.98;
  return told ? 0.05 : 0.8;
}

function rateKnown(text: string, program: string): number {
  if (['exit', 'logout'].includes(text)) return 0.95;
  if (isSentence(text)) return 0.15;
  if (/^sudo\s/.test(text) || callsDockerThrough(text)) return 0.95;
  if (isRow(text)) return 0.1;
  if (firstWord(program) === 'program') return 0.92;
  if (understand(text).calls.length > 1 && understand(text).calls.every((call) => isProgram(call.program))) return 0.8;
  if (program === 'service') return programLikeness(program, wordsOf(text).slice(1)) === 'program' ? 0.92 : 0.2;
  // `which wget` asks for a program.
  if (['which', 'type', 'man'].includes(program) && isProgram(/^\S+\s+(\S+)$/.exec(text)?.[1] ?? '')) return 0.8;
  return /\s(?:-{1,2}\w|[./~$"'])|^\S+$|[|>]|\.\w{1,4}\b|:\/\//.test(text) ? 0.8 : 0.5;
}

/** A row of a help page: `rm          Remove a model`. */
function isRow(text: string): boolean {
  return /^[\w-]+ {2,}[A-Z][a-z]+(?: \S+)+$/.test(text);
}

/** `watch docker ps`, `time docker build .` */
function callsDockerThrough(text: string): boolean {
  const [call] = understand(text).calls;
  return call !== undefined && call.wrappers.length > 0 && call.docker?.known === true;
}

/** A first word that is the name of no program: a word of a sentence, a script, a slip of the pen. */
function rateUnknown(text: string, program: string): number {
  if (/^[A-Z][a-z]+(?: [\w'’-]+)*\w[.!]$|^[A-Z][a-z]+ [a-z]+:/.test(text)) return 0;
  if (isSentence(text) || isPhrase(text) || /^[[{}()<|*=+>!?%"'`─┌└├│\d-]/.test(text)) return 0;
  const { script } = understand(text);
  if (script.errors.length > 0) return 0.1;
  const likeness = programLikeness(program, wordsOf(text).slice(1));
  // A word of sentences, with what makes it a program.
  if (likeness === 'program') return 0.7;
  if (likeness === 'script' || likeness === 'misspelt') return 0.5;
  if (hasOptions(text)) return /^[a-z][\w.-]*$/.test(program) && hasOptions(text, 2) ? 0.6 : 0.45;
  return 0.2;
}

/** Four words or more, one of which only joins others: `check that page from the browser`. */
function isPhrase(text: string): boolean {
  return (
    isWords(text, 4) &&
    /\s(?:from|for|in|on|of|with|into|inside|under|the|an?|it|all|some|any|and|or|your|which|that)\s/.test(text)
  );
}

/** So many words or more, and nothing that a shell would take for more than a word, but for a path behind the first. */
export function isWords(text: string, count: number): boolean {
  const words = wordsOf(text.replace(/[.:]$/, ''));
  return (
    words.length >= count &&
    words.every((word, at) => /^(?:\p{L}[\p{L}\d'’.-]*,?|&)$/u.test(word) || (at > 0 && /^~?\/[\w./-]+$/.test(word)))
  );
}

/** What follows the first word are options, so many of them. */
function hasOptions(text: string, count = 1): boolean {
  return (text.match(/\s--?[A-Za-z]/g)?.length ?? 0) >= count;
}

/** Several plain words in a row, a full stop, or an ending of a Korean sentence, outside of quotes. */
export function isSentence(text: string): boolean {
  const bare = text.replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '""').replace(/\s#.*$/, '');
  if (
    /(?:니다|세요|시오|한다|된다|이다|있다|없다|하기|[됐했]음|[있없]음|됨|できます|ます|です|です。)[.!。]?$/u.test(
      bare,
    )
  )
    return true;
  if (/^[A-Z][a-z]+(?:\s+[a-z]+){2,}/.test(bare)) return true;
  return (
    /(?:^|\s)(?:is|are|the|this|that|will|with|your|you|we|was|were|has|have|been|and|to|of)\s+[a-z]+(?:\s|[.,:!]|$)/.test(
      bare,
    ) && /[.,:!?]$|(?:\s[a-z]+){5}/.test(bare)
  );
}
