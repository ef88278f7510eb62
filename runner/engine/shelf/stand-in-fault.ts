import { imagesIn, isOf, type Printer, printersOf, thoseOf, wasGiven } from '../../command/index.ts';
import { type Locale, wording } from '../../core/message.ts';
import type { MessageCode } from '../../core/messages/index.ts';
import { faultsIn } from '../../printed/index.ts';
import type { Lack } from './recipe.ts';
import { type ImageRecord, readStandIns } from './records.ts';

/** What is known of a step when it is asked whether a stand-in is to blame for its result. */
export interface StandInEvidence {
  /** References of the stand-ins that the step may have met. */
  readonly images: readonly string[];
  /** As typed. */
  readonly command: string;
  readonly output: string;
  /** Lines of the output that are not as in the chapter. */
  readonly differing?: readonly string[];
  readonly locale?: Locale;
}

/** Why a result hangs on what a stand-in is not. */
export interface StandInFault {
  /** As a sentence. */
  readonly why: string;
  /** It does also where the step has gone well: what it looked at, or passed over, is not there. */
  readonly always: boolean;
}

/** A sign, in what was typed or in what came out, that a result hangs on what a stand-in lacks. */
interface Sign {
  readonly code: MessageCode;
  readonly command?: (printers: readonly Printer[], text: string) => boolean;
  readonly output?: RegExp;
  /** What the output says is missing: a program or package of one of these names, or any package where it is empty. */
  readonly missing?: readonly string[];
  readonly always?: true;
  /** Only for images of these names. */
  readonly of?: RegExp;
  /** Only where the command itself names the image. */
  readonly named?: true;
}

/**
 * Signs, as busybox 1.35, dash, bash, runc 1.1 to 1.3, apt 2.6 and 3.0, pip 23 to 25, Go 1.19 to 1.24, javac 17 and 21
 * and npm print them.
 */
const signs: Readonly<Record<Lack, readonly Sign[]>> = {
  apk: [
    {
      code: 'stand-in-apk',
      command: (printers) =>
        isOf(printers, 'apk') ||
        thoseOf(printers, 'which', 'type').some(({ operands }) => operands.includes('apk')) ||
        printers.some(({ operands }) => operands.some((word) => /^\/(?:etc|lib|sbin)\/apk\b/.test(word))),
    },
    {
      code: 'stand-in-apk',
      always: true,
      missing: ['apk', '/sbin/apk'],
    },
  ],
  distribution: [
    {
      code: 'stand-in-distribution',
      always: true,
      command: (_printers, text) =>
        /\b(?:os-release|lsb[_-]release|alpine-release|debian_version|redhat-release|hostnamectl)\b|\/etc\/issue\b/.test(
          text,
        ),
    },
    { code: 'stand-in-distribution', always: true, output: /tutor stand-in/ },
  ],
  packages: [
    {
      code: 'stand-in-packages',
      output: /^(?:#\d+ [\d.]+ )?E: /m,
      missing: [],
    },
    { code: 'stand-in-packages', missing: ['add-apt-repository'] },
    {
      code: 'stand-in-packages',
      command: (printers, text) => isOf(printers, ...packageQueries) || text.includes('sources.list'),
    },
    // The originals are of a distribution with that package manager.
    {
      code: 'stand-in-packages',
      of: /^(?:mysql|maven|openjdk)\b/,
      missing: ['microdnf', 'dnf', 'yum'],
    },
    { code: 'stand-in-packages', named: true, command: (printers) => printers.some(asksItsVersion) },
  ],
  version: [
    {
      code: 'stand-in-version',
      output:
        /go\.mod requires go >= |requires a different Python|Requires-Python|requires Python '|error: (?:release version|invalid target release:?) \d+|Fatal error compiling: .*(?:release version|target release)|is incompatible with this module|has been compiled by a more recent version of the Java Runtime/,
    },
  ],
};

const packageQueries = [
  ...['add-apt-repository', 'apt-cache', 'dpkg', 'dpkg-query'],
  ...['apt list', 'apt show', 'apt policy', 'apt search'],
];

function asksItsVersion(printer: Printer): boolean {
  return printer.where === 'inside' && wasGiven(printer, 'version', 'V');
}

/**
 * Tells whether a step's result hangs on what a stand-in is not: its package manager, its distribution, its packages,
 * its version. Such a step says nothing about the chapter.
 */
export function standInFault(evidence: StandInEvidence): StandInFault | null {
  const known = metBy(evidence);
  const faults = lacks.flatMap((lack) => {
    const lacking = known.filter((one) => one.lacks.includes(lack));
    return signs[lack].flatMap((sign) => faultOf(sign, lacking, evidence) ?? []);
  });
  return faults.find(({ always }) => always) ?? faults[0] ?? versionShown(known, evidence);
}

const lacks = ['apk', 'packages', 'version', 'distribution'] as const;

/** What `docker run` names is what it runs; any other command may meet them all. */
function metBy({ images, command }: StandInEvidence): readonly ImageRecord[] {
  const all = readStandIns().filter(({ reference }) => images.includes(reference));
  const run = isOf(printersOf(command), 'docker container run')
    ? all.filter(({ reference }) => names(command, reference))
    : [];
  return run.length > 0 ? run : all;
}

type Known = Pick<ImageRecord, 'reference' | 'builtFrom'>;

function faultOf(sign: Sign, lacking: readonly Known[], evidence: StandInEvidence): StandInFault | null {
  const { command, output } = evidence;
  if (!sign.command?.(printersOf(command), command) && !showsLack(sign, output)) return null;
  const candidates = lacking.filter(
    ({ reference }) => (sign.of?.test(reference) ?? true) && (!sign.named || names(command, reference)),
  );
  const image = likeliest(candidates, command, output);
  return image === undefined ? null : { why: sentence(sign.code, image, evidence), always: sign.always ?? false };
}

function showsLack(sign: Sign, output: string): boolean {
  const { missing } = sign;
  if (missing === undefined) return sign.output?.test(output) ?? false;
  if (sign.output?.test(output) === false) return false;
  const things = faultsIn(output).flatMap(({ kind, thing }) => (kind === 'missing' && thing !== null ? [thing] : []));
  return things.some(({ kind, name }) => (missing.length > 0 ? missing.includes(name) : kind === 'package'));
}

/** What differs from the chapter shows the version that the stand-in was built from. */
function versionShown(known: readonly Known[], evidence: StandInEvidence): StandInFault | null {
  const shown = known.filter(({ builtFrom }) =>
    (builtFrom ?? '')
      .replace(/Debian \d+/, '')
      .match(/\d+(?:\.\d+)*/g)
      ?.some((version) => evidence.differing?.some((line) => versionPattern(version).test(line))),
  );
  const image = likeliest(shown, evidence.command, evidence.output);
  return image === undefined ? null : { why: sentence('stand-in-version', image, evidence), always: false };
}

/** `3.11` in "3.11.2", "go3.11" and "(3, 11)"; a single number only with more of the version behind it. */
function versionPattern(version: string): RegExp {
  const parts = version.split('.');
  return parts.length > 1
    ? new RegExp(`(?<![\\d.])${parts.join('[., ]+')}(?!\\d)`)
    : new RegExp(`(?<![\\d.])${version}\\.\\d`);
}

/** The stand-in that the command or its output names, else any. */
function likeliest(candidates: readonly Known[], command: string, output: string): Known | undefined {
  return (
    candidates.find(({ reference }) => names(command, reference)) ??
    candidates.find(({ reference }) => names(output, reference)) ??
    candidates[0]
  );
}

function names(text: string, reference: string): boolean {
  return imagesIn(text).some(({ canonical }) => canonical === reference);
}

function sentence(code: MessageCode, { reference, builtFrom }: Known, { locale = 'en' }: StandInEvidence): string {
  return wording({ code, args: { reference, builtFrom: builtFrom ?? '' } }, locale);
}
