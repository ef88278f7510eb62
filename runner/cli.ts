import process from 'node:process';
import { main } from './commands/main.ts';

// No `await`: the bundle is a script, which has none at its top.
void main(process).then((exitCode) => {
  process.exitCode = exitCode;
});
