import { effectsOf } from '../../command/index.ts';
import type { View } from '../blocks/view.ts';
import { cuesIn } from '../prose/cues.ts';

/** The line above, or the heading directly above, says that this is typed in the container. */
export function saysStrictlyInside({ label, headings, between }: View): boolean {
  const inside =
    /컨테이너\s*(?:의\s*)?(?:내부|안)에서|컨테이너\s*(?:내부|안)\s*[:：]?\s*$|(?:run|type|execute|enter)\b.*\b(?:inside|within) the container|inside the container\s*[:,]|コンテナ(?:内|の中)で|在容器(?:内|中|里)(?:执行|运行|输入)/iu;
  return (
    inside.test(label) || (between.some(({ kind }) => kind === 'heading') && inside.test(headings[0]?.title ?? ''))
  );
}

/** Somebody has gone into the container before, as far as the words above tell; the page does not show how. */
export function saysEntered({ label }: View): boolean {
  return /컨테이너(?:\s*내부)?(?:에|로)\s*(?:접속|진입|들어)\S*\s*(?:뒤|후|다음|나서)|\b(?:once|when|after|now that)\b[^.,]*\b(?:inside|into|entered|entering|attached to) (?:the|your) container|コンテナに(?:入っ|接続し|ログインし)た(?:後|ら)|进入容器(?:后|之后|以后)/iu.test(
    label,
  );
}

/** The words directly above the block, its heading included. */
export function saysInside(view: View): boolean {
  return (
    (view.cues.has('inside') || view.paragraphCues.has('inside') || view.headingCues.has('inside')) &&
    !view.cues.has('terminal')
  );
}

/** The words above speak of the host, or of another terminal. */
export function saysHost(view: View): boolean {
  return view.cues.has('host') || view.paragraphCues.has('terminal') || view.headingCues.has('host');
}

/** A heading such as `Leave the container`, and nothing but the word for it. */
export function leavesContainer({ headings, label, text }: View): boolean {
  const words = `${headings[0]?.title ?? ''} ${label}`;
  return /컨테이너|container|コンテナ|容器/iu.test(words) && cuesIn(words).has('leave') && !/\bdocker\b/.test(text);
}

/** The text above gives the command that opens a container's shell as inline code, and nothing leaves it. */
export function entersInProse({ between }: View): boolean {
  const words = between.map(({ text }) => text).join('\n');
  const code = [...words.matchAll(/`\s*(?:\$\s*)?(docker\s[^`(]+?)\s*(?:\([^`]*\)\s*)?`/g)].map(
    (match) => match[1] ?? '',
  );
  const last = code.findLast((text) => effectsOf(text).opens?.into === 'container');
  if (last !== undefined && effectsOf(last).opens?.shellLike === true)
    return !/\bexit\b|나오|빠져|退出|抜け/u.test(words.slice(words.lastIndexOf(last)));
  return /\b(?:go|get|exec(?:ute)?|step|log ?in|attach)\b[^.\n]*\binto the container\b[^.\n]*\b(?:run|type|execute)\b/iu.test(
    words,
  );
}
