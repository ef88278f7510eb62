import { isOf } from '../../command/index.ts';
import type { Place } from '../tolerances/tolerance.ts';

/**
 * A warning of a client without the form in which it is told: `WARN[0000] …` at a terminal, `time="…" level=warning
 * msg="…"` elsewhere, `WARNING: …` in version 1 of compose. Another line comes back as it is.
 */
export function plainWarning(line: string, { printers }: Place): string {
  const logged = /^time="[^"]*" level=warning msg="(.*)"$/.exec(line)?.[1]?.replace(/\\"/g, '"');
  const text =
    logged ?? (isOf(printers, 'docker compose') ? /^WARN(?:\[\d+\]|ING:) (.*)$/ : /^WARN\[\d+\] (.*)$/).exec(line)?.[1];
  return text === undefined ? line : `warning: ${plain(text)}`;
}

function plain(text: string): string {
  return text
    .replace(/^The "?(\w+)"? variable is not set\./, 'The $1 variable is not set.')
    .replace(
      /^Found orphan containers \(\[?([^\])]*)\]?\)/,
      (_, names: string) => `Found orphan containers ${names.replaceAll('_', '-').split(/,? /).sort().join(' ')}`,
    );
}
