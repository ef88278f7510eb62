import type { FaultForm } from './read-faults.ts';

/** How bash 5, dash, BusyBox and zsh tell that there is no such program; apt, dnf, apk, pip, npm, Go and Maven that there is no such package. */
export const programFaults: readonly FaultForm[] = [
  {
    kind: 'missing',
    of: 'shell',
    phrases: [
      '…command not found: <program>$',
      '…<program>: command not found',
      '…Command <program> not found',
      '…{sh|ash|dash}: {<n>: |line <n>: |}<program>: not found',
      '…: <n>: <program>: not found',
      'sudo: <program>: command not found',
      'env: <program>: No such file or directory',
      '…exec <program>: no such file or directory',
      'zsh: no such file or directory: <file>',
      '{bash|-bash}: {line <n>: |}<file>: No such file or directory',
      '{sh|ash}: {<n>: |}cannot open <file>: No such file',
      "{sh|ash}: {<n>: |}can't cd to <file>",
      'which: no <program> in ',
    ],
  },
  {
    kind: 'missing',
    of: 'package-manager',
    phrases: [
      '…Unable to locate package <package>',
      '…Package <package> has no installation candidate',
      "…Couldn't find any package by {glob|regex} <package>",
      '…Version <word> for <package> was not found',
      '…No match for argument: <package>',
      '…No package <package> available',
      '…<package> (no such package)',
      '…No matching distribution found for <package>',
      '…Could not find a version that satisfies the requirement <package>',
      '…{404|E404}{…|} <package> is not in {this|the npm} registry',
      '…404  Not Found - GET …/<package> - ',
      '…No module named <module>',
      '…Cannot find module <module>',
      'package <word> is not in {std|GOROOT}',
      '…Could not find artifact <package>',
    ],
  },
];
