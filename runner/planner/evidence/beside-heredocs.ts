import type { View } from '../blocks/view.ts';
import type { Entry } from '../transcript/entry.ts';

/**
 * The block without the bodies of its heredocs. What `cat > compose.yaml <<EOF` writes is typed like any other command:
 * it makes the block that holds it neither a compose file nor a form with brackets.
 */
export function besideHeredocs(view: View, entries: readonly Entry[]): View {
  const bodies = new Set(
    entries.flatMap((entry) => (entry.type === 'command' && entry.text.includes('<<') ? entry.lines.slice(1) : [])),
  );
  if (bodies.size === 0) return view;
  const lines = view.block.lines.filter((line) => !bodies.has(line));
  return {
    ...view,
    text: lines
      .map(({ text }) => text.trimEnd())
      .join('\n')
      .trim(),
  };
}
