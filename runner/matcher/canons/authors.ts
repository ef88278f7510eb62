import { replaceVariables } from '../../command/index.ts';
import { inlineMark } from '../../core/elision.ts';
import { gap } from '../tolerances/cut.ts';
import type { Canon } from './canon.ts';

const behind = /\s+(?:←|⬅|⇐|◀|<--?|<==?|↤|➡|→ |\/\/ |# |\/\* ).*$/;

/** Nearly every line is done with this. */
const sign = /\s[←⬅⇐◀<↤➡→/#]/;

/** The line without an author's remark at its end (`abc  ← the layer's data`, `abc   # now 3000`); null without one. */
export function withoutRemark(line: string): string | null {
  const match = sign.test(line) ? behind.exec(line) : null;
  return match === null || line.slice(0, match.index).trim() === '' ? null : line.slice(0, match.index);
}

export const remark: Canon = {
  name: 'gloss',
  read: (line) => withoutRemark(line) ?? line,
  examples: `
    listening on 80   # as expected ≈ listening on 80
    listening on 80  ← the port ≈ listening on 80
    listening on 80   # as expected ≠ listening on 81
    listening on 80 ≠ listening on 80   # as expected
  `,
};

/** Stands in a line for one word that is the reader's own. */
export const blank = '\uf0f1';

/** `<container ID>`, `<docker id>/app`: words in brackets that name a value, not a tag of a page. */
const own =
  /<(?=[^<>]*[A-Za-z가-힣])(?!\/|!)(?:[^<>=]{0,40}(?:\b(?:id|hash|digest|user(?:name)?|account|name|address|ip|host(?:name)?|port|version|token|path)|아이디|해시|이름|계정|주소|포트|버전|사용자|토큰|경로))>/gi;

/** What an author puts over a value that is nobody's business, or another one for each reader. */
const hidden = /(?<![\w-])(?:[xX]{8,64}|sha256:[xX]{8,64})(?![\w-])/g;

/** A name for a value in the place of the value itself. */
export const placeholder: Canon = {
  name: 'placeholder',
  read: (line) => {
    const filled = replaceVariables(line, () => blank).replace(hidden, blank);
    return filled.includes('<') && !filled.includes('</') ? filled.replace(own, blank) : filled;
  },
  examples: `
    <container ID> ≈ 92d79b6de29f
    pushing <docker id>/app ≈ pushing alice/app
    포트 <포트>에서 기다립니다 ≈ 포트 8080에서 기다립니다
    xxxxxxxxxxxx ≈ 92d79b6de29f
    Digest: sha256:xxxxxxxxxxxxxxxx ≈ Digest: sha256:92d79b6de29f0e3b
    Username: $$hub$$ ≈ Username: alice
    pushing <docker id>/app ≠ pushing alice/web
    pushing <docker id>/app ≠ pushing a b/app
    <name>shop</name> ≠ a shop</name>
    <none> ≠ 92d79b6de29f
    xxx ≠ 92d79b6de29f
    xxxxxxxxxxxx ≠ no such image
    cost: $$5 ≠ cost: $$6
  `,
};

const hasMark = new RegExp(inlineMark, 'i');
const mark = new RegExp(String.raw`[[(<]?(?:${inlineMark})[\])>]?`, 'gi');

/** An ID of which an author wrote the beginning and the end (`3fbc63216742...a08d`). */
const middle = /\b((?:(?:sha256:)?[0-9a-f]{4,64}|SWMTKN-1-[0-9a-z-]+)(?:\.{3}|…))[0-9a-z-]{2,}\b/g;

/** A line in which the author left out characters (`Digest: sha256:1d1c...`), with a gap in the place of each mark. */
export const elision: Canon = {
  name: 'elision',
  read: (line) => (hasMark.test(line) ? line.replace(middle, '$1').replace(mark, gap) : line),
  examples: `
    Starting ... done ≈ Starting the second worker done
    token SWMTKN-1-2v6p...x9 is valid ≈ token SWMTKN-1-3k89xr5j-aniv3977 is valid
    Starting ... done ≠ Starting the second worker
  `,
};
