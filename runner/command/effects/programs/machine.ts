import { because } from '../../../core/message.ts';
import { endless, type Parts, things } from '../effect-parts.ts';
import type { Opens } from '../effects.ts';
import { always, each, has, operandsOf, optionOf, type ProgramTable } from './program-table.ts';
import { shellGiven } from './prompts.ts';

/** Programs that act on the machine, run on, or ask something. */
export const machinePrograms: ProgramTable = {
  systemctl: (args) => ({ operatingSystem: 'linux', ...service(operandsOf(args)[0] ?? '', operandsOf(args)[1] ?? '') }),
  service: (args) => ({ operatingSystem: 'linux', ...service(args[1] ?? '', args[0] ?? '') }),
  journalctl: (args) =>
    has(args, 'f', 'follow')
      ? endless(because('ends-until-stopped', { what: 'journalctl -f' }))
      : { opens: pager(args) },
  ...each('reboot shutdown halt poweroff', (what) => () => ({ destructive: because('destroys-machine', { what }) })),
  ...each('killall pkill', (what) => () => ({ destructive: because('destroys-processes', { what }) })),
  ...each(
    'init telinit',
    (what) => (args) => (/^[06]$/.test(args[0] ?? '') ? { destructive: because('destroys-machine', { what }) } : {}),
  ),
  ...always('mkfs mkfs.ext4 mkfs.ext3 mkfs.xfs mkfs.btrfs mkfs.vfat wipefs mkswap', {
    destructive: because('destroys-device', { what: 'mkfs' }),
  }),
  userdel: () => ({ destructive: because('destroys-system', { what: 'userdel' }) }),
  iptables: (args) =>
    has(args, 'F', 'flush') ? { destructive: because('destroys-system', { what: 'iptables -F' }) } : {},
  nft: (args) => (args[0] === 'flush' ? { destructive: because('destroys-system', { what: 'nft flush' }) } : {}),
  ...always('usermod groupadd useradd', { silent: true, operatingSystem: 'linux' }),
  passwd: () => ({ asks: 'New password:' }),
  adduser: (args) => ({ asks: has(args, 'disabled-password', 'D', 'system') ? null : 'New password:' }),
  'ssh-keygen': (args) => ({ asks: optionOf(args, 'N') !== null ? null : 'Enter file in which to save the key' }),
  read: () => ({ asks: 'read waits for a line' }),
  sshpass: (args) => ({ secrets: [optionOf(args, 'p')].filter((secret) => secret !== null) }),
  alias: (args) => ({ silent: args.length > 0 }),
  ...always('export unset set eval true wait kill', { silent: true }),
  ...always('brew', { operatingSystem: 'mac' }),
  open: (args) => ({ operatingSystem: 'mac', visits: isAddress(args) }),
  ...always('dpkg rpm', { operatingSystem: 'linux' }),
  'xdg-open': () => ({ operatingSystem: 'linux', visits: true }),
  ...always('google-chrome google-chrome-stable chromium chromium-browser firefox sensible-browser', { visits: true }),
  ...always('dir choco winget scoop', { operatingSystem: 'windows' }),
  start: (args) => ({ operatingSystem: 'windows', visits: isAddress(args) }),
  wsl: (args) => ({
    operatingSystem: 'windows',
    destructive: has(args, 'unregister') ? because('destroys-system', { what: 'wsl --unregister' }) : null,
  }),
  ...each(
    'top htop ctop btop vmstat-live lazydocker k9s yes',
    (what) => () => endless(because('ends-until-stopped', { what })),
  ),
  ip: (args) => devicesOf(args),
  tcpdump: (args) => (has(args, 'c') ? {} : endless(because('ends-until-stopped', { what: 'tcpdump' }))),
  ...each('dockerd containerd', (what) => () => endless(because('ends-server', { what }))),
  nginx: (args) =>
    args.join(' ').includes('daemon off') ? endless(because('ends-server', { what: 'nginx' })) : { silent: true },
  ...each(
    'redis-server mysqld mongod httpd-foreground catalina.sh uvicorn gunicorn http-server nodemon live-server ngrok jupyter caddy supervisord',
    (what) => (args) => (has(args, 'version', 'v') ? {} : endless(because('ends-server', { what }))),
  ),
  flask: (args) => (operandsOf(args).includes('run') ? endless(because('ends-server', { what: 'flask run' })) : {}),
  rails: (args) =>
    /^s(?:erver)?$/.test(args[0] ?? '') ? endless(because('ends-server', { what: 'rails server' })) : {},
  jekyll: (args) =>
    /^s(?:erve)?$/.test(args[0] ?? '') ? endless(because('ends-server', { what: 'jekyll serve' })) : {},
  hugo: (args) => (/^serve(?:r)?$/.test(args[0] ?? '') ? endless(because('ends-server', { what: 'hugo server' })) : {}),
  java: (args) => (has(args, 'version') ? {} : { ends: { how: 'unknown', reason: because('ends-program-not-known') } }),
  ...each('fg make', (what) => () => ({ ends: { how: 'unknown', reason: because('ends-not-known', { what }) } })),
  go: (args) => ({
    output: { form: 'log', log: 'go' },
    ...(args[0] === 'run' ? { ends: { how: 'unknown', reason: because('ends-program-not-known') } as const } : {}),
  }),
  dotnet: (args) =>
    ['run', 'watch'].includes(args[0] ?? '')
      ? { ends: { how: 'unknown', reason: because('ends-program-not-known') } }
      : {},
  kubectl: (args) =>
    args[0] === 'port-forward' ||
    args[0] === 'proxy' ||
    (args[0] === 'logs' && has(args, 'f')) ||
    has(args, 'w', 'watch')
      ? endless(because('ends-until-stopped', { what: 'kubectl' }))
      : {
          ...inFormat(optionOf(args, 'o', 'output')),
          opens: args[0] === 'exec' && has(args, 't', 'tty') ? shellGiven(args) : null,
        },
};

function inFormat(format: string | null): Parts {
  return format === 'yaml' || format === 'json' ? { output: { form: format } } : {};
}

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

function pager(args: readonly string[]): Opens | null {
  return has(args, 'no-pager') ? null : { into: 'pager', program: 'less', shellLike: false, container: null };
}

function service(verb: string, unit: string): Parts {
  const docker = /^(?:docker|containerd)(?:\.|$)/.test(unit);
  const stops = ['stop', 'restart', 'disable', 'kill', 'mask', 'reload-or-restart'].includes(verb);
  if (['reboot', 'poweroff', 'halt', 'kexec', 'rescue', 'emergency', 'suspend', 'hibernate'].includes(verb))
    return { destructive: because('destroys-machine', { what: `systemctl ${verb}` }) };
  if (docker && stops)
    return { destructive: because('destroys-engine', { what: `systemctl ${verb} ${unit}` }), silent: true };
  return { silent: verb !== 'status' };
}

function isAddress(args: readonly string[]): boolean {
  return args.some((arg) => /^https?:\/\/|^localhost\b/.test(arg));
}
