import type { FaultForm } from './read-faults.ts';

/** How the Docker client, compose and ordinary programs tell that a command is wrong in itself. */
export const usageFaults: readonly FaultForm[] = [
  {
    kind: 'usage',
    of: 'docker',
    phrases: [
      '…unknown flag: <option>',
      '…unknown shorthand flag: <option>',
      '…<verb> is not a docker command',
      '…unknown docker command: "compose <verb>"',
      '…unknown command: {docker |}<verb>',
      '…No such command: <verb>',
      '…flag provided but not defined: <option>',
      '…flag needs an argument: …<option>',
      '…invalid argument …for <option>',
      '…requires {exactly |at least |at most |}<n> {argument|to <n> argument}',
      '…accepts {no|<n>} arg',
      '…invalid reference format',
      '…invalid {publish opts|containerPort|hostPort|port|proto|mount|volume|ip|spec|mode|tag|template|environment}',
      '…additional propert{y|ies} <word> {is |}not allowed',
      '…dockerfile parse error',
      '…unknown instruction: <word>',
      '…the Dockerfile {…|}cannot be empty',
      '…conflicting options: ',
      '…invalid compose project',
      '…yaml: line <n>: ',
      '…No images found matching',
    ],
  },
  {
    kind: 'usage',
    of: 'system',
    phrases: [
      '…{unrecognized|unknown|invalid|illegal} option{ -- | |: }<option>',
      '…option requires an argument{ -- |: }<option>',
      '…invalid option',
      '…missing operand',
      '…{invalid|bad} number <word>',
      '…{unknown|unrecognized} {command|operand|subcommand|predicate}',
      'Object <word> is unknown, try ',
      '…syntax error',
    ],
  },
];
