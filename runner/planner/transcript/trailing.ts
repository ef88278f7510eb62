import { beginsWithDocker, splitCommands, understand } from '../../command/index.ts';

/** A command and the remark behind it. Offsets are into the text. */
export interface Cut {
  readonly text: string;
  readonly remark: { readonly text: string; readonly start: number } | null;
}

/** Cuts `# …` (also `## …`, `// …`, `<- …`) off the end of a command. */
export function cutRemark(text: string): Cut {
  const [command] = splitCommands(text).commands;
  const comment = splitCommands(text).commands.length === 1 ? (command?.trailingComment ?? null) : null;
  if (
    command !== undefined &&
    comment !== null &&
    command.start === 0 &&
    !text.slice(0, comment.start).includes('<<')
  ) {
    const mark = /^#+\s*/.exec(comment.text)?.[0].length ?? 1;
    return { text: command.text, remark: { text: comment.text.slice(mark), start: comment.start + mark } };
  }
  const linked = /^(?<text>.*\S)\s+(?:후에?|다음에?|그리고|하고)$/u.exec(text)?.groups?.text;
  if (linked !== undefined && !text.includes('\n')) return { text: linked, remark: null };
  // A remark in an author's own notation; a URL's slashes follow a colon.
  const own = /^(?<text>.*?\S)(?<mark>\s+(?:\/\/|<--|<-|←|⇐|-->|→|=>)\s+)(?<remark>\S.*)$/u.exec(text);
  if (text.includes('\n')) return { text, remark: null };
  if (own?.groups === undefined) return withoutParenthesis(text);
  const { text: typed = '', mark = '', remark = '' } = own.groups;
  if ((typed.match(/["'`]/g)?.length ?? 0) % 2 === 1) return { text, remark: null };
  return { text: typed, remark: { text: remark, start: typed.length + mark.length } };
}

/** What an author says in parentheses behind a command is nothing that a shell could read there. */
function withoutParenthesis(text: string): Cut {
  const said = /^(?<text>.*\S)(?<apart>\s*)[(（](?<remark>[^()（）]*(?:\s|[^\x00-\x7f]{2})[^()（）]*)[)）]$/u.exec(
    text,
  )?.groups;
  if (said === undefined || /^(?:옵션|인자|명령|태그|options?|args?|commands?)\b/iu.test(said.remark ?? ''))
    return { text, remark: null };
  const { text: typed = '', apart = '', remark = '' } = said;
  // `print(a + b)`
  if (apart === '' && !beginsWithDocker(typed)) return { text, remark: null };
  const broken = !understand(text).script.valid && understand(typed).script.valid;
  return broken || /[（）]/.test(text)
    ? { text: typed, remark: { text: remark, start: text.lastIndexOf(remark) } }
    : { text, remark: null };
}
