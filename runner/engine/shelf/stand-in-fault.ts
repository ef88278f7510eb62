import { type Locale, wording } from '../../core/message.ts';
import type { MessageCode } from '../../core/messages/index.ts';
import type { Lack } from './recipe.ts';
import { readStandIns } from './records.ts';

/** What is known of a step when it is asked whether a stand-in is to blame for its result. */
export interface StandInEvidence {
  /** References of the stand-ins that the step may have met. */
  readonly images: readonly string[];
  /** As typed. */
  readonly command: string;
  readonly output: string;
  readonly locale?: Locale;
}

/** A sign, in what was typed or in what came out, that a result hangs on what a stand-in lacks. */
interface Sign {
  readonly code: MessageCode;
  readonly command?: RegExp;
  readonly output?: RegExp;
}

/**
 * Signs, as busybox 1.35, dash, bash, runc 1.1 to 1.3, apt 2.6 and 3.0, pip 23 to 25, Go 1.19 to 1.24, javac 17 and 21
 * and npm print them.
 */
const signs: Readonly<Record<Lack, readonly Sign[]>> = {
  apk: [
    {
      code: 'stand-in-apk',
      output:
        /\bapk: (?:command )?not found|exec: "(?:\/sbin\/)?apk": (?:executable file not found|no such file)|stat \/sbin\/apk: no such file/,
    },
  ],
  distribution: [
    {
      code: 'stand-in-distribution',
      command:
        /\b(?:os-release|lsb[_-]release|alpine-release|debian_version|redhat-release|hostnamectl)\b|\/etc\/issue\b/,
    },
    { code: 'stand-in-distribution', output: /tutor stand-in/ },
  ],
  packages: [
    {
      code: 'stand-in-packages',
      output:
        /^(?:#\d+ [\d.]+ )?E: (?:Unable to locate package|Package '.*' has no installation candidate|Version '.*' for '.*' was not found|Couldn't find any package by)|add-apt-repository: (?:command )?not found/m,
    },
    { code: 'stand-in-packages', command: /\badd-apt-repository\b|\bppa:/ },
  ],
  version: [
    {
      code: 'stand-in-version',
      output:
        /go\.mod requires go >= |requires a different Python|Requires-Python|requires Python '|error: (?:release version|invalid target release:?) \d+|Fatal error compiling: .*(?:release version|target release)|is incompatible with this module|has been compiled by a more recent version of the Java Runtime/,
    },
  ],
};

/**
 * Tells whether a step's result hangs on what a stand-in is not: its package manager, its distribution, its packages,
 * its version. Such a step says nothing about the chapter.
 *
 * @returns a sentence with the reason, or null
 */
export function standInFault({ images, command, output, locale = 'en' }: StandInEvidence): string | null {
  const known = readStandIns().filter(({ reference }) => images.includes(reference));
  for (const lack of ['apk', 'packages', 'version', 'distribution'] as const) {
    const sign = signs[lack].find((one) => one.command?.test(command) || one.output?.test(output));
    if (sign === undefined) continue;
    const image = likeliest(
      known.filter(({ lacks }) => lacks.includes(lack)),
      `${command}\n${output}`,
    );
    if (image !== undefined) return wording({ code: sign.code, args: image }, locale);
  }
  return null;
}

/** The stand-in that the command or its output names, else any. */
function likeliest<T extends { readonly reference: string; readonly builtFrom: string | null }>(
  candidates: readonly T[],
  text: string,
): { readonly reference: string; readonly builtFrom: string } | undefined {
  const named = candidates.find(({ reference }) => text.includes(reference.replace(/:latest$/, '')));
  const chosen = named ?? candidates[0];
  return chosen && { reference: chosen.reference, builtFrom: chosen.builtFrom ?? '' };
}
