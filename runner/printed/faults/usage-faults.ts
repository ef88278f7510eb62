import type { FaultForm } from './fault.ts';

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
    examples: `
      unknown flag: --nmae → option --nmae
      unknown shorthand flag: 'z' in -z → option z
      docker: 'imges' is not a docker command. → verb imges
      unknown command: docker imges → verb imges
      docker: unknown command: docker imges → verb imges
      unknown docker command: "compose upp" → verb upp
      'docker rm' requires at least 1 argument → nothing
      "docker network connect" requires exactly 2 arguments. → nothing
      docker: invalid reference format: repository name must be lowercase. → nothing
      Error response from daemon: dockerfile parse error line 2: unknown instruction: RUNN → nothing
      validating /srv/compose.yaml: services.web additional properties 'imge' not allowed → nothing
      No images found matching "ls": did you mean "docker image ls"? → nothing
    `,
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
      '…{unknown|unrecognized} {command|operand|subcommand}',
      '…syntax error',
    ],
    examples: `
      ls: unrecognized option '--nope' → option --nope
      ls: invalid option -- 'y' → option y
      cp: missing operand → nothing
      ping: invalid number '172.17.0.2' → nothing
    `,
  },
];
