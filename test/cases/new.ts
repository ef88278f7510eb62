/** `npm run case:new -- plan|run|update NAME`: a new case from a template, to be filled in. */
import { existsSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';

const templates: Readonly<Record<string, string>> = {
  plan: `# What this shows

\`\`\`console
$ docker image ls
\`\`\`

<!-- plan
1 run
  $ docker image ls
-->
`,
  run: `# What this shows

\`\`\`console
$ echo one
one
\`\`\`

<!-- outcomes
4 passed
-->
`,
  update: `# What this shows

## Before

\`\`\`\`md
\`\`\`console
$ echo one
two
\`\`\`
\`\`\`\`

## Actual

### \`echo one\`

\`\`\`text
one
\`\`\`

## After

\`\`\`\`md
\`\`\`console
$ echo one
one
\`\`\`
\`\`\`\`
`,
};

const checks: Readonly<Record<string, string>> = {
  plan: 'npx vitest run --project unit test/planner',
  run: 'npx vitest run --project engine test/pipeline',
  update: 'npx vitest run --project unit test/updater',
};

const [kind = '', name = ''] = process.argv.slice(2);
const template = templates[kind];
const path = join(import.meta.dirname, kind, `${name}.md`);
if (template === undefined || !/^[a-z0-9-]+$/.test(name) || existsSync(path)) {
  process.stderr.write(`npm run case:new -- ${Object.keys(templates).join('|')} a-new-name\n`);
  process.exitCode = 2;
} else {
  writeFileSync(path, template);
  process.stdout.write(`${relative(process.cwd(), path)}\n${checks[kind]}\n`);
}
