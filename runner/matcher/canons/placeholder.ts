import { replaceVariables } from '../../command/index.ts';
import type { Canon } from './canon.ts';

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
