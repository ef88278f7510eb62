import type { Told } from '../../core/message.ts';
import type { ImageName } from '../docker/image-name.ts';

export type ThingKind =
  /** `docker inspect X`: a container, an image, a volume, … */
  | 'object'
  | 'container'
  | 'image'
  | 'volume'
  | 'network'
  | 'file'
  | 'folder'
  | 'service'
  | 'stack'
  | 'swarm'
  | 'node'
  | 'secret'
  | 'config'
  | 'context'
  | 'project'
  | 'machine'
  | 'builder'
  | 'plugin'
  /** A network device of the machine. */
  | 'device'
  | 'variable'
  | 'package'
  /** The git repository that a shell's folder lies in. */
  | 'repository';

/** Something that a command makes, needs or destroys. */
export interface Thing {
  readonly kind: ThingKind;
  /** As written (`web`, `5e4f3a2b`, `app:v2`, `./data`); null where Docker chooses it or it stands for several. */
  readonly name: string | null;
}

/** What the reader is in after the command. */
export interface Opens {
  readonly into: 'container' | 'repl' | 'shell' | 'editor' | 'pager';
  /** Name of the program (`bash`, `sh`, `mysql`, `psql`, `python`, `node`, `redis-cli`, `mongosh`, `vi`, …); `unknown` where the image decides. */
  readonly program: string;
  /** Its lines are shell commands. Null where the image decides. */
  readonly shellLike: boolean | null;
  /** Name of the container, where it is one and known. */
  readonly container: string | null;
}

export interface Ends {
  readonly how: 'ends' | 'endless' | 'unknown';
  /** Why, for a reader. Null for `ends`. */
  readonly reason: Told | null;
}

/** A well-known form of output. */
export type KnownOutput =
  | {
      readonly form: 'table';
      /** Canonical verb that prints it: `image ls`, `container ls`, `compose ps`, … */
      readonly table: string;
      /** Not everything is listed: an operand, `--filter`, `grep`, `head`, … */
      readonly filtered: boolean;
      /** Value of `--format`. */
      readonly format: string | null;
      /** `-q`: IDs only. */
      readonly quiet: boolean;
    }
  | { readonly form: 'log'; readonly log: LogKind }
  | { readonly form: 'json' }
  | { readonly form: 'yaml' }
  /** Only an identifier: `docker run -d`, `docker create`, `docker commit`. */
  | { readonly form: 'id' }
  /** The names that were given, one a line: `docker rm a b`. None listed where they are known only when run. */
  | { readonly form: 'names'; readonly names: readonly string[] };

export type LogKind =
  | 'build'
  | 'pull'
  | 'push'
  | 'load'
  | 'run'
  | 'compose-up'
  | 'compose-down'
  | 'compose-build'
  | 'compose-pull'
  | 'prune'
  | 'image-rm'
  | 'version'
  | 'info'
  | 'swarm-init'
  | 'apt'
  | 'apk'
  | 'yum'
  | 'pip'
  | 'npm'
  | 'mvn'
  | 'gradle'
  | 'go'
  | 'git'
  | 'curl'
  | 'wget'
  | 'ping';

/** A server that the command talks to. */
export interface Contact {
  /** As written; empty where a client takes its default: the server in the same place. */
  readonly host: string;
  /** Null where the protocol has none (ping) or it cannot be known. */
  readonly port: number | null;
}

/** A volume or a folder of the host in a container. */
export interface Mount {
  /** Name of a volume or path on the host, as written; null for an anonymous volume. */
  readonly source: string | null;
  readonly target: string;
  readonly type: 'bind' | 'volume' | 'tmpfs';
}

export interface Publish {
  /** Null: chosen by Docker. */
  readonly hostPort: string | null;
  readonly containerPort: string;
  readonly address: string | null;
  readonly protocol: string;
}

/** What a command line does, as far as its text tells. */
export interface Effects {
  readonly makes: readonly Thing[];
  readonly destroys: readonly Thing[];
  readonly needs: readonly Thing[];
  /** Containers and services that run afterwards. */
  readonly starts: readonly Thing[];
  readonly stops: readonly Thing[];
  /** Images fetched from a registry, where not there yet (`run`) or always (`pull`). */
  readonly pulls: readonly ImageName[];
  readonly pushes: readonly ImageName[];
  readonly opens: Opens | null;
  /** What waits in the container that it makes for somebody who attaches to it: `run -itd … sh`. */
  readonly keeps: Opens | null;
  readonly ends: Ends;
  /** It asks a question; what. Null where it does not. */
  readonly asks: string | null;
  /** It may delete or stop what the chapter did not make; how. */
  readonly destructive: Told | null;
  /** Folder it changes to (`cd X`), as written; `~` for a bare `cd`. */
  readonly changesFolder: string | null;
  /** It leaves the shell it is typed into. */
  readonly leaves: boolean;
  /** Files and folders written or made, as written. */
  readonly writesFiles: readonly string[];
  /** Content of the files that a heredoc, `echo` or `printf` writes. */
  readonly writesContent: readonly { readonly path: string; readonly content: string; readonly append: boolean }[];
  /** It takes files out of an archive, of which only a run can tell the names. */
  readonly unpacks: boolean;
  /** Files and folders of the reader that must be there, as written. */
  readonly readsFiles: readonly string[];
  /** Volumes and folders mounted by `run` and `create`. `-v` makes a folder that is missing, `--mount` fails. */
  readonly mounts: readonly Mount[];
  /** Each build: its context folder and Dockerfile. */
  readonly builds: readonly Build[];
  /** Compose files named; empty where the default one is needed, null where none is. */
  readonly composeFiles: readonly string[] | null;
  /** It prints nothing when all goes well (`cd`, `mkdir`, `docker cp` with a file). */
  readonly silent: boolean;
  /** File opened in an editor. */
  readonly edits: string | null;
  /** It shows an address in the reader's browser. */
  readonly visits: boolean;
  readonly publishes: readonly Publish[];
  readonly contacts: readonly Contact[];
  /** It shows what containers have written so far, and ends. */
  readonly readsLog: boolean;
  readonly operatingSystem: 'linux' | 'windows' | 'mac' | 'any';
  readonly output: KnownOutput | null;
  /**
   * Secrets that it types (`docker login -p …`, tokens). Values of `-e X_PASSWORD=…` are none: the chapter
   * publishes them, and they stand in its expected output.
   */
  readonly secrets: readonly string[];
}

export interface Build {
  /** Folder or URL; `-` for standard input. */
  readonly context: string;
  /** As written; null for `Dockerfile` in the context. */
  readonly dockerfile: string | null;
  readonly target: string | null;
  readonly tags: readonly string[];
}
