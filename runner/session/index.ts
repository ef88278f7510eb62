/**
 * The terminal in which a chapter's commands are typed.
 *
 * `session.ts` holds a terminal and puts another in its place where a step has lost it. `way.ts` says into which open
 * program a step goes, `step-run.ts` types it line by line, `watch.ts` says what has become of a line: its prompt is
 * back (`marks.ts`, `shell-rc.ts`, `inner-marks.ts`), a program was opened (`prompt-text.ts`), it asks, it runs on
 * (`runs-on.ts`), it fills the screen (`full-screen.ts`, `pages.ts`). `retry.ts` types a step again while a server is not
 * ready. `capture.ts` makes text of what was shown, on an emulated screen (`screen.ts`) where the cursor moved.
 */
export { Screen } from './screen.ts';
export { masked, Secrets } from './secrets.ts';
export { openSession } from './session.ts';
export type { Attended, HandOver, OpenProgram, Session, SessionOptions, StepRequest } from './types.ts';
