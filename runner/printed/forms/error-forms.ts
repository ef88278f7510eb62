import type { LineForm } from './read-form.ts';

/**
 * How the message of a failure that ended something begins or ends, whatever it says; a log that mentions an error has
 * none of these forms. What it says is read by `faultIn`.
 */
export const errorForms: readonly LineForm[] = [
  {
    name: 'docker-error',
    of: ['*'],
    role: 'error',
    phrases: [
      '{docker: |}Error{:| response}',
      '{docker|unable to|OCI runtime|standard_init|exec}<end>…{: {cannot|no such|not found|permission|operation|invalid|error}|error:}',
      '{failed to|error} {solve|pull|fetch|register|download|copy|pulling}{ |:}',
      'error during connect',
      '{denied|unauthorized|toomanyrequests}: ',
      'OCI runtime ',
      'Cannot connect to the Docker daemon',
      '…failed to solve',
      '…returned a non-zero code',
      '…executable file not found',
      'standard_init_linux',
      'exec <word>: ',
      'no configuration file provided',
      'unable to ',
    ],
  },
  {
    name: 'program-error',
    of: ['*'],
    role: 'error',
    phrases: [
      '{E|fatal|panic}: ',
      'npm {ERR!|error} ',
      '[ERROR] ',
      'Traceback (most recent call last)',
      'curl: (<n>)',
      '{curl|ls|cat|bash|sh|cp|rm|mount|ping|mkdir}<end>…{: {cannot|no such|not found|permission|operation|invalid|error}|error:}',
      '…: {no such file or directory|command not found|permission denied}',
      '…: not found{.|}$',
    ],
  },
];
