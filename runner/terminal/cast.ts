import { closeSync, openSync, writeSync } from 'node:fs';
import { forTerminal } from '../core/terminal-text.ts';
import type { Output } from './screen.ts';

/**
 * Records what is written to a terminal, with its times, as an asciicast (version 2,
 * https://docs.asciinema.org/manual/asciicast/v2/): a file that asciinema's player plays.
 *
 * @returns the same terminal, recorded, and how to end the recording
 */
export function recorded(
  output: Output & NodeJS.EventEmitter,
  file: string,
  title: string,
): { readonly output: Output; end(): void } {
  const target = openSync(file, 'w', 0o600);
  const startedAt = performance.now();
  const line = (value: unknown) => writeSync(target, `${JSON.stringify(value)}\n`);
  const event = (kind: 'o' | 'r', data: string) =>
    line([Number(((performance.now() - startedAt) / 1000).toFixed(3)), kind, data]);
  line({
    version: 2,
    width: output.columns ?? 80,
    height: output.rows ?? 24,
    timestamp: Math.floor(Date.now() / 1000),
    title,
  });
  const onResize = () => event('r', `${output.columns}x${output.rows}`);
  output.on('resize', onResize);
  return {
    output: {
      get columns() {
        return output.columns ?? 80;
      },
      get rows() {
        return output.rows ?? 24;
      },
      write(text) {
        event('o', forTerminal(text));
        return output.write(text);
      },
    },
    end() {
      output.off('resize', onResize);
      closeSync(target);
    },
  };
}
