import { beforeAll, expect, test } from 'vitest';
import { canRun, diagnose, type MachineFacts } from '../../runner/commands/diagnosis.ts';
import { message, wording } from '../../runner/core/message.ts';
import { buildProgram, shell } from './program.ts';

const impossible = message('sandbox-impossible', { missing: 'overlayfs' });
const good: MachineFacts = {
  system: 'linux',
  isRoot: true,
  engine: { version: '28.5.2' },
  sandbox: 'ready',
  freeGigabytes: 50,
  folder: '/var/cache/tutor',
  hubAnswers: true,
  editor: 'nano',
};

function remedies(facts: Partial<MachineFacts>): readonly string[] {
  return diagnose({ ...good, ...facts }).flatMap(({ remedy }) => (remedy === null ? [] : [remedy.code]));
}

test('where all is well nothing is to be done', () => {
  expect(diagnose(good).every((finding) => finding.good)).toBe(true);
  expect(remedies({})).toEqual([]);
  expect(canRun(good)).toBe(true);
});

test.each([
  ['linux', 'no-client', 'doctor-install-engine'],
  ['linux', 'silent', 'doctor-start-service'],
  ['linux', 'denied', 'doctor-join-group'],
  ['mac', 'no-client', 'doctor-install-desktop'],
  ['mac', 'silent', 'doctor-start-desktop'],
  // There is no such group.
  ['mac', 'denied', 'doctor-start-desktop'],
  ['wsl', 'no-client', 'doctor-install-wsl'],
  ['wsl', 'silent', 'doctor-start-wsl'],
  ['wsl', 'denied', 'doctor-join-group'],
] as const)('on %s, where the engine is %s: %s', (system, engine, remedy) => {
  expect(remedies({ system, engine })).toEqual([remedy]);
});

test.each([
  ['linux', true, 'sandbox-impossible'],
  ['linux', false, 'doctor-sandbox-root'],
  ['wsl', false, 'doctor-sandbox-root'],
  ['mac', false, 'doctor-sandbox-dind'],
] as const)('on %s without throw-away hosts, root %s: %s', (system, isRoot, remedy) => {
  expect(remedies({ system, isRoot, sandbox: impossible })).toEqual([remedy]);
});

test('space, network, and what can be prepared', () => {
  expect(remedies({ freeGigabytes: 1 })).toEqual(['doctor-make-space']);
  expect(remedies({ sandbox: 'possible' })).toEqual(['doctor-prepare-sandbox']);
  expect(remedies({ hubAnswers: false })).toEqual(['doctor-stand-ins']);
  // Stand-ins are for throw-away hosts alone.
  expect(remedies({ hubAnswers: false, system: 'mac', sandbox: impossible })).toContain('doctor-reach-hub');
});

test('one engine is enough to run a chapter', () => {
  expect(canRun({ ...good, engine: 'silent' })).toBe(true);
  expect(canRun({ ...good, sandbox: impossible })).toBe(true);
  expect(canRun({ ...good, engine: 'silent', sandbox: impossible })).toBe(false);
});

let program: string;
beforeAll(() => {
  program = buildProgram('doctor');
}, 60_000);

test('this machine, in both languages: each line is good, or says what to do', () => {
  for (const lang of ['en', 'ko']) {
    const { stdout, exitCode } = shell(program, `tutor doctor --lang ${lang}`, '/');
    expect([0, 3]).toContain(exitCode);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.filter((line) => /^[✓!] /.test(line))).toHaveLength(5);
    for (const [at, line] of lines.entries()) if (line.startsWith('!')) expect(lines[at + 1]).toMatch(/^ {2}\S/);
  }
  const bare = shell(program, 'PATH=/nowhere; tutor doctor --lang en', '/');
  expect(bare.stdout).toContain(`! ${wording({ code: 'doctor-no-client', args: {} }, 'en')}\n  `);
});
