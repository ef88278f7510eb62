import { isStandIn, type Lack, type Recipe, type StandIn } from './recipe.ts';
import { suites } from './recipes/debian.ts';

/** Label of every image of the shelf that stands in for another one. */
export const standInLabel = 'md.tutor.stand-in';

/** What makes an image of the shelf the stand-in for one reference. */
export interface Variant {
  readonly base: Recipe;
  /** Completes "built from": `Debian 12`, `Node.js 16 and Debian 12's glibc`. */
  readonly builtFrom: string;
  readonly lacks: readonly Lack[];
  /** Dockerfile instructions between `FROM` and the labels, and the files that they copy. */
  readonly instructions?: string;
  readonly files?: Readonly<Record<string, string>>;
}

/**
 * Makes the stand-in for a reference: its base, and a layer and labels in which it says what it is. Where the base is
 * itself a stand-in, as a chapter's `FROM diamol/node` would have it, the base has said so already.
 */
export function standInFor(
  reference: string,
  { base, builtFrom, lacks, instructions = '', files = {} }: Variant,
): StandIn {
  const introduced = isStandIn(base);
  const text = `FROM ${base.reference}
${introduced ? '' : 'COPY os-release /etc/os-release\n'}${instructions}LABEL ${standInLabel}="${reference}" \\
      md.tutor.built-from="${builtFrom}" \\
      md.tutor.lacks="${lacks.join(' ')}"
`;
  return {
    reference,
    bases: [base],
    build: { kind: 'dockerfile', text },
    files: introduced ? files : { ...files, 'os-release': osRelease(reference, builtFrom) },
    npmPackages: {},
    megabytes: 1,
    builtFrom,
    lacks,
  };
}

/** See os-release(5). The ID is what programs ask for who choose a binary; it must be true. */
function osRelease(reference: string, builtFrom: string): string {
  const suite = builtFrom.includes(`Debian ${suites.trixie}`) ? 'trixie' : 'bookworm';
  return `PRETTY_NAME="tutor stand-in for ${reference} (${builtFrom})"
NAME="tutor stand-in"
ID=debian
VERSION_ID="${suites[suite]}"
VERSION="${suites[suite]} (${suite})"
VERSION_CODENAME=${suite}
VARIANT="stand-in for ${reference}"
`;
}
