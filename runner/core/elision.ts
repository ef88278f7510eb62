/** A stroke alone in its line, as authors in Korea, China and Japan write for what is left out. */
export const lineMark = String.raw`[~～〜]+(?=[ \t]*(?:\n|$))`;

/** What an author writes for characters left out of a line: `...`, `<snip>`, `(생략)`. */
export const inlineMark = String.raw`\.{3,}|…|⋯|[[(<](?:생략|중략|snip(?:ped)?|truncated|omitted)[\])>]`;

/**
 * Whether a line of the chapter stands for lines left out: `...`, `…`, `(생략)`, `# ... 중략 ...`, `<snip>`,
 * `... (12 more lines) ...`, `⋮`.
 */
export function isElision(line: string): boolean {
  const whole = line.trim();
  // `ls -a` lists the folder above as two dots.
  if (whole === '..' || whole.length > 80) return false;
  if (/^[~～〜]+$/.test(whole)) return true;
  if (!sign.test(whole)) return false;
  const text = whole.replace(/^(?:#|\/\/|--|;|\*|-)\s+(?=\S)/, '');
  if (/^(?:\.{3,}|…+|⋯+|·{3,}|⋮|︙|:|\. \. \.(?: \.)*)$/.test(text)) return true;
  if (/^[[(（<{*~\-=/ ]*(?:\.{2,}|…)[\])）>}*~\-=/ ]*$/.test(text)) return true;
  const words = text.replace(/[.…·[\](){}（）<>*~\-=:/#\s]+/g, ' ').trim();
  if (/^[[(<](?:여러|몇|나머지|이하|\d+) ?(?:줄|행|라인|내용)(?: 생략)?[\])>]$/.test(text)) return true;
  if (korean.test(words) || japanese.test(words)) return true;
  // `- output` is an item of a list, `-- output --` is a mark.
  if (english.test(words) && (/[.…·[(（<*~\-=]/.test(text.charAt(0)) || /^(--|\*) .* \1$/.test(whole))) return true;
  return false;
}

/** Without one of these it is none; nearly every line is done with that. */
const sign = /^[.…⋯·⋮︙:[(（<{*~\-=/#;]|[략하간略]/;

const korean =
  /^(?:(?:출력|내용|로그|결과|중간|나머지|이하|이후|일부|이하의?|다른|기타|설치|빌드|다운로드|너무|길어서?|(?:길이|지면|분량|공간)상)\s?)*(?:내용|출력|로그|과정|부분|행|줄|이미지|레이어)?(?:은|는|을|를|이|가)?\s?(?:이하|중간|후략|전략|중 ?략|생 ?략|하략|생략됨|생략함|생략합니다|생략했습니다|이하 동일|생략형)$/;
const japanese = /^(?:(?:以下|途)?[中後前]?省?略|以下同様|ry)$/;
const english =
  /^(?:(?:some|more|other|the|many|remaining|rest|of|lines?|output|entries|layers?|rows?|logs?|\d+|and|so|on|for|brevity|here|text|content|result|results|build|install|download|is|was|are|further|similar|additional)\s)*(?:snip(?:ped)?|omitted|truncated|elided|skip(?:ped)?|cut|abbreviated|removed|shortened|more|more lines|lines|output|so on|etc|remaining|rest|for brevity)(?: for brevity| here| lines?| output)*$/i;
