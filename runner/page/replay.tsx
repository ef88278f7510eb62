import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { renderToString } from 'preact-render-to-string';
import { type Locale, wording } from '../core/message.ts';
import type { Recording } from '../core/recording.ts';
import { pageWords } from './words.ts';

/** The script that plays recordings, and why it alone may run: its digest stands in the policy. */
export function playerPart(script: string): { readonly html: string; readonly source: string } {
  const digest = createHash('sha256').update(script).digest('base64');
  return { html: `<script>${script}</script>`, source: `'sha256-${digest}'` };
}

/** What the player says. */
const said = ['page-play', 'page-pause', 'page-time', 'page-speed', 'page-terminal', 'page-watch'];

/** The place of a chapter's replay. Without scripts there is nothing of it but a sentence. */
export function replayPart(recording: Recording, locale: Locale): string {
  const all = pageWords(locale);
  const words = Object.fromEntries(said.map((code) => [code, all[code]]));
  const data = gzipSync(JSON.stringify(recording), { level: 9 }).toString('base64');
  return renderToString(
    <>
      <noscript>
        <p class="told">{wording({ code: 'page-replay-needs-scripts', args: {} }, locale)}</p>
      </noscript>
      <details class="replay" hidden data-recording={data} data-words={JSON.stringify(words)}>
        <summary>{all['page-replay']}</summary>
      </details>
    </>,
  );
}
