import { styleText } from 'node:util';
import { isDumb } from '../core/dumb-terminal.ts';
import { own } from '../core/terminal-text.ts';

type Format = Parameters<typeof styleText>[0];

/** Colours a text, or leaves it where no colour is wanted. */
export type Paint = (format: Format, text: string) => string;

/**
 * Colour for a stream: on a terminal, unless NO_COLOR is set or it has none; elsewhere only where FORCE_COLOR is set
 * (https://no-color.org, https://force-color.org).
 */
export function paintFor(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Paint {
  const wanted = env.FORCE_COLOR ? env.FORCE_COLOR !== '0' : Boolean(stream.isTTY) && !env.NO_COLOR && !isDumb(env);
  if (!wanted) return (_format, text) => text;
  return (format, text) => {
    const [open = '', close = ''] = styleText(format, '\0', { validateStream: false }).split('\0');
    return own(open) + text + own(close);
  };
}
