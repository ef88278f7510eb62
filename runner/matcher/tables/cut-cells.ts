import { squash } from '../../core/words.ts';
import { withoutCut } from '../tolerances/cut.ts';
import { koreanTimeUnit, timeUnit } from '../tolerances/time.ts';

/** Cells that Docker or an author cut with `…` or `...`: what is left of them is compared. */

/** A cell as all ways to write it have it in common. */
interface Shown {
  readonly text: string;
  readonly cut: boolean;
}

function shown(cell: string, read: (text: string) => string): Shown {
  const text = withoutCut(cell.trim());
  return { text: read(squash(text)).trim(), cut: text !== cell.trim() };
}

function sameAsShown(left: Shown, right: Shown): boolean {
  const begins = (whole: Shown, part: Shown) => part.cut && part.text !== '' && whole.text.startsWith(part.text);
  return left.text === right.text || begins(right, left) || begins(left, right);
}

/**
 * Whether two `STATUS` cells tell the same state: running, paused, healthy, the exit code. How long is not compared.
 * Old and new compose say it in other words (`running`, `Exit 0`).
 */
export function sameStatus(expected: string, actual: string): boolean {
  return sameAsShown(shown(expected, stateOf), shown(actual, stateOf));
}

const span = new RegExp(
  String.raw` (?:Less than a second|About an? \w+|[Aa]n? (?:few )?\w+|\d+ ${timeUnit}|\d+ ?${koreanTimeUnit})(?: (?:ago|전|동안))?`,
);

function stateOf(text: string): string {
  return text
    .replace(span, '')
    .replace(/^running/i, 'Up')
    .replace(/^(?:exited|Exit(?=\s\d))/, 'Exited')
    .replace(/^Exited ?\(?(\d+)\)?/, 'Exited ($1)')
    .replace(/^(?:created|paused|restarting)/, (word) => word.charAt(0).toUpperCase() + word.slice(1))
    .replace(/^Up \(Paused\)$/, 'Paused');
}

/** Whether two `COMMAND` cells begin alike; compose 1 writes them without quotation marks. */
export function sameCommand(expected: string, actual: string): boolean {
  const quoted = [expected, actual].every((cell) => /^["']/.test(cell.trim()));
  const read = (cell: string) => {
    const inner = cell.trim().replace(/^(["'])(.*?)\1?$/s, '$2');
    return shown(inner, (text) => (quoted ? text : text.replace(/['"]/g, '')));
  };
  const [left, right] = [read(expected), read(actual)];
  return sameAsShown(left, right) || (right.cut && sameAsShown(scriptOf(left), scriptOf(right)));
}

/** An official image whose command has since been wrapped in an entry point script shows only that script's name. */
function scriptOf({ text, cut }: Shown): Shown {
  return { text: text.replace(/^\/?(?:usr\/local\/bin\/)?(?=docker-entrypoint\.?)/, ''), cut };
}

/**
 * Whether two `CREATED BY` cells of `docker history` tell the same instruction. The classic builder writes
 * `/bin/sh -c #(nop)  CMD ["node"]`, BuildKit `CMD ["node"]`.
 */
export function sameInstruction(expected: string, actual: string): boolean {
  const [left, right] = [shown(expected, instructionOf), shown(actual, instructionOf)];
  return sameAsShown(left, right) || copies(left.text, right.text);
}

function instructionOf(text: string): string {
  return text
    .replace(/ ?# buildkit$/, '')
    .replace(/^\/bin\/sh -c #\(nop\) ?/, '')
    .replace(/^(?:RUN )?\/bin\/sh -c /, 'RUN ')
    .replace(/^EXPOSE (?:map)?\[(.*?)(?::\{\})?\]$/, (_, ports: string) => `EXPOSE ${ports.replaceAll(':{}', '')}`)
    .replace(/^EXPOSE (.*)$/, (_, ports: string) => `EXPOSE ${ports.replace(/\/tcp/g, '')}`)
    .replace(/^(ENV|LABEL) (.*)$/, (_, word: string, rest: string) => `${word} ${rest.replace(/"/g, '')}`);
}

/** The classic builder names a copied file by its hash (`COPY file:5d1f… in /app/`), BuildKit by its name. */
function copies(left: string, right: string): boolean {
  const [one, other] = [copyOf(left), copyOf(right)];
  if (one === null || other === null || one.word !== other.word || !(one.hashed || other.hashed)) return false;
  return one.target === '' || other.target === '' || one.target === other.target;
}

function copyOf(text: string): { readonly word: string; readonly hashed: boolean; readonly target: string } | null {
  const [, word, rest = ''] = /^(COPY|ADD) (.*)$/.exec(text) ?? [];
  if (word === undefined) return null;
  const hashed = /^(?:file|dir|multi):[0-9a-f]*/.test(rest);
  const target = hashed ? / in (\S+)/.exec(rest)?.[1] : rest.split(' ').at(-1);
  return { word, hashed, target: target ?? '' };
}
