/**
 * Whether a terminal only shows lines, one below the other: nothing on it can be drawn over, and lines are what comes
 * from its keyboard. So says `TERM` of an editor's shell, a braille line, a teletype; and so does `--plain`.
 */
export function isDumb(env: Readonly<Record<string, string | undefined>>): boolean {
  return env.TERM === 'dumb';
}
