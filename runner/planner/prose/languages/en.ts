import type { Cues } from '../cues.ts';

const another = 'another|new|second|separate|different';
const typing = 'create|write|add|save|make|paste|put|copy|edit|open|modify|update|insert';

/** What authors say in English. */
export const english: Cues = {
  output: [
    '^ sample|example|expected|the|command|console? output|outputs|result|results|response|responses',
    'output|outputs … .',
    "you|you'll will|should|can|may|would? then|now? see|get|notice",
    'look|looks|something|similar|be something? like|to|similar',
    'as follows',
    'returns|prints|displays|shows|gives|produces',
  ],
  syntax: ['syntax', 'usage', 'synopsis', 'general form-', 'the format-'],
  bad: [
    'bad example|practice|practise|idea|approach|way|pattern|habit|code|dockerfile|usage',
    'this|that|it is bad|wrong',
    '^ the? bad|wrong|incorrect|avoid|worse $',
    '^ bad|wrong|incorrect|avoid :',
    '^ bad|wrong|incorrect|avoid … :',
    'wrong|incorrect way|example|usage|dockerfile',
    "don't do|use|write|run|type this|it|that",
    'do not do|use|write|run|type this|it|that',
    'anti-pattern',
    'antipattern',
    'avoid this|these',
  ],
  good: [
    '^ the? right|correct|preferred|recommended|instead $',
    '^ the? good :',
    'good example|practice|practise',
    'better :',
  ],
  comparison: ['before … after', '^ before|after|as-is|to-be $', '^ as|to is|be $', 'vs', 'comparison'],
  hypothetical: [
    'we would like to',
    "we'd like to",
    'in other words … we',
    'this would run',
    'we will execute',
    'we wish we could',
  ],
  inside: ['inside|within|in|into the|your|our|this|that|a _? container-|shell-|prompt-', 'at the _? prompt-'],
  host: [
    'on|from the|your docker? host-',
    'back on|to|in the|your docker? host-',
    'host machine-',
    'on|from your own|local? machine-|computer-|laptop-',
  ],
  terminal: [
    `${another} terminal-|shell-|console-|window-|tab-`,
    `${another} ssh session-`,
    `${another} command prompt-`,
    'the other terminal-|shell-|console-|window-|tab-',
  ],
  leave: ['ctrl + d-|p-', 'exit|quit|detach|logout', 'log out', 'leave the'],
  file: [
    `${typing} … file|dockerfile|content|contents|following|code|called|named`,
    'file|dockerfile|content|contents … look-|contain-|should|below|following',
    'file|dockerfile|content|contents … :',
  ],
  append: ['append', 'add this|these … to-|at-|in-', 'add the following … to-|at-|in-'],
  change: ['change|modify|update|replace|edit'],
  windows: ['windows|powershell|cmd', 'command prompt-', 'git bash-'],
  mac: ['mac|macos|osx|homebrew|brew', 'mac os', 'os x'],
  linux: ['linux|ubuntu|bash|centos|debian'],
  structure: ['directory|folder|project|file|dockerfile structure-|layout-|tree-', 'architecture-'],
};
