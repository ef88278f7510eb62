#!/usr/bin/env node
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { type Digests, runCached } from './code-cache.ts';
import { version } from './core/version.ts';
import type * as program from './program.ts';

/** Of what the build has made of `program.ts` and of the page; filled in by the build. */
declare const bundleDigests: Digests;

const [first = 'help', ...others] = process.argv.slice(2);
if (first === '--version' && others.length === 0) {
  // Answered before the program is read: editors and scripts ask this many times.
  process.stdout.write(`${version}\n`);
} else if (process.env.TUTOR_DEBUG) {
  // Loaded by Node.js itself, so that a trace and a debugger know the files it was made of.
  process.setSourceMapsEnabled(true);
  start(createRequire(import.meta.url)('./tutor.cjs'));
} else {
  // Between its interpreter and its best compiler Node.js 20 has no other one: most verbs end before that has paid off.
  if (process.version.startsWith('v20.')) setFlagsFromString('--interrupt-budget=1000000');
  const running = runCached(new URL('tutor.cjs', import.meta.url), bundleDigests, first);
  // Wrong usage has seen nothing of the program.
  process.once('exit', (exitCode) => exitCode === 2 || running.keep());
  start(running.exports);
}

function start(exports: unknown): void {
  void (exports as typeof program).main(process).then((exitCode) => {
    process.exitCode = exitCode;
  });
}
