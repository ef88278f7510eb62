import type { LineForm } from './line-form.ts';

/** What package managers print as they go: apt 1 to 3, pip 20 to 25, npm 6 to 11, Maven 3, Go. */
export const packageForms: readonly LineForm[] = [
  {
    name: 'apt',
    of: ['apt', 'dpkg'],
    role: 'progress',
    phrases: [
      '{Get|Hit|Ign|Err}:<n> ',
      'Fetched <n>',
      '{(|}Reading {package|state|database}',
      'Building dependency',
      '{Setting up|Unpacking} <word> (',
      'Selecting previously',
      'Preparing to {unpack|replace}',
      'Processing triggers',
    ],
    examples: `
      Get:1 http://deb.debian.org/debian bookworm InRelease [151 kB]
      Reading package lists... Done
      (Reading database ... 4093 files and directories currently installed.)
      Setting up curl (8.0.1) ...
      Fetched 1,234 kB in 1s (900 kB/s)
    `,
  },
  {
    name: 'pip',
    of: ['pip', 'mvn', 'apt'],
    role: 'progress',
    phrases: [
      'Collecting <name>$',
      'Collecting <name>{<|>|=|~|!|(|[}',
      'Download{ing|ed}{ from <name>|}{:|} {http|<word>{ |}(}',
      'Installing collected',
      'Requirement already',
      'Building {wheel|wheels} for ',
      'Building collected',
    ],
    examples: `
      Collecting flask
      Collecting flask>=2
      Downloading flask-2.0-py3-none-any.whl (95 kB)
      Downloading from central: https://repo.maven.apache.org/maven2/x.pom
      Installing collected packages: flask
    `,
  },
  {
    name: 'installed',
    of: ['pip', 'mvn', 'apt'],
    role: 'summary',
    phrases: ['Successfully installed'],
    examples: `
      Successfully installed flask-2.0
    `,
  },
  {
    name: 'npm',
    of: ['npm', 'npx', 'yarn', 'go'],
    role: 'log',
    phrases: ['npm {WARN|ERR|notice}', 'added <n> package', 'go: ', ' ✓', '> <package>@<n>'],
    examples: `
      npm WARN deprecated x@1
      added 50 packages, and audited 51 packages in 2s
      > shop@1.0.0 start
    `,
  },
];
