import type { Placeholder, PlaceholderStyle } from './placeholder.ts';
import { variablesIn } from './variables.ts';

/** A form of placeholder that its own marks set off from the words around it. */
interface Form {
  readonly style: PlaceholderStyle;
  readonly pattern: RegExp;
  /** From 0 to 1; 0 for a look-alike. */
  readonly confidence: (inner: string, place: Place) => number;
}

interface Place {
  readonly before: string;
  readonly after: string;
  readonly quote: '"' | "'" | null;
}

const native = /[가-힣ぁ-んァ-ヶ一-龥]/;
const tags =
  /^\/?(?:h[1-6]|p|html|body|head|div|span|title|br|a|b|i|ul|ol|li|img|form|input|script|style|meta|link|pre|code|strong|em|table|tr|td|th|hr|center|none|missing|nil|unknown)(?:\s.*|\/)?$/i;

const forms: readonly Form[] = [
  {
    style: 'angle',
    pattern:
      /(?<!<)<(?![<&(=\s])([^<>\n]{1,70}?)(?<!\s)>|(?<!<)<\s?([^<>\n]{0,30}[가-힣ぁ-んァ-ヶ一-龥][^<>\n]{0,30}|[A-Z][A-Z _-]{1,40})\s?>/g,
    confidence: (inner, { quote }) => {
      if (tags.test(inner) || inner.startsWith('/') || inner.startsWith('!') || /@.*\./.test(inner)) return 0;
      return quote === "'" ? 0.7 : 0.95;
    },
  },
  {
    style: 'square',
    pattern: /\[([^[\]\n]{1,60})\](?:\.{3})?/g,
    confidence: (inner, { before, quote }) => {
      if (/^[\s"'^!\\]|["']|^\d+$|^.-.|^::|^y\/n$|=~/i.test(inner) || (/\s$/.test(inner) && !native.test(inner)))
        return 0;
      if (/[[$\w}'"*?]$|[*?]\.$/.test(before) && !/^[:@/,| ]/.test(inner)) return native.test(inner) ? 0.8 : 0;
      if (native.test(inner)) return 0.95;
      if (!/[A-Za-z]{2}/.test(inner)) return 0;
      return quote === null ? 0.93 : 0.4;
    },
  },
  {
    style: 'curly',
    pattern: /\{([^{}\n]{1,40})\}/g,
    confidence: (inner, { before, after, quote }) => {
      if (/[${@%\\]$/.test(before) || after.startsWith('}') || /["',;:$.]|^\s|^\d|\.\./.test(inner)) return 0;
      if (native.test(inner)) return 0.95;
      return /^[A-Za-z][\w -]+$/.test(inner) && quote !== "'" ? 0.88 : 0;
    },
  },
  {
    style: 'other',
    pattern: /(?<=\s)\((?:[가-힣ぁ-んァ-ヶ一-龥]{1,10}|[A-Z]{3,}|options?|args?)\)(?=\s|$)/g,
    confidence: (_, { quote }) => (quote === null ? 0.8 : 0),
  },
  {
    style: 'other',
    // To a shell it is a command, and none is called so: `container-id`.
    pattern: /(?<=[\s/:=])`([^`\n$]{2,40})`/g,
    confidence: (inner) =>
      native.test(inner) || /^(?=.*[-_ ]|[A-Z]+$)(?:[\w -]*[-_ ])?(?:id|name|ip|tag)s?$/i.test(inner) ? 0.9 : 0,
  },
  { style: 'other', pattern: /[«‹〈《【]([^»›〉》】\n]{1,40})[»›〉》】]/g, confidence: () => 0.9 },
];

/** Placeholders that stand in brackets, without redirections, tests, globs, templates, JSON and HTML. */
export function bracketed(text: string): readonly Placeholder[] {
  if (!/[<[{(«‹〈《【`]|\$\$/.test(text)) return [];
  const quotes = quotesOf(text);
  const found = forms.flatMap(({ style, pattern, confidence }) =>
    [...text.matchAll(pattern)].map((match): Placeholder => {
      const start = match.index;
      const end = start + match[0].length;
      const place = {
        before: text.slice(Math.max(0, start - 2), start),
        after: text.slice(end, end + 2),
        quote: quotes[start] ?? null,
      };
      return { text: match[0], start, end, style, confidence: confidence(match[1] ?? match[2] ?? '', place) };
    }),
  );
  const named = variablesIn(text);
  const others = found.filter(
    ({ start, end, confidence }) => confidence > 0 && named.every((one) => end <= one.start || start >= one.end),
  );
  return [...named.map(({ text: own, start, end }) => variable(own, start, end)), ...others];
}

function variable(text: string, start: number, end: number): Placeholder {
  return { text, start, end, style: 'variable', confidence: 0.95 };
}

/** The quote that is open at each character. */
function quotesOf(text: string): readonly ('"' | "'" | null)[] {
  let open: '"' | "'" | null = null;
  let escaped = false;
  return text.split('').map((character) => {
    const at = open;
    if (!escaped && (character === '"' || character === "'")) {
      if (open === null) open = character;
      else if (open === character) open = null;
    }
    escaped = !escaped && character === '\\' && open !== "'";
    return at;
  });
}
