import { type OptionName, optionSpecs } from '../config/options.ts';
import { message, UserError } from '../core/message.ts';
import type { Call } from './verb.ts';
import { verbs } from './verbs.ts';

const shells: Readonly<Record<string, () => string>> = { bash, zsh, fish };

/** `tutor completion bash|zsh|fish`: a script for the shell, which completes verbs, their options and chapters. */
export async function run({ args: [name = ''], io }: Call): Promise<number> {
  const script = shells[name];
  if (script === undefined)
    throw new UserError(message('unknown-shell', { name, known: Object.keys(shells).join(', ') }));
  io.stdout.write(script());
  return 0;
}

/** Chapters are asked for when they are completed: the first word of each line of `tutor list`. */
const chapters = "tutor list 2>/dev/null | cut -d' ' -f1";

function bash(): string {
  const cases = Object.keys(verbs).map((verb) => `    ${verb}) words='${optionsOf(verb).join(' ')}' ;;`);
  return [
    '_tutor() {',
    '  local current=${COMP_WORDS[COMP_CWORD]} words=',
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    COMPREPLY=($(compgen -W '${Object.keys(verbs).join(' ')}' -- "$current")); return`,
    '  fi',
    '  case ${COMP_WORDS[1]} in',
    ...cases,
    '  esac',
    `  case $current in -*) ;; *) words=$(${chapters}) ;; esac`,
    '  COMPREPLY=($(compgen -W "$words" -- "$current"))',
    '}',
    'complete -o default -F _tutor tutor',
    '',
  ].join('\n');
}

/** zsh reads bash's form. */
function zsh(): string {
  return ['#compdef tutor', 'autoload -U +X bashcompinit && bashcompinit', bash()].join('\n');
}

function fish(): string {
  const names = Object.keys(verbs);
  const lines = names.flatMap((verb) => [
    `complete -c tutor -n __fish_use_subcommand -a ${verb} -d '${verbs[verb]?.summary.en.replaceAll("'", "\\'") ?? ''}'`,
    ...optionsOf(verb)
      .filter((option) => option.startsWith('--'))
      .map((option) => `complete -c tutor -n '__fish_seen_subcommand_from ${verb}' -l ${option.slice(2)}`),
  ]);
  return [...lines, `complete -c tutor -n 'not __fish_use_subcommand' -a "(${chapters})"`, ''].join('\n');
}

/** `-y` and `--yes` of `-y, --yes`. */
function optionsOf(verb: string): readonly string[] {
  const names: readonly OptionName[] = verbs[verb]?.options ?? [];
  return names.flatMap((name) => optionSpecs[name].flag.split(/[ ,]+/).filter((word) => word.startsWith('-')));
}
