import { remembering } from '../../core/remember.ts';
import type { ShellWord } from '../shell/script.ts';
import type { Call } from '../understand.ts';
import { understand } from '../understand.ts';
import { bracketed } from './bracketed.ts';
import type { Placeholder } from './placeholder.ts';
import { exemptOptions, statement, textPrograms, wordForms } from './words.ts';

/** Finds what a reader must replace before the text can be typed, in order, without overlaps. */
export function placeholdersIn(text: string): readonly Placeholder[] {
  const inBrackets = outermost(bracketed(text).filter((one) => !isContent(text, one)));
  // Brackets are redirections and globs to a shell: a word of the same length stands for them while it is read.
  const masked = inBrackets.reduce(
    (line, { start, end }) => line.slice(0, start) + mask.repeat(end - start) + line.slice(end),
    text,
  );
  const calls = statement.test(text) ? [] : understand(masked).calls;
  const inWords = calls.flatMap(wordPlaceholders).map((one) => ({ ...one, text: text.slice(one.start, one.end) }));
  return outermost([...inBrackets, ...inWords]);
}

/** Brackets in the body of a heredoc, or in what a program of texts is given in quotes, are the text's own. */
function isContent(text: string, { start, text: own, style }: Placeholder): boolean {
  if (style === 'variable' || unmistakable.test(own)) return false;
  const heredoc = /<<-?\s*["']?\w/.exec(text);
  const body = heredoc === null ? -1 : text.indexOf('\n', heredoc.index);
  if (body >= 0 && start > body) return true;
  const before = text.slice(text.lastIndexOf('\n', start) + 1, start);
  const program = /(?:^|[|;&]\s*)(?:sudo\s+)?(\w+)(?:\s[^|;&]*)?$/.exec(
    before.replace(/"[^"]*"|'[^']*'/g, 'x').replace(/["'].*$/, ''),
  );
  const quotes = before.replace(/\\./g, '').match(/["']/g)?.length ?? 0;
  return quotes % 2 === 1 && (textPrograms.has(program?.[1] ?? '') || own.startsWith('<%'));
}

/** `<your-name>`, `<컨테이너 이름>`: no language of programs or of settings writes so. */
const unmistakable = /^<(?:your|my|enter|insert)\b|^<[^<>]*[가-힣ぁ-んァ-ヶ一-龥]|^\[(?:your|my)[-_ ]/i;

/** Part of a word to the shell, and of no word to the forms below. */
const mask = '\uFFFC';

/** Of overlapping ones the longest, then the surest. */
function outermost(found: readonly Placeholder[]): readonly Placeholder[] {
  const kept: Placeholder[] = [];
  const ranked = [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || b.confidence - a.confidence);
  for (const one of ranked) if (kept.every(({ start, end }) => end <= one.start || start >= one.end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}

function wordPlaceholders(call: Call): readonly Placeholder[] {
  const { words } = call.command;
  // What is inside `sh -c '…'` has no place of its own in the text.
  if (call.wrappers.some((wrapper) => wrapper.endsWith(' -c'))) return [];
  // Where even the image is a placeholder, what follows it is no program's.
  const named = /^[\w.$][\w./:@${}()-]*$/.test(call.docker?.operands[0] ?? 'x');
  const argv = words.length - (named ? (call.docker?.argv.length ?? 0) : 0);
  const text = textPrograms.has(call.program);
  return words.slice(1).flatMap((word, index) => {
    const before = words[index];
    const exempt = before !== undefined && exemptOptions.has(before.value);
    return [
      ...formsIn(word, exempt || text, index + 1 >= argv),
      ...(index + 1 < argv && !exempt ? nativeIn(word, call) : []),
    ];
  });
}

/** `inside`: said to a program in the container, where names like `hostname` are programs. */
function formsIn(word: ShellWord, exempt: boolean, inside: boolean): readonly Placeholder[] {
  if (word.quoted && /\s/.test(word.value)) return [];
  return wordForms.flatMap(({ style, confidence }, index) => {
    if (exempt && (style === 'upper' || style === 'other' || style === 'dots')) return valuePlaceholder(word, style);
    if (inside && style === 'other') return [];
    return (matchesIn(word.text)[index] ?? []).flatMap(({ text, at }): readonly Placeholder[] => {
      const start = word.start + at;
      if (style === 'upper' && !isUpperPlaceholder(word.text, text)) return [];
      return [{ text, start, end: start + text.length, style, confidence }];
    });
  });
}

/** What of a word has each of the forms. A chapter's words are the same few again and again. */
const matchesIn = remembering((word) =>
  wordForms.map(({ pattern }) => [...word.matchAll(pattern)].map(({ 0: text, index }) => ({ text, at: index }))),
);

/** `-e KEY=VALUE`: names of variables are capital by nature, `VALUE` is not one of them. */
function valuePlaceholder(word: ShellWord, style: Placeholder['style']): readonly Placeholder[] {
  const match = style === 'upper' ? /^(?:KEY|NAME|VARIABLE|VAR)=(?:VALUE|value)$/.exec(word.text) : null;
  return match === null ? [] : [{ text: match[0], start: word.start, end: word.end, style, confidence: 0.85 }];
}

/** `README`, `PATH=…`, `$HOME` and file names are none. */
function isUpperPlaceholder(word: string, match: string): boolean {
  if (word.startsWith('-') && !word.includes('=')) return false;
  if (/^[\w/-]*\.\w+$/.test(word)) return false;
  if (/^["']?\$|[%$][{(]?\w*$/.test(word.slice(0, word.indexOf(match)))) return false;
  return !new RegExp(`^${match}=`).test(word) || /=(?:VALUE|value)$/.test(word);
}

const native = /[가-힣ぁ-んァ-ヶ一-龥]/;

/** Korean, Japanese or Chinese words where docker expects a name; a folder or a file may be called anything. */
function nativeIn(word: ShellWord, call: Call): readonly Placeholder[] {
  if (!native.test(word.text) || textPrograms.has(call.program)) return [];
  if (word.quoted && call.docker === null) return [];
  const named =
    /이름|명$|명\b|아이디|경로|주소|번호|포트|비밀번호|사용자|계정|태그|이미지|컨테이너|볼륨|네트워크|파일|폴더|디렉[토터]리|값|옵션|명령|名|イメージ|コンテナ|ポート|タグ|パス|镜像|容器|端口|路径|标签|用户/;
  const path = /[/\\]/.test(word.value) && !named.test(word.value);
  const confidence = call.docker === null ? (named.test(word.value) ? 0.75 : 0.3) : path ? 0.4 : 0.88;
  return [{ text: word.text, start: word.start, end: word.end, style: 'native', confidence }];
}
