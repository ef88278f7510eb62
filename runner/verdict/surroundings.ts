import { isOf, parseImageName, printersOf, programLikeness, thoseOf, understand, wasGiven } from '../command/index.ts';
import { escaped } from '../core/escaped.ts';
import type { Told } from '../core/message.ts';
import type { Outcome } from '../core/outcome.ts';
import { faultsIn } from '../printed/index.ts';
import type { StepFacts, Subject } from '../world/index.ts';
import type { Evidence } from './evidence.ts';
import type { ToldFault } from './faults.ts';
import { authorsValue } from './readers-part.ts';

/** What of the world around the chapter a failure comes from, as a sentence; null where nothing of it. */
export function surroundingsOf(evidence: Evidence, faults: readonly ToldFault[]): Told | null {
  const { surroundings } = evidence;
  if (!surroundings.engineAnswers && concernsEngine(evidence, faults)) return told('engine-gone', {});
  return (
    ofMemory(evidence) ??
    ofDisk(evidence, faults) ??
    ofLength(evidence) ??
    ofProgram(evidence, faults) ??
    (surroundings.standIn === null ? null : told('stand-in-fault', { why: surroundings.standIn.why })) ??
    ofStandIn(evidence, faults) ??
    ofImage(evidence) ??
    faults.map((one) => ofFault(one, evidence)).find((why) => why !== null) ??
    ofMachine(evidence)
  );
}

/** The kernel ended what would have used more. A container with a limit of its own is the chapter's matter. */
function ofMemory({ step, surroundings: { memoryUsedUp } }: Evidence): Told | null {
  if (memoryUsedUp === null || thoseOf(printersOf(step.text), 'docker').some((printer) => wasGiven(printer, 'memory')))
    return null;
  return told('environment-no-memory', { megabytes: Math.round(memoryUsedUp / 2 ** 20) });
}

/** Without room for an image, what else is said of it counts for nothing. */
function ofDisk({ surroundings }: Evidence, faults: readonly ToldFault[]): Told | null {
  const line = faults.at(-1)?.fault.line;
  return surroundings.diskFull && line !== undefined ? told('environment-no-space', { line }) : null;
}

/** What the chapter shows may be among the lines that were not kept. */
function ofLength({ output, match }: Evidence): Told | null {
  if (output.omittedLines === 0 || match?.verdict !== 'mismatch' || match.reason?.code !== 'missing-line') return null;
  return told('output-too-long', { count: output.omittedLines });
}

/** The command is about the engine, or says that it cannot have it. */
function concernsEngine({ step }: Evidence, faults: readonly ToldFault[]): boolean {
  return (
    ['docker', 'containerd'].some((word) => step.text.includes(word)) ||
    faults.some(({ fault }) => fault.kind === 'no-engine')
  );
}

function told(code: Told['code'], args: Told['args']): Told {
  return { code, args };
}

/** A program that a reader has, on their own machine, or that a reader may lack. In a container it is the image's. */
function ofProgram({ step, surroundings, match }: Evidence, faults: readonly ToldFault[]): Told | null {
  if (step.into !== 'shell') return null;
  const [plugin] = surroundings.missingPlugins;
  if (plugin !== undefined) return told('plugin-lacking', { plugin });
  const shown = match?.verdict === 'mismatch' ? faultsIn(step.expected?.text ?? '') : [];
  const there = shown.find(({ kind, thing }) => kind === 'missing' && thing?.kind === 'program')?.thing;
  if (there != null && faults.length === 0 && !isContained(step.text))
    return told('program-there', { program: there.name });
  const lacking = faults.find(
    ({ fault }) =>
      fault.kind === 'missing' &&
      fault.thing?.kind === 'program' &&
      surroundings.missingPrograms.includes(fault.thing.name) &&
      (!isContained(step.text) || isCalled(fault.thing.name, step.text)) &&
      programLikeness(fault.thing.name) !== 'misspelt',
  );
  return lacking?.fault.thing == null ? null : told('program-lacking', { program: lacking.fault.thing.name });
}

/** Of the programs that every Alpine and BusyBox image has (busybox.net, applets), those that a stand-in may lack. */
const applets = new Set(
  'arp arping base64 bc cal dc dos2unix ether-wake fdisk free fuser hexdump httpd ifconfig ip ipcalc killall less lsof md5sum more mpstat nc netstat nmeter nproc nslookup ntpd od paste patch pgrep pidof ping ping6 pkill pmap printenv ps pstree rev route seq sha1sum sha256sum sha512sum sha3sum shuf sysctl tac telnet time timeout top traceroute traceroute6 tree unix2dos unzip uptime usleep uuencode vi vmstat watch wget whois xxd zcat'.split(
    ' ',
  ),
);

/** What images of Ubuntu up to 14.04 and of CentOS held of the network's and the system's tools; later ones do not. */
const oldTools = new Set('ping ping6 arping ifconfig netstat route arp vi less sudo'.split(' '));

/** Programs that the real images have. */
const richer: readonly { readonly of: RegExp; readonly programs: ReadonlySet<string> }[] = [
  { of: /alpine|busybox/, programs: applets },
  { of: /^ubuntu:1[0-4]\.|^ubuntu:(?:lucid|precise|trusty)|^centos(?::|$)/, programs: oldTools },
];

/** A program that the real image has. */
function ofStandIn({ surroundings }: Evidence, faults: readonly ToldFault[]): Told | null {
  const missing = faults.flatMap(({ fault: { kind, thing } }) =>
    kind === 'missing' && thing?.kind === 'program' ? [thing.name] : [],
  );
  for (const { of, programs } of richer) {
    const image = surroundings.standInsMet.find((name) => of.test(name));
    const program = missing.find((name) => programs.has(name));
    if (image !== undefined && program !== undefined) return told('stand-in-lacks', { image, program });
  }
  return null;
}

/** An image that is nowhere to be had here, but that a reader can pull. */
function ofImage({ output, surroundings }: Evidence): Told | null {
  const complaints = output.text.split('\n').filter((line) => missesImage.test(line));
  const named = surroundings.missingImages.filter((image) => {
    const name = parseImageName(image);
    return name !== null && complaints.some((line) => namesRepository(line, name.repository));
  });
  const wanted = named.find((image) => complaints.some((line) => line.includes(`'${image}'`))) ?? named[0];
  return wanted === undefined ? null : told('image-missing', { image: wanted });
}

const withoutImage: ReadonlySet<Told['code']> = new Set([
  'image-missing',
  'environment-no-registry',
  'environment-no-network',
  'environment-rate-limit',
]);

/** Images that a step needed and could not have, for what surrounds the chapter: whatever else needs them lacks them too. */
export function imagesNotHad({ cause, output }: Outcome, { needs }: Pick<StepFacts, 'needs'>): readonly Subject[] {
  if (cause?.kind !== 'surroundings' || !cause.evidence.some(({ code }) => withoutImage.has(code))) return [];
  const complaints = output?.text.split('\n').filter((line) => missesImage.test(line)) ?? [];
  return needs.filter(({ kind, name }) => {
    const repository = kind === 'image' ? parseImageName(name)?.repository : undefined;
    return repository !== undefined && complaints.some((line) => namesRepository(line, repository));
  });
}

/** Words in which Docker and the builder tell that they cannot have an image. */
export const missesImage =
  /^Unable to find image|not found|does not exist|no such host|manifest unknown|pull access denied|could not be accessed on a registry/i;

function namesRepository(text: string, repository: string): boolean {
  return new RegExp(`(?:^|[\\s/'"])${escaped(repository)}(?=[:,@'"\\s]|$)`).test(text);
}

function ofFault({ fault, thing }: ToldFault, evidence: Evidence): Told | null {
  const { step } = evidence;
  const { kind, line } = fault;
  switch (kind) {
    case 'no-engine':
      return told('environment-no-engine', { line });
    case 'rate-limit':
      return told('environment-rate-limit', { line });
    case 'platform':
      return told('platform-lacking', { line });
    case 'too-small':
      return told('machine-too-small', { line });
    case 'no-space':
      return told('environment-no-space', { line });
    case 'expired':
      return told('environment-expired', { line });
    case 'unresolved':
    case 'unreachable':
    case 'refused':
      // A name or an address of the chapter's own is the chapter's.
      if (thing !== null || isHere(fault.thing?.name ?? '')) return null;
      // Of an address that another reader has, it is no news that nobody answers.
      if (fault.thing === null && authorsValue(evidence) !== null) return null;
      return told(
        ['registry', 'docker.io', 'ghcr.io', 'quay.io'].some((word) => line.includes(word))
          ? 'environment-no-registry'
          : 'environment-no-network',
        { line },
      );
    case 'no-image':
      return fault.thing !== null && /\.\w+(?::\d+)?\//.test(fault.thing.name)
        ? told('environment-no-registry', { line })
        : null;
    case 'missing': {
      const name = fault.thing?.name ?? '';
      // A reader's machine has other packages, and lists of them; a container has what its image gives it.
      if (fault.thing?.kind === 'package' && step.into === 'shell' && !isContained(step.text))
        return told('package-lacking', { package: name });
      // A machine's network devices bear other names; those that the chapter makes itself are its own.
      if (fault.thing?.kind === 'device' && thing !== null && !evidence.world.isMade(thing))
        return told('device-lacking', { device: name });
      if (fault.thing?.kind === 'user' && step.into === 'shell' && !isContained(step.text))
        return told('user-lacking', { user: name });
      if (name.startsWith('/dev/')) return told('device-lacking', { device: name.replace(/:.*/, '') });
      return null;
    }
    case 'read-only':
    case 'denied':
      // A container may not do that on any machine, but for one with --privileged.
      return ['/proc/sys', 'sysctl'].some((word) => line.includes(word)) &&
        step.into === 'shell' &&
        !isUnprivileged(step.text)
        ? told('environment-kernel-setting', { line })
        : null;
    default:
      return null;
  }
}

function isCalled(program: string, command: string): boolean {
  return understand(command).calls.some((call) => call.program === program);
}

function isContained(command: string): boolean {
  return isOf(printersOf(command), 'docker');
}

/** It has a container do it, and gives that no rights of the host. */
function isUnprivileged(command: string): boolean {
  return thoseOf(printersOf(command), 'docker').some((printer) => !wasGiven(printer, 'privileged'));
}

function isHere(name: string): boolean {
  return name === '' ? false : /^(?:localhost|127\.|0\.0\.0\.0|\[?::1)/.test(name) || !/[.:]/.test(name);
}

const noServiceManager =
  /System has not been booted with systemd|No journal files were (?:found|opened)|Failed to connect to bus|Unit \S+ (?:could not be found|not found)|systemctl: command not found/;
/** A unit that systemd made of a script of the old kind: the engine's own comes so, too. */
const generated = /Loaded: loaded \(\/etc\/init\.d\/\S+; generated\)/;
const kernelSetting = /^sysctl: (?:permission denied on key|(?:error )?setting key ['"].*['"]: Read-only file system)/m;
/** What root does on a machine of its own, and root of a user namespace may not. A container may make devices anywhere. */
const refusesDevice = /^mknod: .*not permitted/im;
const kernelsRoot =
  /^(?:mount|losetup|swapon|swapoff|date|dmesg|hwclock|modprobe|insmod): .*(?:not permitted|permission denied|set up loop device|find an unused loop device)/i;

function ofMachine({ output, step }: Evidence): Told | null {
  const line = (pattern: RegExp, own: string | null = null) =>
    output.text
      .split('\n')
      .find((one) => pattern.test(one) && (own === null || !one.includes(own)))
      ?.trim() ?? null;
  const made = line(refusesDevice);
  if (made !== null) return told('environment-kernel-root', { line: made });
  if (step.into !== 'shell' || isUnprivileged(step.text)) return null;
  const manager = line(noServiceManager) ?? line(generated, '/init.d/docker;');
  if (manager !== null) return told('service-manager-lacking', { line: manager });
  const device = /(\/dev\/\w+): Can't lookup blockdev|special device (\/dev\/\w+) does not exist/.exec(output.text);
  if (device !== null) return told('device-lacking', { device: device[1] ?? device[2] ?? '' });
  const setting = line(kernelSetting);
  if (setting !== null) return told('environment-kernel-setting', { line: setting });
  const refused = line(kernelsRoot);
  return refused === null ? null : told('environment-kernel-root', { line: refused });
}
