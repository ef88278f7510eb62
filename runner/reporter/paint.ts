import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** Colours a text, or leaves it where no colour is wanted. */
export type Paint = (format: Format, text: string) => string;

/**
 * Colour for a stream: on a terminal, unless NO_COLOR is set; elsewhere only where FORCE_COLOR is set
 * (https://no-color.org, https://force-color.org).
 */
export function paintFor(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Paint {
  const wanted = env.FORCE_COLOR ? env.FORCE_COLOR !== '0' : Boolean(stream.isTTY) && !env.NO_COLOR;
  return wanted ? (format, text) => styleText(format, text, { validateStream: false }) : (_format, text) => text;
}
