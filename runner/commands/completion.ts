import * as z from 'zod';
import { type OptionName, optionSpecs } from '../config/options.ts';
import { generations } from '../core/engine.ts';
import { type Locale, message, UserError } from '../core/message.ts';
import type { Call, Verb } from './verb.ts';
import { verbs } from './verbs.ts';

const shells: Readonly<Record<string, (locale: Locale) => string>> = { bash, zsh, fish };

/** `tutor completion bash|zsh|fish`: a script for the shell, which completes verbs, their options and what those take. */
export async function run({ args: [name = ''], io }: Call): Promise<number> {
  const script = shells[name];
  if (script === undefined)
    throw new UserError(message('unknown-shell', { name, known: Object.keys(shells).join(', ') }));
  io.stdout.write(script(io.locale));
  return 0;
}

/** Chapters are asked for when they are completed: the first word of each line of `tutor list`. */
const chapters = "tutor list 2>/dev/null | cut -d' ' -f1";
const engines = ['host', 'dind', 'auto', 'sandbox', ...generations.map((generation) => `sandbox:${generation}`)];

/** What a word may be: one of some words, a file, or something that nobody can guess. */
type Taken = { readonly words: readonly string[] } | 'files' | 'anything';

/** One option as a shell knows it; `takes` is null where nothing follows it. */
interface Flag {
  readonly names: readonly string[];
  readonly takes: Taken | null;
  readonly help: Readonly<Record<Locale, string>>;
}

/** What stands behind a verb: chapters, files or words, one of them or several. */
interface Operands {
  readonly what: 'chapters' | Taken;
  readonly several: boolean;
}

function flagOf(name: OptionName): Flag {
  const { flag, schema, help } = optionSpecs[name];
  const names = flag.split(/[ ,]+/).filter((word) => word.startsWith('-'));
  const value = /<(\w+)/.exec(flag)?.[1];
  const choices = name === 'engine' ? engines : choicesOf(schema);
  if (value === undefined) return { names, takes: null, help };
  if (choices.length > 0) return { names, takes: { words: choices }, help };
  return { names, takes: ['file', 'dir'].includes(value) ? 'files' : 'anything', help };
}

function choicesOf(schema: z.ZodType): readonly string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return choicesOf(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodEnum ? schema.options.map(String) : [];
}

function operandsOf({ operands }: Verb): Operands | null {
  const several = operands.includes('...');
  if (operands === '') return null;
  if (operands.includes('chapter')) return { what: 'chapters', several };
  if (operands.includes('shell')) return { what: { words: Object.keys(shells) }, several };
  return { what: operands.includes('reports') ? 'files' : 'anything', several };
}

const flags: readonly Flag[] = Object.keys(optionSpecs).map((name) => flagOf(name as OptionName));
const namesTaking = (wanted: (takes: Taken) => boolean) =>
  flags.flatMap(({ names, takes }) => (takes !== null && wanted(takes) ? names : []));
const takingFiles = namesTaking((takes) => takes === 'files');
const takingAnything = namesTaking((takes) => takes === 'anything');
const takingWords = flags.flatMap(({ names, takes }) =>
  takes !== null && typeof takes === 'object' ? [{ names, words: takes.words }] : [],
);

function namesOf({ options }: Verb): readonly string[] {
  return options.flatMap((name) => flagOf(name).names);
}

/** The verbs whose operands are of a kind. */
function verbsWith(wanted: (operands: Operands) => boolean): readonly string[] {
  return Object.entries(verbs).flatMap(([name, verb]) => {
    const operands = operandsOf(verb);
    return operands !== null && wanted(operands) ? [name] : [];
  });
}

const one = verbsWith(({ what, several }) => what === 'chapters' && !several);
const many = verbsWith(({ what, several }) => what === 'chapters' && several);
const ofFiles = verbsWith(({ what }) => what === 'files');

/** Of bash and zsh: how many operands stand between the verb and the word that is typed, in a variable `given`. */
function countGiven(words: string): readonly string[] {
  const valued = [...takingFiles, ...takingAnything, ...takingWords.flatMap(({ names }) => names)];
  return [
    '  local word before= given=0',
    `  for word in "${words}"; do`,
    `    case $before in ${valued.join('|')}) ;; *) case $word in -*) ;; *) given=$((given + 1)) ;; esac ;; esac`,
    '    before=$word',
    '  done',
  ];
}

function bash(): string {
  return `_tutor() {
  COMPREPLY=()
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} before= words=
  # To bash a colon ends a word.
  if [ "$current" = : ]; then
    before="$previous:"; current=$before; previous=\${COMP_WORDS[COMP_CWORD-2]}
  elif [ "$previous" = : ] && [ "$COMP_CWORD" -gt 3 ]; then
    before="\${COMP_WORDS[COMP_CWORD-2]}:"; current=$before$current; previous=\${COMP_WORDS[COMP_CWORD-3]}
  fi
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${Object.keys(verbs).join(' ')}' -- "$current")); return
  fi
  case $previous in
${takingWords.map(({ names, words }) => `    ${names.join('|')}) words='${words.join(' ')}' ;;`).join('\n')}
    ${takingFiles.join('|')}) compopt -o filenames; COMPREPLY=($(compgen -f -- "$current")); return ;;
    ${takingAnything.join('|')}) return ;;
  esac
  if [ -z "$words" ]; then
${countGiven('${COMP_WORDS[@]:2:COMP_CWORD-2}')
  .map((line) => `  ${line}`)
  .join('\n')}
    case $current in
      -*) case \${COMP_WORDS[1]} in
${Object.entries(verbs)
  .map(([name, verb]) => `        ${name}) words='${namesOf(verb).join(' ')}' ;;`)
  .join('\n')}
      esac ;;
      *) case \${COMP_WORDS[1]} in
        ${one.join('|')}) [ "$given" -gt 0 ] || words=$(${chapters}) ;;
        ${many.join('|')}) words=$(${chapters}) ;;
        ${ofFiles.join('|')}) compopt -o filenames; COMPREPLY=($(compgen -f -- "$current")); return ;;
        completion) words='${Object.keys(shells).join(' ')}' ;;
      esac ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [ -z "$before" ] || COMPREPLY=("\${COMPREPLY[@]#"$before"}")
}
complete -F _tutor tutor
`;
}

function zsh(): string {
  return `#compdef tutor
_tutor() {
  local previous=$words[CURRENT-1]
  if (( CURRENT == 2 )); then
    compadd -- ${Object.keys(verbs).join(' ')}; return
  fi
  case $previous in
${takingWords.map(({ names, words }) => `    ${names.join('|')}) compadd -- ${words.join(' ')}; return ;;`).join('\n')}
    ${takingFiles.join('|')}) _files; return ;;
    ${takingAnything.join('|')}) return ;;
  esac
${countGiven('${(@)words[3,CURRENT-1]}').join('\n')}
  if [[ $PREFIX == -* ]]; then
    case $words[2] in
${Object.entries(verbs)
  .map(([name, verb]) => `      ${name}) compadd -- ${namesOf(verb).join(' ')} ;;`)
  .join('\n')}
    esac
    return
  fi
  case $words[2] in
    ${one.join('|')}) (( given > 0 )) || compadd -- \${(f)"$(${chapters})"} ;;
    ${many.join('|')}) compadd -- \${(f)"$(${chapters})"} ;;
    ${ofFiles.join('|')}) _files ;;
    completion) compadd -- ${Object.keys(shells).join(' ')} ;;
  esac
}
if [ "$funcstack[1]" = _tutor ]; then
  _tutor "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
  compdef _tutor tutor
fi
`;
}

function fish(locale: Locale): string {
  const said = (help: Readonly<Record<Locale, string>>) => `-d '${help[locale].replaceAll("'", "\\'")}'`;
  const valued = [...takingFiles, ...takingAnything, ...takingWords.flatMap(({ names }) => names)];
  const option = (verb: string, { names, takes, help }: Flag) => {
    const forms = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
    const what =
      takes === null
        ? ''
        : takes === 'files'
          ? ' -r -F'
          : takes === 'anything'
            ? ' -x'
            : ` -x -a '${takes.words.join(' ')}'`;
    return `complete -c tutor -n '__fish_seen_subcommand_from ${verb}' ${forms.join(' ')}${what} ${said(help)}`;
  };
  return `function __tutor_given
    set -l words (commandline -opc)
    set -l given 0
    set -l before
    for word in $words[3..]
        if not contains -- "$before" ${valued.join(' ')}; and not string match -q -- '-*' $word
            set given (math $given + 1)
        end
        set before $word
    end
    echo $given
end
complete -c tutor -e
complete -c tutor -f
${Object.entries(verbs)
  .flatMap(([name, verb]) => [
    `complete -c tutor -n __fish_use_subcommand -a ${name} ${said(verb.summary)}`,
    ...verb.options.map((each) => option(name, flagOf(each))),
  ])
  .join('\n')}
complete -c tutor -n '__fish_seen_subcommand_from ${one.join(' ')}; and test (__tutor_given) -eq 0' -a "(${chapters})"
complete -c tutor -n '__fish_seen_subcommand_from ${many.join(' ')}' -a "(${chapters})"
complete -c tutor -n '__fish_seen_subcommand_from ${ofFiles.join(' ')}' -F
complete -c tutor -n '__fish_seen_subcommand_from completion' -a '${Object.keys(shells).join(' ')}'
`;
}
