import type { LineForm } from './line-form.ts';

/** Lines that are a part of something larger: a page, a drawing, a text in JSON, a client's greeting. */
export const textForms: readonly LineForm[] = [
  {
    name: 'json-begun',
    of: ['curl', 'cat', 'jq'],
    output: 'json',
    role: 'part',
    phrases: [' [$', ' <open>$'],
    examples: `
      [
      {
    `,
  },
  {
    name: 'json',
    of: ['*'],
    role: 'part',
    phrases: [' <open>', ' <close>', ' ]', ' [<open>', ' "<name>":', ' ){,|}$'],
    examples: `
      "Id": "x",
      ],
    `,
  },
  {
    name: 'page',
    of: ['curl', 'wget', 'cat'],
    role: 'part',
    phrases: [' <{!DOCTYPE|!doctype|/|}{html|head|body|h1|h2|p|title|style|div|em|a| html}{ |>|$}'],
    examples: `
      <!DOCTYPE html>
      <h1>Hello</h1>
      </body>
    `,
  },
  {
    name: 'drawing',
    of: ['tree'],
    role: 'part',
    phrases: ['…{├|└|│|┌|┐|┘|─}', ' |__', ' |--'],
    examples: `
      ├── app.js
      |-- src
    `,
  },
  {
    name: 'ruled',
    of: ['*'],
    role: 'row',
    phrases: ['+ <letters>', '+---', '| … |$', '----'],
    examples: `
      +----+------+
      | id | name |
    `,
  },
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
    examples: `
      Docker version 28.5.2, build abc
      Hello from Docker!
      Login Succeeded
      Swarm initialized: current node (abc) is now a manager.
    `,
  },
];
