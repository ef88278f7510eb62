import type { Message, MessageArgs, Told } from '../core/message.ts';
import type { MessageCode } from '../core/messages/index.ts';

/** What was found out about a machine. */
export interface MachineFacts {
  readonly system: 'linux' | 'mac' | 'wsl';
  readonly isRoot: boolean;
  /** The version of the engine that `docker` reaches, or why it reaches none. */
  readonly engine: { readonly version: string } | 'no-client' | 'denied' | 'silent';
  /** Throw-away hosts: prepared, to be prepared, or why they cannot be made. */
  readonly sandbox: 'ready' | 'possible' | Message;
  readonly freeGigabytes: number;
  readonly folder: string;
  readonly hubAnswers: boolean;
  /** The learner's editor; null where none is set. */
  readonly editor: string | null;
}

/** What was found about one thing, and what to do where it is not as it should be. */
export interface Finding {
  readonly good: boolean;
  readonly told: Told;
  readonly remedy: Told | null;
}

/** Below this a chapter's images may not fit; a sandbox takes about a third of it. */
const enoughGigabytes = 3;

/** What of a machine a chapter needs: the engine, throw-away hosts, space, the network, the editor, each with its remedy. */
export function diagnose(facts: MachineFacts): readonly Finding[] {
  return [engineOf(facts), sandboxOf(facts), spaceOf(facts), networkOf(facts), editorOf(facts)];
}

/** Whether a chapter can be run: one engine is enough. */
export function canRun({ engine, sandbox }: MachineFacts): boolean {
  return typeof engine === 'object' || sandbox === 'ready' || sandbox === 'possible';
}

function engineOf({ engine, system }: MachineFacts): Finding {
  if (typeof engine === 'object') return fine('doctor-engine', engine);
  if (engine === 'no-client') return wanting('doctor-no-client', {}, installation[system]);
  if (engine === 'denied' && system !== 'mac') return wanting('doctor-no-engine', {}, 'doctor-join-group');
  return wanting('doctor-no-engine', {}, start[system]);
}

const installation = {
  linux: 'doctor-install-engine',
  mac: 'doctor-install-desktop',
  wsl: 'doctor-install-wsl',
} as const satisfies Record<MachineFacts['system'], MessageCode>;
const start = {
  linux: 'doctor-start-service',
  mac: 'doctor-start-desktop',
  wsl: 'doctor-start-wsl',
} as const satisfies Record<MachineFacts['system'], MessageCode>;

function sandboxOf({ sandbox, system, isRoot }: MachineFacts): Finding {
  if (sandbox === 'ready') return fine('doctor-sandbox-ready', {});
  if (sandbox === 'possible')
    return { good: true, told: told('doctor-sandbox-possible'), remedy: told('doctor-prepare-sandbox') };
  if (system === 'mac') return wanting('doctor-no-sandbox', {}, 'doctor-sandbox-dind');
  if (!isRoot) return wanting('doctor-no-sandbox', {}, 'doctor-sandbox-root');
  return { good: false, told: told('doctor-no-sandbox'), remedy: sandbox };
}

function spaceOf({ freeGigabytes: free, folder }: MachineFacts): Finding {
  return free >= enoughGigabytes
    ? fine('doctor-space', { free, folder })
    : wanting('doctor-space', { free, folder }, 'doctor-make-space');
}

/** Stand-ins are for throw-away hosts: an engine of one's own has only what it has pulled already. */
function networkOf({ hubAnswers, sandbox }: MachineFacts): Finding {
  if (hubAnswers) return fine('doctor-hub', {});
  const isPossible = sandbox === 'ready' || sandbox === 'possible';
  return wanting('doctor-no-hub', {}, isPossible ? 'doctor-stand-ins' : 'doctor-reach-hub');
}

function editorOf({ editor }: MachineFacts): Finding {
  return editor === null ? fine('doctor-no-editor', {}) : fine('doctor-editor', { name: editor });
}

function fine(code: MessageCode, args: MessageArgs): Finding {
  return { good: true, told: { code, args }, remedy: null };
}

function wanting(code: MessageCode, args: MessageArgs, remedy: MessageCode): Finding {
  return { good: false, told: { code, args }, remedy: told(remedy) };
}

function told(code: MessageCode): Told {
  return { code, args: {} };
}
