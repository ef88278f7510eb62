import { understand } from '../understand.ts';
import type { DockerCommand } from './parse-docker.ts';

/** Something in a command that Docker takes for another thing than its author meant. */
export type Misread =
  /** An option that lacks its value, and takes the next option for it: `--name -p 80:80`. */
  | { readonly how: 'swallowed'; readonly option: string; readonly value: string }
  /** A mapping of ports, or of folders, where the image is to stand: `run -d 80:80 nginx`. */
  | { readonly how: 'mapping'; readonly word: string }
  /** An option of Docker's behind the image, where it goes to the container's program: `run nginx -p 80:80`. */
  | { readonly how: 'late'; readonly option: string; readonly value: string; readonly image: string }
  /** No word `docker` before it: `node ls`. */
  | { readonly how: 'no-docker'; readonly command: string };

/** A Docker command without its first word, which no other program is likely to be. */
const dockerless =
  /^\s*(?:sudo\s+)?((?:container|image|network|volume|node|service|stack|swarm|secret|config|compose)\s+(?:ls|ps|inspect|rm|prune|create|init|join|leave|update|deploy|scale|pull|push|build|run|exec|start|stop|logs|up|down|connect|disconnect)|images|rmi)(?=\s|$)/;

/** The Docker command that a line is but for the word `docker`; null for any other line. */
export function withoutDocker(text: string): Misread | null {
  const [, command] = dockerless.exec(text) ?? [];
  return command === undefined ? null : { how: 'no-docker', command };
}

/** Options of which no value begins with a dash. */
const plain = new Set(
  'name publish volume mount network net hostname workdir user tag file env-file link filter'.split(' '),
);

/** What in a command line Docker takes for another thing than its author meant. */
export function misreadIn(text: string): readonly Misread[] {
  return understand(text).calls.flatMap(({ docker }) => (docker === null ? [] : misreadBy(docker)));
}

/** With such a value an option is Docker's, and not one that a program has, too. */
const dockersOwn: Readonly<Record<string, RegExp>> = {
  '-e': /^[A-Z][A-Z0-9_]*=/,
  '--env': /^[A-Z][A-Z0-9_]*=/,
  '-p': /^(?:[\d.]+:)?\d+:\d+$/,
  '--publish': /^(?:[\d.]+:)?\d+:\d+$/,
  '-v': /^[^-:]+:\/\S/,
  '--volume': /^[^-:]+:\/\S/,
  '--name': /^\w[\w.-]*$/,
};

/** The first word behind the image is an option: then no program is named whose own it could be. */
function latecomers({ argv, operands }: DockerCommand): readonly Misread[] {
  if (argv[0]?.startsWith('-') !== true) return [];
  const image = operands[0] ?? '';
  return argv.flatMap((option, at): readonly Misread[] => {
    const value = argv[at + 1] ?? '';
    return dockersOwn[option]?.test(value) === true ? [{ how: 'late', option, value, image }] : [];
  });
}

function misreadBy(command: DockerCommand): readonly Misread[] {
  const { verb, options, operands } = command;
  const swallowed = options.flatMap(({ name, written, value }): readonly Misread[] =>
    value !== null && plain.has(name) && /^--?[a-z]/i.test(value) ? [{ how: 'swallowed', option: written, value }] : [],
  );
  const runs = /^container (?:run|create)$/.test(verb);
  const word = runs ? (operands[0] ?? '') : '';
  const isMapping = /^(?:[\d.]+:)?\d+:\d+(?:\/\w+)?$|^(?:[/~]|\.\/)[^:]*:\//.test(word);
  const late = runs ? latecomers(command) : [];
  return isMapping ? [...swallowed, { how: 'mapping', word }] : [...swallowed, ...late];
}
