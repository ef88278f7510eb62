import type { LineForm } from './read-form.ts';

/** What programs say beside their result. */
export const noticeForms: readonly LineForm[] = [
  {
    name: 'usage-hint',
    of: ['*'],
    role: 'notice',
    phrases: [
      'Usage: ',
      '{Run|See|Try} {\'|"|`}…--help',
      'Try {\'|"|`}…{\'|"|`} for more information',
      'For more help …--help',
      '{View|Show} a list of subcommands',
    ],
  },
  {
    name: 'where-to-look',
    of: ['*'],
    role: 'notice',
    phrases: [
      '…dmesg(1) may have more information',
      '…A complete log of this run can be found in',
      '…"journalctl -x',
      "…'journalctl -x",
      'npm {ERR!|error} {/|$}',
      'Re-run Maven using the ',
      '[ERROR] {-> |}{To see the full stack trace|Re-run Maven|For more information about the errors}',
      '[ERROR]$',
      '[ERROR] [Help <n>] ',
      'E: Some index files failed to download',
      'W: Some index files failed to download',
      'E: Unable to fetch some archives, maybe run apt-get update',
      'ERROR: Service <word> failed to build',
      '------$',
      'View build details: ',
    ],
  },
];
