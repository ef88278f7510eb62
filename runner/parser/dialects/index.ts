import type { Dialect } from './dialect.ts';
import { fence } from './fence.ts';
import { highlight } from './highlight.ts';
import { preformatted } from './preformatted.ts';

/** Every way of marking a code block by whole lines, in the order they are tried. */
export const dialects: readonly Dialect[] = [fence, highlight, preformatted];
