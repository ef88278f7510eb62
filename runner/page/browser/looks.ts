import type { Terminal } from '@xterm/xterm';
import { lent } from './lent-widget.ts';

const light = { background: '#fbfbfa', foreground: '#24292f', cursor: '#24292f', selectionBackground: '#b6d3f2' };
const dark = { background: '#15181c', foreground: '#d9dee4', cursor: '#d9dee4', selectionBackground: '#2f4d6b' };
const isDark = matchMedia('(prefers-color-scheme: dark)');

/** A terminal that looks as the page does, also when that changes. */
export function madeTerminal(options: { readonly fontSize: number; readonly disableStdin?: boolean }): Terminal {
  const theme = () => (isDark.matches ? dark : light);
  const terminal = new (lent().Terminal)({
    ...options,
    fontFamily: 'ui-monospace, "DejaVu Sans Mono", "Noto Sans Mono CJK KR", Menlo, Consolas, monospace',
    scrollback: 5000,
    theme: theme(),
    screenReaderMode: true,
    minimumContrastRatio: 4.5,
  });
  isDark.addEventListener('change', () => {
    terminal.options.theme = theme();
  });
  return terminal;
}
