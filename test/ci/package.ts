/**
 * `npm run check:package`: the package as the registry would get it: how large, what publint and Are The Types Wrong? say of
 * it, and that it installs and runs: without a compiler, from a folder with blanks and Korean letters that nobody may write
 * to. With `-- --nodes` on each generation of Node that it is for, which the npm registry has as packages.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { execa } from 'execa';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { globSync } from 'tinyglobby';
import { packed } from './packed.ts';

const mostUnpacked = 3_000_000;
const generations = process.argv.includes('--nodes') ? ['20.19.0', '22', '24'] : [];

const wrong: string[] = [];
const say = (text: string) => process.stdout.write(`${text}\n`);
const { folder, tarball, size, unpackedSize, files } = await packed();
try {
  say(`${size} bytes packed, ${unpackedSize} unpacked:`);
  for (const { path, size } of files.toSorted((a, b) => b.size - a.size).slice(0, 8)) say(`  ${size} ${path}`);
  if (unpackedSize > mostUnpacked) wrong.push(`more than ${mostUnpacked} bytes unpacked`);
  for (const { path } of files) if (path.endsWith('.map')) wrong.push(`${path} leads to nothing in the package`);
  await check();
  for (const version of [process.version, ...generations]) await install(version);
} finally {
  rmSync(folder, { recursive: true });
}
for (const each of wrong) say(`✗ ${each}`);
process.exitCode = wrong.length === 0 ? 0 : 1;

async function check(): Promise<void> {
  const bytes = new Uint8Array(readFileSync(tarball));
  const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer } });
  wrong.push(...messages.map((message) => `publint: ${formatMessage(message, pkg) ?? message.code}`));
  const types = await checkPackage(createPackageFromTarballData(bytes));
  // Modules only: every Node that tutor runs on can `require` them, and what resolves no `exports` has no vitest either.
  const isKnown = (one: object) => 'resolutionKind' in one && one.resolutionKind === 'node10';
  const problems =
    types.types === false
      ? ['no types']
      : types.problems.filter((one) => one.kind !== 'CJSResolvesToESM' && !isKnown(one));
  wrong.push(...problems.map((problem) => `attw: ${JSON.stringify(problem)}`));
}

/** A generation of Node as a folder of programs: it, npm and a shell, and nothing that compiles. */
async function programsOf(version: string): Promise<string> {
  const programs = join(folder, `programs-${version}`);
  mkdirSync(programs);
  let node = process.execPath;
  if (version !== process.version) {
    const place = join(folder, `node-${version}`);
    mkdirSync(place);
    writeFileSync(join(place, 'package.json'), '{}\n');
    const name = `node-${process.platform}-${process.arch}`;
    await execa('npm', ['install', '--ignore-scripts', `${name}@${version}`], { cwd: place });
    node = join(place, 'node_modules', name, 'bin/node');
  }
  symlinkSync(node, join(programs, 'node'));
  for (const name of ['npm', 'sh', 'env', 'bash', 'cat', 'uname', 'stty']) {
    const { stdout } = await execa('which', [name]);
    symlinkSync(stdout, join(programs, name));
  }
  return programs;
}

async function install(version: string): Promise<void> {
  const programs = await programsOf(version);
  // A Node from the registry knows none of the authorities that this machine has been told of.
  const known = '/etc/ssl/certs/ca-certificates.crt';
  const authorities = process.env.NODE_EXTRA_CA_CERTS ?? (existsSync(known) ? known : undefined);
  const env = { PATH: programs, HOME: folder, LANG: 'en_US.UTF-8', NODE_EXTRA_CA_CERTS: authorities };
  const project = join(folder, `책 모음 ${version}`);
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "private": true }\n');
  const startedAt = performance.now();
  const args = ['install', '--no-fund', '--no-audit', tarball];
  const options = { cwd: project, env, extendEnv: false, reject: false, all: true } as const;
  const installed = await execa('npm', args, options);
  if (installed.exitCode !== 0) {
    wrong.push(`node ${version}: npm install: ${installed.all}`);
    return;
  }
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  const { stdout: total } = await execa('du', ['-sm', join(project, 'node_modules')]);
  const packages = globSync(['*/package.json', '@*/*/package.json'], { cwd: join(project, 'node_modules') }).length;
  say(`node ${version}: ${packages} packages, ${total.split('\t')[0]} MB, installed in ${seconds} s`);
  const { stdout: all } = await execa('sh', ['-c', 'du -sm * @*/* | sort -rn | grep -v "^1\t"'], {
    cwd: join(project, 'node_modules'),
    reject: false,
  });
  say(all.replace(/^/gm, '  '));
  mkdirSync(join(project, 'docs'));
  writeFileSync(
    join(project, 'docs/인사.md'),
    '# Hello\n\n```console\n$ cd /tmp && echo hello && pwd\nhello\n/tmp\n```\n',
  );
  const tutor = join(project, 'node_modules/@tutor-md/tutor/dist/cli.js');
  const state = join(folder, `state-${version}`);
  // Permissions would not keep root from writing.
  const readOnly = `mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && cd "$0" && exec "$@"`;
  for (const [verb, expected] of [
    [['--version'], /^\d+\.\d+/],
    [['plan', 'docs/인사.md'], /echo hello/],
    [['test', 'docs/인사.md', '--engine', 'sandbox:28', '--yes'], /1 passed/],
  ] as const) {
    const { exitCode, all } = await execa(
      'unshare',
      ['--mount', 'sh', '-c', readOnly, project, join(programs, 'node'), tutor, ...verb],
      { reject: false, all: true, env: { PATH: `${programs}:${process.env.PATH}`, TUTOR_STATE: state } },
    );
    if (exitCode !== 0 || !expected.test(all)) wrong.push(`node ${version}: tutor ${verb.join(' ')}: ${all}`);
  }
}
