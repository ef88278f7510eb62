import { beginsWithDocker, effectsOf, namesDocker } from '../../command/index.ts';
import { inlineCodeIn } from '../../core/inline-code.ts';
import type { View } from '../blocks/view.ts';
import { cuesIn } from '../prose/cues.ts';

/** The line above, or the heading directly above, says that this is typed in the container. */
export function saysStrictlyInside({ label, headings, between }: View): boolean {
  const below = between.some(({ kind }) => kind === 'heading') ? (headings[0]?.title ?? '') : '';
  return [label, below].some((text) => cuesIn(text).has('withinContainer'));
}

/** Somebody has gone into the container before, as far as the words above tell; the page does not show how. */
export function saysEntered({ label }: View): boolean {
  return cuesIn(label).has('entered');
}

/** The words directly above the block, its heading included. */
export function saysInside(view: View): boolean {
  return (
    [view.cues, view.paragraphCues, view.headingCues].some((said) => said.has('inside') && !said.has('browser')) &&
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
  return cuesIn(words).has('container') && cuesIn(words).has('leave') && !namesDocker(text);
}

/** The text above gives the command that opens a container's shell as inline code, and nothing leaves it. */
export function entersInProse({ between }: View): boolean {
  const words = between.map(({ text }) => text).join('\n');
  const code = inlineCodeIn(words)
    .map(({ text }) => text.replace(/^\s*\$\s*/, '').replace(/\s*\(.*\)\s*$/, ''))
    .filter(beginsWithDocker);
  const last = code.findLast((text) => effectsOf(text).opens?.into === 'container');
  if (last !== undefined && effectsOf(last).opens?.shellLike === true)
    return !/\bexit\b|나오|빠져|退出|抜け/u.test(words.slice(words.lastIndexOf(last)));
  return cuesIn(words).has('entering');
}
