import type { FaultForm } from './fault.ts';

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
    examples: `
      bash: figlet: command not found → program figlet
      -bash: line 3: lsof: command not found → program lsof
      /bin/bash: line 1: jq: command not found → program jq
      zsh: command not found: jq → program jq
      sh: 1: curl: not found → program curl
      /bin/sh: 1: npm: not found → program npm
      /bin/sh: curl: not found → program curl
      sh: curl: not found → program curl
      #5 0.31 sh: curl: not found → program curl
      ./run.sh: 3: node: not found → program node
      ./run.sh: line 3: node: command not found → program node
      Command 'tree' not found, but can be installed with: → program tree
      env: 'python': No such file or directory → program python
      exec /entrypoint.sh: no such file or directory → program /entrypoint.sh
      bash: cd: box: No such file or directory → file box
      sh: can't cd to box → file box
      bash: ./run.sh: No such file or directory → file ./run.sh
    `,
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
    examples: `
      E: Unable to locate package nosuchpackage → package nosuchpackage
      E: Package 'yarn' has no installation candidate → package yarn
      nosuch (no such package): → package nosuch
      ERROR: No matching distribution found for nosuch → package nosuch
      ModuleNotFoundError: No module named 'flask' → module flask
      Error: Cannot find module '/app/server.js' → module /app/server.js
      No match for argument: htop → package htop
    `,
  },
];
