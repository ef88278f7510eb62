import type { Expected } from '../../core/plan.ts';

/** What stands below a command is no output where its first line underlines the command's words. */
export function withoutDrawing(expected: Expected | null): Expected | null {
  const [first] = expected?.lines ?? [];
  return first !== undefined && underlines(first.text) ? null : expected;
}

/** `       |____| |___|`, `          ^^^^  ^^`, `      └─────┘`: set in, and nothing but strokes. */
function underlines(line: string): boolean {
  return /^\s{2,}[|^_─━└┘┗┛┴╰╯↑\s-]+$/u.test(line) && /\|_+\||\^{2,}|[└┗╰][─━┴]+[┘┛╯]|↑/u.test(line);
}
