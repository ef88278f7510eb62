import { because } from '../../../core/message.ts';
import type { Understanding } from '../../understand.ts';
import { endless, type Parts } from '../effect-parts.ts';
import type { Ends } from '../effects.ts';
import { has, operandsOf, type ProgramTable } from './program-table.ts';

/** Devices that can be read for ever. */
const source = /^(?:if=)?\/dev\/(?:zero|u?random|full)$/;

/** Programs that read their files to the end, and the options that let them stop before. */
const readers: ReadonlyMap<string, readonly string[]> = new Map([
  ...(
    'cat cp md5sum sha1sum sha224sum sha256sum sha384sum sha512sum b2sum cksum sum shasum wc sort grep gzip ' +
    'bzip2 xz base64 strings openssl'
  )
    .split(' ')
    .map((program): [string, readonly string[]] => [program, []]),
  ['od', ['N', 'read-bytes']],
  ['hexdump', ['n']],
  ['xxd', ['l']],
]);

/** A program that is given something to read that has no end: it works in silence until it is stopped. */
export function readingForEver(program: string, args: readonly string[]): Parts {
  const file = args.find((arg) => source.test(arg))?.replace(/^if=/, '');
  const limits = readers.get(program);
  const bounded = program === 'dd' ? args.some((arg) => arg.startsWith('count=')) : limits && has(args, ...limits);
  return file === undefined || bounded !== false ? {} : endless(because('ends-never', { what: file }));
}

/** Nobody sits before the screen for longer. */
const longestWaitSeconds = 300;
const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Programs whose work ends only when they are told how long it is to last. */
export const lastingPrograms: ProgramTable = {
  sleep: (args) => {
    const seconds = operandsOf(args).map((arg) => {
      const [, number = '', unit = 's'] = /^(\d*\.?\d+)([smhd]?)$/.exec(arg) ?? [];
      return /^inf(?:inity)?$/.test(arg) ? Number.POSITIVE_INFINITY : Number(number) * (units[unit || 's'] ?? 1);
    });
    const long = seconds.reduce((sum, each) => sum + each, 0) > longestWaitSeconds;
    return long ? endless(because('ends-long', { what: `sleep ${args.join(' ')}` })) : { silent: true };
  },
  stress: stressing,
  'stress-ng': stressing,
};

function stressing(args: readonly string[]): Parts {
  return has(args, 't', 'timeout', 'version', 'h') ? {} : endless(because('ends-works-on'));
}

/** `while true; do …; done` without a way out, in the foreground. Null where there is none. */
export function endlessLoop(of: Understanding): Ends | null {
  const forever =
    /\b(?:while\s+(?:true|:|sleep\s+[\d.]+|\[\s*(?:1|true)\s*\])|until\s+false|for\s*\(\(\s*;\s*;\s*\)\))\s*;?\s*do\b/;
  if (!forever.test(of.text) || /\b(?:break|exit|head|timeout)\b/.test(of.text)) return null;
  const foreground = of.script.commands.some(({ within, background }) => within.includes('loop') && !background);
  return foreground ? { how: 'endless', reason: because('ends-loop') } : null;
}
