import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CommandStep } from '../../runner/core/plan.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { replay } from '../../runner/pipeline/replay.ts';
import { planChapter } from '../../runner/planner/index.ts';

const moves = ['cd shop', 'cd ../kiln', 'cd /srv/kiln', 'cd ~/kiln'];
const hanging = [
  'rm -rf $(pwd)/data',
  'rm -r data',
  'cat notes.txt',
  'ls',
  'tree .',
  'docker build -t kiln .',
  'docker compose up -d',
  'git status',
  'npm install',
  'mkdir clay',
  'echo 1 > notes.txt',
  'docker run -v "$PWD":/srv busybox true',
  './run.sh',
];
const free = ['docker ps', 'cat /etc/hosts', 'echo done', 'curl -s localhost:8080', 'ls /tmp'];

/** The commands of a chapter as they came out, where the moves that are named fail. */
function outcomes(commands: readonly string[], failing: ReadonlySet<number>) {
  const source = commands.map((text) => `\`\`\`console\n$ ${text}\n\`\`\`\n`).join('\n');
  const plan = planChapter(parseChapter(source, { id: 'ch', path: 'ch.md' }));
  const fails = ({ index, text }: CommandStep) =>
    failing.has(index) && moves.includes(text)
      ? { text: `bash: ${text}: No such file or directory`, exitCode: 1 }
      : { text: '' };
  return replay({ before: [], plan }, fails);
}

test('after a cd that did not happen nothing that hangs on the folder is typed, until one leads somewhere', () => {
  const command = fc.constantFrom(...moves, ...moves, ...hanging, ...free);
  fc.assert(
    fc.property(fc.array(command, { minLength: 2, maxLength: 12 }), fc.array(fc.nat(11)), (commands, failing) => {
      let lost = false;
      for (const { step, status, output } of outcomes(commands, new Set(failing))) {
        if (step.type !== 'command' || step.skip !== null) continue;
        if (lost && (hanging.includes(step.text) || /^cd [^/~]/.test(step.text)))
          expect([step.text, output]).toEqual([step.text, null]);
        if (moves.includes(step.text)) lost = output === null || output.exitCode !== 0;
        else if (!lost && free.includes(step.text)) expect([step.text, status]).toEqual([step.text, 'passed']);
      }
    }),
    { numRuns: 300 },
  );
});

test('a terminal is opened in the folder of the one before, and a file is written there: lost in one, lost in the other', () => {
  const editor = 'nano tea.txt';
  const command = fc.constantFrom(...moves, ...moves, ...hanging, ...free, editor);
  const typed = fc.tuple(command, fc.constantFrom(1, 1, 2, 3));
  fc.assert(
    fc.property(fc.array(typed, { minLength: 2, maxLength: 14 }), fc.array(fc.nat(13)), (commands, failing) => {
      const fences = commands.map(([text, terminal], at) => {
        const marks = `<!-- tutor: terminal=${terminal} -->\n`;
        const below = text === editor ? `\n\`tea.txt\`:\n\n\`\`\`text\nleaf ${at}\n\`\`\`\n` : '';
        return `${marks}\`\`\`console\n$ ${text}\n\`\`\`\n${below}`;
      });
      const plan = planChapter(parseChapter(fences.join('\n'), { id: 'ch', path: 'ch.md' }));
      const failed = new Set(failing);
      const lost = new Map<number, boolean>();
      let latest: number | null = null;
      for (const { step, status, output } of replay({ before: [], plan }, ({ index, text }) =>
        failed.has(index) && moves.includes(text)
          ? { text: `bash: ${text}: No such file or directory`, exitCode: 1 }
          : { text: '' },
      )) {
        const terminal = step.type === 'command' ? step.terminal : latest;
        const isLost: boolean = lost.get(terminal ?? 0) ?? lost.get(latest ?? 0) ?? false;
        if (step.type === 'file') {
          const wasLost: boolean = lost.get(latest ?? 0) ?? false;
          if (wasLost) expect([step.path, status]).toEqual([step.path, 'skipped']);
          continue;
        }
        const hangs = hanging.includes(step.text) || step.text === editor || /^cd [^/~]/.test(step.text);
        if (isLost && hangs) expect([step.text, status, output]).toEqual([step.text, 'skipped', null]);
        if (output === null) {
          if (moves.includes(step.text)) lost.set(step.terminal, true);
          continue;
        }
        lost.set(step.terminal, moves.includes(step.text) ? output.exitCode !== 0 : isLost);
        latest = step.terminal;
      }
    }),
    { numRuns: 300 },
  );
});
