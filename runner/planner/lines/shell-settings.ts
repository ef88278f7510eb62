/** Files in which a shell's own settings stand. */
export function isShellSettings(path: string): boolean {
  return /(?:^|\/)\.(?:bashrc|zshrc|profile|bash_profile|bash_aliases|zprofile|zshenv)$/.test(path);
}

/** A line of such a file: `alias dps='docker ps'`, `export EDITOR=vi`. */
export function isShellSetting(line: string): boolean {
  return /^\s*(?:alias\s+[\w.-]+=|export\s+\w+=|[A-Z_]\w*=)/.test(line);
}
