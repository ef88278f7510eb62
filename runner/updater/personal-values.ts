import type { Block } from '../core/chapter.ts';
import { escaped } from '../core/escaped.ts';
import type { Plan, Variable } from '../core/plan.ts';
import type { SourceLine } from '../core/source.ts';
import { isNumber } from '../core/words.ts';
import type { Personal } from './change.ts';

/** Addresses that every reader's Docker gives out, or that everyone knows: they say nothing about anybody. */
const everyones =
  /^(?:127\.|0\.0\.0\.0$|255\.|172\.(?:1[7-9]|2\d|3[01])\.|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|8\.8\.[48]\.[48]$|1\.1\.1\.1$|169\.254\.)/;
/** RFC 5737: for documentation. */
const documentationAddress = '192.0.2.10';

const tokens: readonly (readonly [RegExp, string])[] = [
  [/\bSWMTKN-1-[\w-]+/g, 'SWMTKN-1-<token>'],
  [/\b(?:gh[pousr]_|github_pat_|glpat-|dckr_pat_|dckr_oat_|npm_|xox[abp]-)[\w-]{16,}/g, '<token>'],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, '<token>'],
  [/\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*/g, '<token>'],
  [/\b((?:password|passwd|secret|token|api[_-]?key)["']?\s*[:=]\s*["']?)(?!\S*<token>)[^\s"',}]{6,}/gi, '$1<token>'],
];

/** Replaces values that belong to this run's machine by what the chapter's author wrote for such, or a neutral value. */
export class PersonalValues {
  readonly #personal: Personal;
  readonly #source: string;
  readonly #blocks: readonly Block[];
  readonly #variables: readonly Variable[];

  constructor(personal: Personal, { chapter, variables }: Pick<Plan, 'chapter' | 'variables'>) {
    this.#personal = personal;
    this.#source = chapter.source;
    this.#blocks = chapter.blocks;
    this.#variables = variables;
  }

  /** @param old the line that stood there before; its own values are the author's */
  neutral(text: string, old: SourceLine | null = null): string {
    const before = old?.text ?? '';
    const written = old === null ? '' : this.#source.slice(old.range.start, old.range.end);
    return [
      (line: string) => this.#given(line, written),
      (line: string) => this.#homes(line),
      (line: string) => this.#names(line),
      (line: string) => this.#addresses(line, before),
      (line: string) => keepOwners(line, before),
      (line: string) => withoutTokens(line, this.#source),
    ].reduce((line, replace) => replace(line), text);
  }

  /** The same for several lines. */
  neutralLines(text: string): string {
    return text
      .split('\n')
      .map((line) => this.neutral(line))
      .join('\n');
  }

  /** What this run's reader gave for a variable of the course. The old line tells which of its words are the variable. */
  #given(text: string, written: string): string {
    return this.#variables.reduce((line, { text: variable, value }) => {
      if (value === null || value === '') return line;
      const before = written.match(new RegExp(`${escaped(variable)}|${valueForm(value).source}`, 'g')) ?? [];
      const isTelling = this.#isTelling(value);
      let at = 0;
      return line.replace(valueForm(value), (word) => {
        const was = before[at++];
        return was === variable || (was === undefined && isTelling) ? variable : word;
      });
    }, text);
  }

  /** A short word, a number, and what the chapter's own code writes may as well stand for themselves. */
  #isTelling(value: string): boolean {
    if (value.length < 3 || isNumber(value)) return false;
    const form = valueForm(value);
    return !this.#blocks.some(({ lines }) => lines.some((line) => line.text.search(form) >= 0));
  }

  #homes(text: string): string {
    const own = /(?<![\w.-])\/(?:home|Users)\/[\w.-]+/.exec(this.#source)?.[0];
    const { home } = this.#personal;
    // `/root` is everybody's: in a container, and on a machine that is thrown away.
    const known = home === '/root' && own === undefined ? text : text.replaceAll(pathForm(home), own ?? '/home/user');
    return known.replace(/(?<![\w.-])\/(?:home|Users)\/(?!user\b)[\w.-]+/g, (found) =>
      this.#source.includes(found) ? found : (own ?? found.replace(/[\w.-]+$/, 'user')),
    );
  }

  #names(text: string): string {
    const { user, hostName } = this.#personal;
    const prompt = /(?<![\w.])([a-z_][\w-]*)@([\w-]+)(?=:[~/])/.exec(this.#source);
    let line = text;
    if (user !== null) line = line.replaceAll(wordForm(user), prompt?.[1] ?? 'user');
    if (hostName !== null) line = line.replaceAll(wordForm(hostName), prompt?.[2] ?? 'docker-host');
    return line;
  }

  #addresses(text: string, old: string): string {
    const [own] = old.match(addressForm) ?? [];
    return text.replace(addressForm, (address) =>
      everyones.test(address) || this.#source.includes(address) ? address : (own ?? documentationAddress),
    );
  }
}

const addressForm = /(?<![\w.-])(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\d)/g;

function pathForm(path: string): RegExp {
  return new RegExp(`(?<![\\w.~/-])${escaped(path)}(?![\\w.-])`, 'g');
}

function wordForm(word: string): RegExp {
  return new RegExp(`(?<![\\w-])${escaped(word)}(?![\\w-])`, 'g');
}

/** Names are made of a value and other words: `tea-net`, `tea_default`. */
function valueForm(value: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9])${escaped(value)}(?![A-Za-z0-9])`, 'g');
}

/** Owner and group in a file listing are the author's. */
function keepOwners(text: string, old: string): string {
  const form = /^([-dlcbps][-rwxsStT]{9}[.+@]?\s+\d+\s+)(\S+\s+\S+)(?=\s+\d)/;
  const owners = form.exec(old)?.[2];
  return owners === undefined ? text : text.replace(form, (_, lead: string) => lead + owners);
}

/** Values that the chapter itself gives (`MYSQL_ROOT_PASSWORD=my-secret`) are no secrets. */
function withoutTokens(text: string, source: string): string {
  return tokens.reduce(
    (line, [form, neutral]) =>
      line.replace(form, (found: string, ...groups: unknown[]) => {
        const lead = typeof groups[0] === 'string' ? groups[0] : '';
        return source.includes(found.slice(lead.length)) ? found : neutral.replace('$1', lead);
      }),
    text,
  );
}
