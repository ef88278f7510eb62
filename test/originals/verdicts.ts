/** What a careful person, typing the chapter on a fresh Docker 28, would say of each step. */
export interface HandVerdict {
  readonly line: number;
  /** Status, and the codes of what is said of it. */
  readonly verdict: string;
  /** Why, where it is not simply right. */
  readonly why?: string;
}

const passed = (...lines: number[]): HandVerdict[] => lines.map((line) => ({ line, verdict: 'passed' }));

/** By file name and line. */
export const verdicts: Readonly<Record<string, readonly HandVerdict[]>> = {
  'diamol-ch03-images.md': [
    ...passed(15, 22, 29, 30, 36),
    { line: 79, verdict: 'skipped nobody-makes', why: 'app.js is in the author’s repository, not in the chapter' },
    { line: 99, verdict: 'skipped step-depends', why: 'no image, no history' },
    {
      line: 134,
      verdict: 'broken follows-unmade',
      why: 'one image of the list was not built for want of app.js',
    },
    ...passed(149, 185, 186, 187, 188, 189),
  ],
  'docker-part4-dockerfile.md': [
    ...passed(229),
    { line: 331, verdict: 'skipped step-skipped', why: 'myimage is never built before' },
    { line: 372, verdict: 'skipped step-skipped', why: 'myimage is never built before' },
    { line: 496, verdict: 'skipped step-skipped', why: 'myimage is never built before' },
    { line: 499, verdict: 'skipped step-skipped', why: 'myimage is never built before' },
    ...passed(558, 564, 581, 613, 641, 655, 658, 680),
    { line: 709, verdict: 'skipped nobody-makes', why: 'main.go is in the author’s project, not in the chapter' },
    { line: 710, verdict: 'broken follows-unmade', why: 'the image that it lists could not be built' },
    { line: 726, verdict: 'skipped nobody-makes', why: 'the Dockerfile still copies main.go' },
    ...passed(739, 791, 798, 799, 800, 801, 807),
    { line: 819, verdict: 'failed step-mismatch', why: 'a list filtered by myubuntu cannot show ubuntu' },
    { line: 833, verdict: 'broken stand-in-fault', why: 'the rows that differ are those of the base image' },
    ...passed(882, 883, 886),
    { line: 889, verdict: 'failed step-mismatch', why: 'the file is made with mode 0600' },
    ...passed(914, 923, 968),
    { line: 971, verdict: 'failed step-failed', why: 'redis:alpine was never pulled' },
    { line: 974, verdict: 'passed', why: 'owner, size and time are another machine’s' },
    { line: 999, verdict: 'failed step-failed', why: 'a container still uses the image' },
    ...passed(1002),
    { line: 1077, verdict: 'failed step-mismatch', why: 'the WORKDIR layer is left out of the history' },
    ...passed(1141),
    { line: 1182, verdict: 'skipped nobody-makes', why: 'package.json is in the author’s project, not in the chapter' },
    { line: 1185, verdict: 'skipped nobody-makes', why: 'package.json is in the author’s project, not in the chapter' },
    ...passed(1193, 1234),
  ],
};
