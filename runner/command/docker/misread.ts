import { understand } from '../understand.ts';
import type { DockerCommand } from './docker-command.ts';

/** Something in a command that Docker takes for another thing than its author meant. */
export type Misread =
  /** An option that lacks its value, and takes the next option for it: `--name -p 80:80`. */
  | { readonly how: 'swallowed'; readonly option: string; readonly value: string }
  /** A mapping of ports, or of folders, where the image is to stand: `run -d 80:80 nginx`. */
  | { readonly how: 'mapping'; readonly word: string };

/** Options of which no value begins with a dash. */
const plain = /^(?:name|publish|volume|mount|network|net|hostname|workdir|user|tag|file|env-file|link|filter)$/;

/** What in a command line Docker takes for another thing than its author meant. */
export function misreadIn(text: string): readonly Misread[] {
  return understand(text).calls.flatMap(({ docker }) => (docker === null ? [] : misreadBy(docker)));
}

function misreadBy({ verb, options, operands }: DockerCommand): readonly Misread[] {
  const swallowed = options.flatMap(({ name, written, value }): readonly Misread[] =>
    value !== null && plain.test(name) && /^--?[a-z]/i.test(value)
      ? [{ how: 'swallowed', option: written, value }]
      : [],
  );
  const word = /^container (?:run|create)$/.test(verb) ? (operands[0] ?? '') : '';
  const isMapping = /^(?:[\d.]+:)?\d+:\d+(?:\/\w+)?$|^(?:[/~]|\.\/)[^:]*:\//.test(word);
  return isMapping ? [...swallowed, { how: 'mapping', word }] : swallowed;
}
