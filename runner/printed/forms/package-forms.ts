import type { LineForm } from './read-form.ts';

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
  },
  { name: 'installed', of: ['pip', 'mvn', 'apt'], role: 'summary', phrases: ['Successfully installed'] },
  {
    name: 'npm',
    of: ['npm', 'npx', 'yarn', 'go'],
    role: 'log',
    phrases: ['npm {WARN|ERR|notice}', 'added <n> package', 'go: ', ' ✓', '> <package>@<n>'],
  },
];
