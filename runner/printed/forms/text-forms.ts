import type { LineForm } from './read-form.ts';

/** Lines that are a part of something larger: a page, a drawing, a text in JSON, a client's greeting. */
export const textForms: readonly LineForm[] = [
  { name: 'json-begun', of: ['curl', 'cat', 'jq'], output: 'json', role: 'part', phrases: [' [$', ' <open>$'] },
  {
    name: 'json',
    of: ['*'],
    role: 'part',
    phrases: [' <open>', ' <close>', ' ]', ' [<open>', ' "<name>":', ' ){,|}$'],
  },
  {
    name: 'page',
    of: ['curl', 'wget', 'cat'],
    role: 'part',
    phrases: [' <{!DOCTYPE|!doctype|/|}{html|head|body|h1|h2|p|title|style|div|em|a| html}{ |>|$}'],
  },
  { name: 'drawing', of: ['tree'], role: 'part', phrases: ['…{├|└|│|┌|┐|┘|─}', ' |__', ' |--'] },
  { name: 'ruled', of: ['*'], role: 'row', phrases: ['+ <letters>', '+---', '| … |$', '----'] },
  {
    name: 'greeting',
    of: ['*'],
    role: 'part',
    phrases: [
      'Docker version',
      'docker-compose version',
      'Client:',
      'Server:',
      'Options:',
      'Commands:',
      'Server Version',
      'Hello from Docker',
      'Hello{,|} World',
      'Login Succeeded',
      'Swarm initialized',
      'WARNING!',
      'Are you sure',
      'Emulate Docker',
    ],
  },
];
