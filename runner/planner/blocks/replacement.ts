import type { View } from './view.ts';

/** `To:` alone above a block: it goes where the block before it showed what is there now. */
export function isReplacement(view: View | undefined): boolean {
  return (
    view !== undefined &&
    view.before !== null &&
    /^[^\p{L}\p{N}]*(?:to|with|into|by|(?:다음|아래|이렇게)(?:과|와)?\s*(?:같이|으로|로)?|改为|改成|为)[^\p{L}\p{N}]*$/iu.test(
      view.label,
    )
  );
}
