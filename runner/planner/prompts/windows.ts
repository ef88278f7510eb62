import type { PromptForm } from './prompt.ts';

/** Prompts of PowerShell and cmd. */
export const windowsPrompts: readonly PromptForm[] = [
  {
    form: 'powershell',
    side: 'host',
    system: 'windows',
    pattern: /^\s*(?:\([\w.-]+\)\s+)?PS\s?(?<host>(?:[A-Za-z]:|\/)[^>]*)?>\s*/,
  },
  { form: 'cmd', side: 'host', system: 'windows', pattern: /^\s*(?<host>[A-Za-z]:(?:\\[^<>|]*)?)>\s*/ },
];
