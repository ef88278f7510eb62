import { because } from '../../../core/message.ts';
import { lastPart } from '../../../core/paths.ts';
import { isNumber, withoutEnding } from '../../../core/words.ts';
import { endless, type Parts, things } from '../effect-parts.ts';
import type { Contact } from '../effects.ts';
import type { ProgramTable } from './program-table.ts';
import { has, operandsOf, optionOf } from './program-table.ts';

const curlValued = (
  'o output d data data-raw data-binary json H header X request u user A user-agent b cookie c cookie-jar F ' +
  'form T upload-file m max-time connect-timeout retry retry-delay w write-out cacert cert key e x proxy ' +
  'resolve unix-socket interface r K D dump-header E noproxy max-redirs limit-rate socks5 connect-to ciphers'
).split(' ');

/** Programs that talk to a server. */
export const webPrograms: ProgramTable = {
  curl: curlParts,
  wget: wgetParts,
  http: (args) => ({ contacts: args.flatMap(contactOf) }),
  ping: (args) => ({
    contacts: operandsOf(args, ['c', 'w', 'i', 's', 'W', 'I', 't', 'n'])
      .slice(0, 1)
      .map((host) => ({ host, port: null })),
    output: { form: 'log', log: 'ping' },
    // Windows counts with -n and stops after four.
    ...(has(args, 'c', 'w') || (optionOf(args, 'n') !== null && isNumber(optionOf(args, 'n') ?? ''))
      ? {}
      : endless(because('ends-until-stopped', { what: 'ping' }))),
  }),
  nc: ncParts,
  ncat: ncParts,
  telnet: (args) => ({
    contacts: hostAndPort(args),
    opens: { into: 'repl', program: 'telnet', shellLike: false, container: null },
  }),
  ssh: (args) => {
    const [host, ...command] = operandsOf(args, ['i', 'p', 'l', 'o', 'L', 'R', 'D', 'F', 'J']);
    const contacts: readonly Contact[] =
      host === undefined ? [] : [{ host: host.replace(/^.*@/, ''), port: Number(optionOf(args, 'p') ?? 22) }];
    return {
      contacts,
      opens:
        command.length > 0 || has(args, 'N', 'V')
          ? null
          : { into: 'shell', program: 'sh', shellLike: true, container: null },
    };
  },
  scp: () => ({}),
  git: (args) => {
    const [verb, from, to] = operandsOf(args, ['b', 'branch', 'depth', 'm', 'C']);
    const folder = withoutEnding(from ?? '', '/')
      .replace(/^.*[/:]/, '')
      .replace(/\.git$/, '');
    if (verb === 'init') return { makes: things('repository', [null]) };
    if (verb !== undefined && ofRepository.has(verb)) return { needs: things('repository', [null]) };
    return verb === 'clone' && from !== undefined
      ? { makes: things('repository', [null]), writesFiles: [to ?? folder], output: { form: 'log', log: 'git' } }
      : {};
  },
  ab: (args) => ({ contacts: args.flatMap(contactOf) }),
};

/** Verbs of git that are about the repository they are typed in. */
const ofRepository = new Set(
  'add am bisect branch checkout cherry-pick clean commit diff fetch log merge mv pull push rebase remote reset restore revert show stash status submodule switch tag worktree'.split(
    ' ',
  ),
);

/** Host and port of an address that is written without protocol or with http, https, ftp or ws. */
function contactOf(url: string): readonly Contact[] {
  const match =
    /^(?:(?<protocol>https?|ftp|wss?):\/\/)?(?:[^/@\s]*@)?(?<host>\[[^\]]+\]|[\w.-]+|\$\{?\w+\}?)(?::(?<port>\d+))?(?:[/?#]|$)/.exec(
      url,
    );
  const { protocol, host, port } = match?.groups ?? {};
  if (host === undefined) return [];
  const usual = protocol === 'https' || protocol === 'wss' ? 443 : protocol === 'ftp' ? 21 : 80;
  return [{ host, port: port === undefined ? usual : Number(port) }];
}

function curlParts(args: readonly string[]): Parts {
  const urls = operandsOf(args, curlValued);
  const output = optionOf(args, 'o', 'output');
  const saved = has(args, 'O', 'remote-name') ? urls.map((url) => lastPart(url.replace(/[?#].*$/, ''))) : [];
  const files = [...(output === null || output.startsWith('/dev/') ? [] : [output]), ...saved];
  const bodies = [optionOf(args, 'd', 'data', 'data-binary'), optionOf(args, 'T', 'upload-file')];
  const reads = bodies.flatMap((body) => (body?.startsWith('@') ? [body.slice(1)] : []));
  const user = optionOf(args, 'u', 'user');
  const bearer = args.flatMap((arg) => /Authorization:\s*\w+\s+(\S+)/i.exec(arg)?.[1] ?? []);
  return {
    contacts: urls.flatMap(contactOf),
    output: { form: 'log', log: 'curl' },
    writesFiles: files,
    readsFiles: reads,
    secrets: [...(user?.includes(':') ? [user.slice(user.indexOf(':') + 1)] : []), ...bearer],
  };
}

function wgetParts(args: readonly string[]): Parts {
  const urls = operandsOf(args, ['O', 'P', 'o', 'T', 't', 'output-document', 'directory-prefix', 'timeout', 'tries']);
  const output = /^-\w*O-$/.test(args.find((arg) => /^-\w*O-$/.test(arg)) ?? '')
    ? '-'
    : optionOf(args, 'O', 'output-document');
  const names = urls.map((url) => lastPart(url.replace(/[?#].*$/, '').replace(/^\w+:\/\/[^/]*\/?$/, 'index.html')));
  const writes = has(args, 'spider') || output === '-' ? [] : output === null ? names : [output];
  return {
    contacts: urls.flatMap(contactOf),
    output: { form: 'log', log: 'wget' },
    writesFiles: writes.filter((file) => file !== '' && !file.startsWith('/dev/')),
  };
}

function ncParts(args: readonly string[]): Parts {
  if (has(args, 'l')) return endless(because('ends-until-stopped', { what: 'nc -l' }));
  return {
    contacts: hostAndPort(args),
    ...(has(args, 'z') ? {} : { ends: { how: 'unknown', reason: because('ends-not-known', { what: 'nc' }) } }),
  };
}

function hostAndPort(args: readonly string[]): readonly Contact[] {
  const [host, port] = operandsOf(args, ['w', 'q', 'p', 'i', 's']);
  return host === undefined ? [] : [{ host, port: port === undefined ? null : Number.parseInt(port, 10) || null }];
}
