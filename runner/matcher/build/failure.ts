/**
 * Why a build failed, in words that are the same for every builder, or null for a line that does not say so. The
 * wordings are those of Docker 20.10, 26 and 28.
 */
export function causeOf(line: string): string | null {
  const text = line.trim();
  for (const [form, cause] of causes) {
    const match = form.exec(text);
    if (match !== null) return cause(match);
  }
  if (
    /^(?:ERROR: (?:Service '.*' failed to build : )?|failed to solve|target \S+: failed to solve|Error response from daemon: )/.test(
      text,
    )
  )
    return bare(text);
  return null;
}

const wrappers =
  /^(?:ERROR: |failed to build: |failed to solve(?: with frontend \S+)?: |target [\w-]+: |rpc error: code = \w+ desc = |failed to (?:build LLB|read dockerfile|create LLB definition|compute cache key|calculate checksum of ref \S+|process "[^"]*"|load cache key|parse|prepare \S+|resolve source metadata for \S+|read \S+): |Error response from daemon: |Service '.*' failed to build : |[\w./:-]+: (?=failed to resolve)|failed to resolve source metadata for \S+: |error building at STEP ".*": )/;

/** The text without what each builder puts before it. */
function bare(text: string): string {
  let rest = text;
  while (wrappers.test(rest)) rest = rest.replace(wrappers, '');
  return rest.replace(/: unknown$/, '').trim();
}

const causes: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^The command '(.*)' returned a non-zero code: (\d+)/, (match) => command(match[1], match[2])],
  [/executor failed running \[(.*)\]: exit code: (\d+)/, (match) => command(match[1], match[2])],
  [/process "(.*)" did not complete successfully: exit code: (\d+)/, (match) => command(match[1], match[2])],
  [/executor failed running \[(.*)\]: runc did not terminate/, (match) => command(match[1], '')],
  [
    /^(?:COPY|ADD) failed: (?:file not found in build context or excluded by \.dockerignore: )?stat \/?(?:var\/lib\/docker\/tmp\/[^/]+\/)?([^:]+): (?:file does not exist|no such file or directory)/,
    (match) => `missing /${match[1]}`,
  ],
  [/"\/?([^"]+)":? not found(?:$|:)/, (match) => `missing /${match[1]}`],
  [
    /(?:dockerfile parse error(?: on)? line (\d+)|Dockerfile:(\d+)).*unknown instruction: (\S+)/i,
    (match) => `line ${match[1] ?? match[2]} unknown instruction ${match[3]}`,
  ],
  [/pull access denied for (\S+?),? repository does not exist/, (match) => `denied ${short(match[1])}`],
  [/pull access denied(?: for (\S+))?, repository does not exist/, (match) => `denied ${short(match[1])}`],
  [
    /manifest for (\S+) not found|([\w./:-]+): (?:not found|manifest unknown)$/,
    (match) => `no image ${short(match[1] ?? match[2])}`,
  ],
];

function command(text: string | undefined, code: string | undefined): string {
  return `command ${(text ?? '').replace(/\s+/g, ' ').trim()} exit ${code ?? ''}`;
}

function short(image: string | undefined): string {
  return (image ?? '')
    .replace(/^docker\.io\//, '')
    .replace(/^library\//, '')
    .replace(/:latest$/, '');
}
