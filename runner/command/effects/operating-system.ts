import type { Effects } from './effects.ts';

/** The system whose shell a command is written for. */
export function systemOf(text: string, byPrograms: Effects['operatingSystem']): Effects['operatingSystem'] {
  if (byPrograms === 'windows' || windows.some((form) => form.test(text))) return 'windows';
  if (byPrograms === 'mac' || /\/Applications\/|\bpbcopy\b|\bxcode-select\b|\/Users\/\w|\blaunchctl\b/.test(text))
    return 'mac';
  return byPrograms;
}

const windows: readonly RegExp[] = [
  /(?:^|[\s"'=:])[A-Za-z]:\\/,
  /\$env:\w/i,
  // `%USERPROFILE%`, `%cd%`; no formats of `date` and `printf`.
  /(?<![+%\w])%(?:cd|[A-Za-z]\w{2,})%(?!\w*%)/i,
  /\s`\s*(?:\n|$)/,
  /\s\^\s*(?:\n|$)/,
  /^\s*[A-Z][a-z]+-[A-Z][a-z]\w+(?:\s|$)/,
  /(?:^|\s)\.\\\w/,
  /\|\s*(?:ForEach-Object|Select-Object|Where-Object|Out-File|Out-Null|%\s*\{|findstr)/i,
  /^\s*\$\w+\s*=/,
  /mcr\.microsoft\.com\/windows\/|\b(?:windows)?servercore\b|\bnanoserver\b|\bHKEY_[A-Z]|\bHKLM:/i,
  /^\s*FOR\s+\/f\b/i,
  /\s--isolation[= ](?:hyperv|process)\b/,
];

/** Whether a line that was typed at PowerShell calls one of its own commands, which it knows in any case of letters. */
export function isCmdlet(text: string): boolean {
  return /^\s*(?!docker-)[a-z]{2,12}-[a-z]+(?:\s|$)/i.test(text);
}
