import { shortImage } from '../../command/index.ts';
/** Why a build failed. */
export interface Cause {
  /** In words that are the same for every builder; empty where the log does not tell. */
  readonly what: string;
  /** What only some generations add; null where nothing is. */
  readonly hint: string | null;
}

/** The cause that a line of a build tells, or null for a line that tells none. The wordings are those of Docker 17 to 28. */
export function causeOf(line: string): Cause | null {
  const text = line.trim();
  const [core, hint] = withoutHint(bare(text));
  for (const [form, what] of causes) {
    const match = form.exec(core);
    if (match !== null) return { what: what(match), hint };
  }
  return announced.test(text) ? { what: core, hint } : null;
}

/** Whether two failures, the chapter's and the real one, have one cause. What only one generation adds is compared where both do. */
export function sameCause(left: Cause | null, right: Cause | null): boolean {
  if (left === null || right === null) return left === right;
  if (left.what === '') return true;
  return left.what === right.what && (left.hint === null || right.hint === null || left.hint === right.hint);
}

const announced =
  /^(?:ERROR: (?:Service '.*' failed to build ?: )?|error: |failed to solve|target \S+: failed to solve|Error response from daemon: )/;

const wrappers =
  /^(?:ERROR: |error: |failed to build: |failed to solve(?: with frontend \S+)?: |target [\w-]+: |rpc error: code = \w+ desc = |failed to (?:build LLB|read dockerfile|create LLB definition|compute cache key|calculate checksum of ref \S+|load cache key|parse|prepare \S+|read \S+): |Error response from daemon: |Service '.*' failed to build ?: |[\w./:-]+: (?=failed to resolve)|failed to resolve source metadata for \S+: )/;

/** The text without what each builder puts before it. */
function bare(text: string): string {
  let rest = text;
  while (wrappers.test(rest)) rest = rest.replace(wrappers, '');
  return rest.replace(/: unknown$/, '').trim();
}

function withoutHint(text: string): readonly [string, string | null] {
  const match = /^(.*) \((did you mean .*\?)\)$/.exec(text);
  return match === null ? [text, null] : [match[1] ?? '', match[2] ?? null];
}

const causes: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^The command '(.*)' returned a non-zero code: (\d+)$/, (match) => command(match[1], match[2])],
  [/^executor failed running \[(.*)\]: exit code: (\d+)$/, (match) => command(match[1], match[2])],
  [/^process "(.*)" did not complete successfully: exit code: (\d+)$/, (match) => command(match[1], match[2])],
  [/^executor failed running \[(.*)\]: runc did not terminate/, (match) => command(match[1], '')],
  [
    /^(?:COPY|ADD) failed: (?:file not found in build context or excluded by \.dockerignore: )?stat \/?(?:var\/lib\/docker\/tmp\/[^/]+\/)?([^:]+): (?:file does not exist|no such file or directory)$/,
    (match) => `missing ${match[1]}`,
  ],
  [/^"\/?([^"]+)":? not found(?:: not found)?$/, (match) => `missing ${match[1]}`],
  [
    /^failed to walk \S+\/tmp\/\S+: lstat \S+\/tmp\/buildkit-mount\d+\/(\S+): no such file or directory$/,
    (match) => `missing ${match[1]}`,
  ],
  [
    /^dockerfile parse error(?: on)? line (\d+): unknown instruction: (\S+)$/i,
    (match) => `line ${match[1]} unknown instruction ${match[2]}`,
  ],
  [
    /^(?:(\S+): )?pull access denied(?: for (\S+?))?, repository does not exist.*$/,
    (match) => `denied ${shortImage(match[2] ?? match[1] ?? '')}`,
  ],
  [
    /^(?:manifest for (\S+) not found(?:: manifest unknown.*)?|([\w./:-]+): (?:not found|manifest unknown))$/,
    (match) => `no image ${shortImage(match[1] ?? match[2] ?? '')}`,
  ],
];

function command(text: string | undefined, code: string | undefined): string {
  return `command ${(text ?? '').replace(/\s+/g, ' ').trim()} exit ${code ?? ''}`;
}
