import { type Phrase, phrases } from '../../printed/index.ts';

function like(...list: readonly Phrase[]): (line: string) => boolean {
  const read = phrases(list);
  return (line) => read(line) !== null;
}

/** What a line in the log of BuildKit is, besides what its steps print: of any generation, in either display. */
export const is = {
  /** The log begins. */
  start: like(
    ' [+] Building <n>',
    '#<n> {[|building with|resolve image|DONE|transferring}',
    '{ |}=> {CACHED |ERROR |}[',
  ),
  /** Of the plain display, of a terminal's, of either. */
  plain: like('#<n> ', '(Reading database '),
  terminal: like(' =>', ' [+] {Building|build} '),
  vertex: like('#<n> ', ' => '),
  finished: like(' [+] Building …FINISHED'),
  /** What BuildKit itself says of a step; all else is what the step has printed. */
  ofVertex: like('{DONE|ERROR|CANCELED|CACHED|sha256:|extracting|resolve |[}', '...$'),
  /** It tells that the build failed, or begins what is told of that; with it the telling ends. */
  failure: like('{ERROR|executor|failed|target}'),
  failureStart: like(' > [', 'ERROR: ', 'executor failed', 'failed to', 'target '),
  failureEnd: like('{ERROR: |executor failed|failed to |target <word>: failed|Error response|Service }'),
  /** Around the excerpts: a rule, and where in the Dockerfile it is. */
  rule: like('---{<signs>|}$'),
  placeInFile: like('{<path>|<name>}:<n>$'),
  /** Behind the log: warnings, and where to look. */
  trailer: like(' <n> warning{s|} found', '<blanks>- <letters>: ', 'View build details'),
  advice: like("What's {N|n}ext", '<blanks>View a summary'),
} as const;
