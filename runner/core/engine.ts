/** A Docker Engine and the machine around it, as the session and the pipeline see it. */

export const generations = [20, 26, 28, 29] as const;
export type Generation = (typeof generations)[number];

export type EngineSpec =
  | {
      readonly kind: 'host';
      /** Places of engines of which any will do: `ssh://me@server`, `context:build1`; absent: what `docker` reaches. */
      readonly at?: readonly string[];
    }
  | { readonly kind: 'sandbox'; readonly generation: Generation }
  | { readonly kind: 'dind'; readonly generation: Generation };

/** How to start an interactive bash on the engine's machine: arguments for a pty. */
export interface ShellCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Folder of this machine in which the pty is started. */
  readonly cwd: string;
}

export interface ExecOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

export interface ExecResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** All that another process needs to use a running sandbox. */
export interface SandboxHandle {
  readonly kind: 'sandbox';
  readonly id: string;
  readonly generation: Generation;
  /** The sandbox's first process, as this machine counts processes. */
  readonly pid: number;
  readonly dockerVersion: string;
  /** Control-group files that whoever enters writes itself to. */
  readonly procs: readonly string[];
  /** Environment variables of its shells: the proxies of this machine. */
  readonly variables: Readonly<Record<string, string>>;
  readonly standIns: readonly string[];
}

/** All that another process needs to use the host's own engine. */
export interface HostHandle {
  readonly kind: 'host';
  readonly id: string;
  /** Where it is: `ssh://me@server`, `context:build1`; absent: what `docker` reaches. */
  readonly at?: string;
  readonly dockerVersion: string;
  readonly home: string;
}

/** All that another process needs to use a Docker Engine that runs in a container of the host's engine. */
export interface DindHandle {
  readonly kind: 'dind';
  readonly id: string;
  readonly generation: Generation;
  readonly container: string;
  readonly dockerVersion: string;
  /** Where the outer engine listens, and the variables with which its client finds it. */
  readonly endpoint: { readonly host: string; readonly env: Readonly<Record<string, string>> };
}

/** Plain JSON from which another process (a test worker) makes an `Engine` that it does not own. */
export type EngineHandle = SandboxHandle | HostHandle | DindHandle;

/** An engine that answers. */
export interface Engine {
  readonly handle: EngineHandle;
  /** `sandbox:28`, `dind:28`, `host`, `context:build1`. */
  readonly name: string;
  readonly spec: EngineSpec;
  /** As `docker version` says of the server. */
  readonly dockerVersion: string;
  /** HOME of the session, on the engine's machine. */
  readonly home: string;
  /** Folder on the engine's machine into which the chapter's repository is copied. */
  readonly workspace: string;
  /** References of the images (`ubuntu:20.04`) that are stand-ins from the shelf when this engine pulls them. */
  readonly standIns: readonly string[];
  /**
   * The shell for a session. `rcFile` is bash source with which the session sets its marks; it is written where the
   * shell can read it and given by `--rcfile`.
   */
  shell(options: { readonly rc: string; readonly cwd: string }): Promise<ShellCommand>;
  /** Runs a program beside the session, without a terminal. Never throws for a non-zero exit. */
  exec(argv: readonly string[], options?: ExecOptions): Promise<ExecResult>;
  /**
   * Reaches a port on which something listens there: a program whose standard streams are a connection to it. Null
   * where its ports are this machine's own.
   */
  connection(port: number): ShellCommand | null;
  /** Copies a folder of this machine onto the engine's machine. */
  copyIn(from: string, to: string): Promise<void>;
  /** Bytes of memory that it may use, where all of them were in use at some time; null elsewhere. */
  memoryUsedUp(): Promise<number | null>;
  /** Whether dockerd still answers. */
  alive(): Promise<boolean>;
  /** Removes everything that this engine and its run made. Safe to call twice. */
  stop(): Promise<void>;
  /** Where it is the user's own: what is theirs to decide before it is stopped. Absent elsewhere. */
  readonly own?: OwnEngine;
}

/** An engine that goes on after the run, and on which something may be left. */
export interface OwnEngine {
  /** What the run made there and `stop` removes. */
  made(): Promise<readonly MadeThing[]>;
  /** Leaves it there, until `tutor clean`. */
  leave(): void;
}

/** Something that a run made, by the name that its engine knows it by. */
export interface MadeThing {
  readonly kind: 'container' | 'image' | 'volume' | 'network';
  readonly name: string;
}
