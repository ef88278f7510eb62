/**
 * Whether two `CREATED BY` cells of `docker history` tell the same instruction. The classic builder writes
 * `/bin/sh -c #(nop)  CMD ["node"]`, BuildKit `CMD ["node"]`; either is cut with `…`.
 */
export function sameInstruction(expected: string, actual: string): boolean {
  const [left, right] = [normal(expected), normal(actual)];
  if (left.text === right.text) return true;
  if (left.cut && right.text.startsWith(left.text)) return true;
  if (right.cut && left.text.startsWith(right.text)) return true;
  return copies(left.text, right.text);
}

function normal(cell: string): { readonly text: string; readonly cut: boolean } {
  const cut = /(?:…|\.{3})\s*$/.test(cell);
  const text = cell
    .replace(/(?:…|\.{3})\s*$/, '')
    .replace(/\s*# buildkit\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\/bin\/sh -c #\(nop\) ?/, '')
    .replace(/^(?:RUN )?\/bin\/sh -c /, 'RUN ')
    .replace(/^EXPOSE (?:map)?\[(.*?)(?::\{\})?\]$/, (_, ports: string) => `EXPOSE ${ports.replaceAll(':{}', '')}`)
    .replace(/^EXPOSE (.*)$/, (_, ports: string) => `EXPOSE ${ports.replace(/\/tcp/g, '')}`)
    .replace(/^(ENV|LABEL) (.*)$/, (_, word: string, rest: string) => `${word} ${rest.replace(/"/g, '')}`);
  return { text, cut };
}

/** The classic builder names a copied file by its hash (`COPY file:5d1f… in /app/`), BuildKit by its name. */
function copies(left: string, right: string): boolean {
  const [one, other] = [copyOf(left), copyOf(right)];
  if (one === null || other === null || one.word !== other.word) return false;
  return one.hashed || other.hashed ? one.target === '' || other.target === '' || one.target === other.target : false;
}

function copyOf(text: string): { readonly word: string; readonly hashed: boolean; readonly target: string } | null {
  const match = /^(COPY|ADD) (.*)$/.exec(text);
  if (match === null) return null;
  const rest = match[2] ?? '';
  const hashed = /^(?:file|dir|multi):[0-9a-f]*/.test(rest);
  const target = hashed ? (/ in (\S+)/.exec(rest)?.[1] ?? '') : (rest.split(' ').at(-1) ?? '');
  return { word: match[1] ?? '', hashed, target: hashed ? target : target };
}
