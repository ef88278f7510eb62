/**
 * A terminal within the terminal whose output arrives in crumbs: `node choppy-relay.mjs SEED FILE ARGUMENT…` runs a
 * program on a pty of its own and hands on what it prints cut at any byte, with pauses, as a slow line would.
 */
import { writeSync } from 'node:fs';
import { spawn } from '@lydell/node-pty';

const [seed = '1', file = 'true', ...args] = process.argv.slice(2);
const wait = new Int32Array(new SharedArrayBuffer(4));
let state = Number(seed) || 1;

/** Park and Miller's generator: the same cuts for the same seed. */
function below(limit) {
  state = (state * 48_271) % 2_147_483_647;
  return state % limit;
}

const pty = spawn(file, args, { cols: 120, rows: 50, name: 'xterm-256color', cwd: process.cwd(), encoding: null });
process.stdin.setRawMode(true);
process.stdin.on('data', (data) => pty.write(data.toString('utf8')));
pty.onData((data) => {
  for (let from = 0; from < data.length; ) {
    const length = 1 + below(below(4) === 0 ? 200 : 9);
    writeSync(1, data.subarray(from, from + length));
    from += length;
    Atomics.wait(wait, 0, 0, 1);
  }
});
pty.onExit(({ exitCode }) => process.exit(exitCode));
