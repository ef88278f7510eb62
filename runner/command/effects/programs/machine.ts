import { endless, type Parts, things } from '../effect-parts.ts';
import type { Opens } from '../effects.ts';
import { has, operandsOf, optionOf } from './arguments.ts';
import type { ProgramTable } from './program-table.ts';
import { shellGiven } from './prompts.ts';

/** Programs that act on the machine, run on, or ask something. */
export const machinePrograms: ProgramTable = {
  systemctl: (args) => ({ operatingSystem: 'linux', ...service(operandsOf(args)[0] ?? '', operandsOf(args)[1] ?? '') }),
  service: (args) => ({ operatingSystem: 'linux', ...service(args[1] ?? '', args[0] ?? '') }),
  journalctl: (args) =>
    has(args, 'f', 'follow') ? endless('journalctl -f follows until Ctrl-C') : { opens: pager(args) },
  ...Object.fromEntries(
    ['reboot', 'shutdown', 'halt', 'poweroff'].map((name) => [
      name,
      () => ({ destructive: `${name} ends the machine` }),
    ]),
  ),
  ...Object.fromEntries(
    ['killall', 'pkill'].map((name) => [name, () => ({ destructive: `${name} ends every process of that name` })]),
  ),
  ...Object.fromEntries(
    ['init', 'telinit'].map((name) => [
      name,
      (args: readonly string[]) => (/^[06]$/.test(args[0] ?? '') ? { destructive: `${name} ends the machine` } : {}),
    ]),
  ),
  ...Object.fromEntries(
    ['mkfs', 'mkfs.ext4', 'mkfs.ext3', 'mkfs.xfs', 'mkfs.btrfs', 'mkfs.vfat', 'wipefs', 'mkswap'].map((name) => [
      name,
      () => ({ destructive: 'formats a device' }),
    ]),
  ),
  userdel: () => ({ destructive: 'removes a user of the machine' }),
  iptables: (args) => (has(args, 'F', 'flush') ? { destructive: 'removes the rules of the firewall' } : {}),
  nft: (args) => (args[0] === 'flush' ? { destructive: 'removes the rules of the firewall' } : {}),
  usermod: () => ({ silent: true, operatingSystem: 'linux' }),
  groupadd: () => ({ silent: true, operatingSystem: 'linux' }),
  useradd: () => ({ silent: true, operatingSystem: 'linux' }),
  passwd: () => ({ asks: 'New password:' }),
  adduser: (args) => ({ asks: has(args, 'disabled-password', 'D', 'system') ? null : 'New password:' }),
  'ssh-keygen': (args) => ({ asks: optionOf(args, 'N') !== null ? null : 'Enter file in which to save the key' }),
  read: () => ({ asks: 'read waits for a line' }),
  sshpass: (args) => ({ secrets: [optionOf(args, 'p')].filter((secret) => secret !== null) }),
  export: () => ({ silent: true }),
  unset: () => ({ silent: true }),
  alias: (args) => ({ silent: args.length > 0 }),
  set: () => ({ silent: true }),
  eval: () => ({ silent: true }),
  true: () => ({ silent: true }),
  wait: () => ({ silent: true }),
  kill: () => ({ silent: true }),
  open: () => ({ operatingSystem: 'mac' }),
  'xdg-open': () => ({ operatingSystem: 'linux' }),
  start: () => ({ operatingSystem: 'windows' }),
  dir: () => ({ operatingSystem: 'windows' }),
  wsl: (args) => ({
    operatingSystem: 'windows',
    destructive: has(args, 'unregister') ? 'removes a distribution' : null,
  }),
  ...Object.fromEntries(
    ['top', 'htop', 'ctop', 'btop', 'vmstat-live', 'lazydocker', 'k9s'].map((name) => [name, screen(name)]),
  ),
  ip: (args) => devicesOf(args),
  yes: () => endless('yes never ends'),
  tcpdump: (args) => (has(args, 'c') ? {} : endless('tcpdump goes on until Ctrl-C')),
  dockerd: () => endless('dockerd is a daemon'),
  containerd: () => endless('containerd is a daemon'),
  nginx: (args) => (/daemon off/.test(args.join(' ')) ? endless('nginx runs in the foreground') : { silent: true }),
  ...servers(
    (
      'redis-server mysqld mongod httpd-foreground catalina.sh uvicorn gunicorn http-server nodemon live-server ' +
      'ngrok jupyter caddy supervisord'
    ).split(' '),
  ),
  flask: (args) => (operandsOf(args).includes('run') ? endless('flask run is a server') : {}),
  rails: (args) => (/^s(?:erver)?$/.test(args[0] ?? '') ? endless('rails server runs until Ctrl-C') : {}),
  jekyll: (args) => (/^s(?:erve)?$/.test(args[0] ?? '') ? endless('jekyll serve runs until Ctrl-C') : {}),
  hugo: (args) => (/^serve(?:r)?$/.test(args[0] ?? '') ? endless('hugo server runs until Ctrl-C') : {}),
  java: (args) =>
    has(args, 'version') ? {} : { ends: { how: 'unknown', reason: 'what the program does is not known' } },
  fg: () => ({ ends: { how: 'unknown', reason: 'fg brings back what may never end' } }),
  make: () => ({ ends: { how: 'unknown', reason: 'what the target runs is not known' } }),
  go: (args) => ({
    output: { form: 'log', log: 'go' },
    ...(args[0] === 'run' ? { ends: { how: 'unknown', reason: 'what the program does is not known' } as const } : {}),
  }),
  dotnet: (args) =>
    ['run', 'watch'].includes(args[0] ?? '')
      ? { ends: { how: 'unknown', reason: 'what the program does is not known' } }
      : {},
  kubectl: (args) =>
    args[0] === 'port-forward' ||
    args[0] === 'proxy' ||
    (args[0] === 'logs' && has(args, 'f')) ||
    has(args, 'w', 'watch')
      ? endless('kubectl goes on until Ctrl-C')
      : { opens: args[0] === 'exec' && has(args, 't', 'tty') ? shellGiven(args) : null },
};

/** `ip link add NAME`, `ip addr add … dev NAME`: what `ip-link(8)` calls a device. */
function devicesOf(args: readonly string[]): Parts {
  const [object = '', verb = '', ...rest] = args.filter((arg) => !arg.startsWith('-'));
  const behind = (word: string) => {
    const name = rest[rest.indexOf(word) + 1];
    return rest.includes(word) && name !== undefined ? [name] : [];
  };
  const first = rest[0] === undefined || ['dev', 'name', 'link'].includes(rest[0]) ? [] : [rest[0]];
  const isLink = /^l(?:i(?:nk?)?)?$/.test(object);
  if (isLink && verb === 'add')
    return {
      makes: things('device', [...first, ...behind('name')].slice(0, 1)),
      needs: things('device', behind('link')),
    };
  const named = isLink && ['set', 'show', 'del', 'delete'].includes(verb) ? first : [];
  const needed = things('device', [...named, ...behind('dev')]);
  return { needs: needed, destroys: isLink && verb.startsWith('del') ? needed : [] };
}

function servers(names: readonly string[]): ProgramTable {
  return Object.fromEntries(
    names.map((name) => [
      name,
      (args: readonly string[]) => (has(args, 'version', 'v') ? {} : endless(`${name} is a server`)),
    ]),
  );
}

function screen(name: string): () => Parts {
  return () => endless(`${name} refreshes until it is left`);
}

function pager(args: readonly string[]): Opens | null {
  return has(args, 'no-pager') ? null : { into: 'pager', program: 'less', shellLike: false, container: null };
}

function service(verb: string, unit: string): Parts {
  const docker = /^(?:docker|containerd)(?:\.|$)/.test(unit);
  const stops = ['stop', 'restart', 'disable', 'kill', 'mask', 'reload-or-restart'].includes(verb);
  if (['reboot', 'poweroff', 'halt', 'kexec', 'rescue', 'emergency', 'suspend', 'hibernate'].includes(verb))
    return { destructive: `systemctl ${verb} ends the machine` };
  if (docker && stops) return { destructive: `${verb} of ${unit} ends what runs on this engine`, silent: true };
  return { silent: verb !== 'status' };
}
