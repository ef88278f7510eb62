import { isOf } from '../../command/index.ts';
import type { Canon } from './canon.ts';

/**
 * A warning of a client without the form in which it is told: `WARN[0000] …` at a terminal, `time="…" level=warning
 * msg="…"` elsewhere, `WARNING: …` in version 1 of compose.
 */
export const clientWarning: Canon = {
  name: 'notice',
  read: (line, { printers }) => {
    const logged = /^time="[^"]*" level=warning msg="(.*)"$/.exec(line)?.[1]?.replace(/\\"/g, '"');
    const isCompose = isOf(printers, 'docker compose');
    const text = logged ?? (isCompose ? /^WARN(?:\[\d+\]|ING:) (.*)$/ : /^WARN\[\d+\] (.*)$/).exec(line)?.[1];
    return text === undefined ? line : `warning: ${plain(text)}`;
  },
  examples: `
    $ docker compose up -d
    WARNING: The TAG variable is not set. ≈ WARN[0000] The "TAG" variable is not set.
    WARN[0000] disk is slow ≈ time="2026-11-22T05:14:27Z" level=warning msg="disk is slow"
    WARNING: The TAG variable is not set. ≠ WARN[0000] The "PORT" variable is not set.
  `,
};

function plain(text: string): string {
  return text
    .replace(/^The "?(\w+)"? variable is not set\./, 'The $1 variable is not set.')
    .replace(
      /^Found orphan containers \(\[?([^\])]*)\]?\)/,
      (_, names: string) => `Found orphan containers ${names.replaceAll('_', '-').split(/,? /).sort().join(' ')}`,
    );
}
