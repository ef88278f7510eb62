import { markBody } from './marks.ts';

/**
 * One line that makes a shell within the terminal (bash, dash, busybox) mark its prompts, so that its exit statuses are
 * known. It takes itself out of bash's history. Old prompts stay as they look.
 */
export function innerMarksLine(nonce: string, program: number): string {
  const print = (kind: Parameters<typeof markBody>[0], rest = '') =>
    `printf '\\033]${markBody(kind, nonce, program, rest)}`;
  return [
    // Bash and busybox want what takes no room on the line in brackets; dash would print the brackets.
    ` _b= _e=; case "\${BASH_VERSION-}$(readlink /proc/$$/exe 2>/dev/null)" in [0-9]*|*busybox*) _b='\\[' _e='\\]';; esac`,
    `PS0="$(${print('output')}\\007')"`,
    `PS1="$_b$(${print('end')}')"';$?;$$;'"\${BASH_VERSION-}$(printf '\\007')$_e$PS1$_b$(${print('prompt')}\\007')$_e"`,
    `PS2="$PS2$_b$(${print('continuation')}\\007')$_e"`,
    'unset _b _e',
    `[ -z "\${BASH_VERSION-}" ] || { bind '"\\t": self-insert'; case "$(HISTTIMEFORMAT= history 1)" in *${nonce}*) history -d "$(HISTTIMEFORMAT= history 1 | { read -r n _; echo "$n"; })";; esac; } 2>/dev/null || :`,
  ].join('; ');
}
