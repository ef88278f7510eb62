const programs = new Set(['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'Tabby', 'rio']);
const signs = ['KITTY_WINDOW_ID', 'WT_SESSION', 'KONSOLE_VERSION', 'DOMTERM', 'GHOSTTY_RESOURCES_DIR', 'WEZTERM_PANE'];
/** GNOME's terminal and its kin have links since VTE 0.50. */
const firstVte = 5000;

/** Whether a terminal is one of those that are known to have links (OSC 8); others may show their codes. */
export function hasLinks(env: Readonly<Record<string, string | undefined>>): boolean {
  if (env.TMUX || env.STY || env.TERM === 'dumb') return false;
  return (
    programs.has(env.TERM_PROGRAM ?? '') ||
    signs.some((name) => Boolean(env[name])) ||
    Number(env.VTE_VERSION ?? 0) >= firstVte ||
    /^(?:xterm-kitty|xterm-ghostty|alacritty|foot)/.test(env.TERM ?? '')
  );
}
