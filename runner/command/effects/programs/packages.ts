import { because } from '../../../core/message.ts';
import { endless, type Parts } from '../effect-parts.ts';
import type { LogKind } from '../effects.ts';
import { always, each, has, operandsOf, type ProgramTable } from './program-table.ts';

/** Package managers and build tools. */
export const packagePrograms: ProgramTable = {
  apt: system('apt', 'apt'),
  'apt-get': system('apt', 'apt'),
  aptitude: system('aptitude', 'apt'),
  yum: system('yum', 'yum'),
  dnf: system('dnf', 'yum'),
  microdnf: system('microdnf', 'yum'),
  apk: () => ({ ...log('apk'), operatingSystem: 'linux' }),
  'add-apt-repository': (args) => ({
    operatingSystem: 'linux',
    asks: has(args, 'y', 'yes') ? null : 'Press [ENTER] to continue',
  }),
  ...always('pip pip3', log('pip')),
  ...each('npm pnpm yarn', () => npmParts),
  npx: (args) =>
    /^(?:http-server|serve|nodemon|vite|json-server|live-server)\b/.test(operandsOf(args)[0] ?? '')
      ? endless(because('ends-server', { what: operandsOf(args)[0] ?? '' }))
      : log('npm'),
  ...each('mvn mvnw', () => (args) => built('mvn', args, /:(?:run|dev)$/)),
  ...each('gradle gradlew', () => (args) => built('gradle', args, /(?:bootRun|^run$|Run$)/)),
  pacman: (args) => ({
    operatingSystem: 'linux',
    asks: has(args, 'noconfirm') ? null : 'Proceed with installation? [Y/n]',
  }),
};

const changing = new Set(
  (
    'install remove purge upgrade dist-upgrade full-upgrade autoremove erase update localinstall reinstall ' +
    'groupinstall'
  ).split(' '),
);

function system(program: string, kind: LogKind): (args: readonly string[]) => Parts {
  return (args) => {
    const [verb = '', ...packages] = operandsOf(args, ['o', 't']);
    const quietly = has(args, 'y', 'yes', 'assume-yes', 'assumeyes', 'q') || has(args, 'qq');
    const question = changing.has(verb) && !(kind === 'apt' && verb === 'update');
    const removing = ['remove', 'purge', 'autoremove', 'erase'].includes(verb);
    return {
      ...log(kind),
      operatingSystem: 'linux',
      asks: question && !quietly ? 'Do you want to continue? [Y/n]' : null,
      destructive: removing ? because('destroys-packages', { what: `${program} ${verb}` }) : null,
      makes: verb.endsWith('install') ? packages.map((name) => ({ kind: 'package', name })) : [],
    };
  };
}

function npmParts(args: readonly string[]): Parts {
  const words = operandsOf(args, ['prefix']);
  const script = words[0] === 'run' || words[0] === 'run-script' ? words[1] : words[0];
  if (/^(?:start|dev|serve|watch|develop)(?::|$)/.test(script ?? ''))
    return { ...endless(because('ends-server', { what: script ?? '' })) };
  if (words[0] === 'init' || words[0] === 'login')
    return { asks: has(args, 'y', 'yes') ? null : `${words[0]} asks for its settings` };
  return log('npm');
}

/** A goal that runs what was built starts a server. */
function built(kind: LogKind, args: readonly string[], runs: RegExp): Parts {
  return { ...log(kind), ...(args.some((arg) => runs.test(arg)) ? endless(because('ends-starts-server')) : {}) };
}

function log(kind: LogKind): Parts {
  return { output: { form: 'log', log: kind } };
}
