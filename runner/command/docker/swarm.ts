import type { VerbTable } from './verb-table.ts';

/** Verbs about a swarm, its nodes, stacks, secrets and configs. Options as `docker 28 VERB --help` lists them, and those that older clients had. */
export const swarmVerbs: VerbTable = {
  'config create': { operands: '2', flags: 'l,label= template-driver=' },
  'config inspect': { operands: '1+', flags: 'f,format= pretty' },
  'config ls': { aliases: ['config list'], operands: '0', flags: 'f,filter= format= q,quiet' },
  'config rm': { aliases: ['config remove'], operands: '1+', flags: '' },
  'node demote': { operands: '1+', flags: '' },
  'node inspect': { operands: '1+', flags: 'f,format= pretty' },
  'node ls': { aliases: ['node list'], operands: '0', flags: 'f,filter= format= q,quiet' },
  'node promote': { operands: '1+', flags: '' },
  'node ps': { operands: '0+', flags: 'f,filter= format= no-resolve no-trunc q,quiet' },
  'node rm': { aliases: ['node remove'], operands: '1+', flags: 'f,force' },
  'node update': { operands: '1', flags: 'availability= label-add= label-rm= role=' },
  'secret create': { operands: '1-2', flags: 'd,driver= l,label= template-driver=' },
  'secret inspect': { operands: '1+', flags: 'f,format= pretty' },
  'secret ls': { aliases: ['secret list'], operands: '0', flags: 'f,filter= format= q,quiet' },
  'secret rm': { aliases: ['secret remove'], operands: '1+', flags: '' },
  'stack config': { operands: '0', flags: 'c,compose-file= skip-interpolation' },
  'stack deploy': {
    aliases: ['stack up'],
    operands: '1',
    flags: 'c,compose-file= d,detach prune q,quiet resolve-image= with-registry-auth',
  },
  'stack ls': { aliases: ['stack list'], operands: '0', flags: 'format=' },
  'stack ps': { operands: '1', flags: 'f,filter= format= no-resolve no-trunc q,quiet' },
  'stack rm': { aliases: ['stack down', 'stack remove'], operands: '1+', flags: 'd,detach' },
  'stack services': { operands: '1', flags: 'f,filter= format= q,quiet' },
  'swarm ca': { operands: '0', flags: 'ca-cert= ca-key= cert-expiry= d,detach external-ca= q,quiet rotate' },
  'swarm init': {
    operands: '0',
    flags:
      'advertise-addr= autolock availability= cert-expiry= data-path-addr= data-path-port= ' +
      'default-addr-pool= default-addr-pool-mask-length= dispatcher-heartbeat= external-ca= ' +
      'force-new-cluster listen-addr= max-snapshots= snapshot-interval= task-history-limit=',
  },
  'swarm join': { operands: '1', flags: 'advertise-addr= availability= data-path-addr= listen-addr= token=' },
  'swarm join-token': { operands: '1', flags: 'q,quiet rotate' },
  'swarm leave': { operands: '0', flags: 'f,force' },
  'swarm unlock': { operands: '0', flags: '' },
  'swarm unlock-key': { operands: '0', flags: 'q,quiet rotate' },
  'swarm update': {
    operands: '0',
    flags:
      'autolock cert-expiry= dispatcher-heartbeat= external-ca= max-snapshots= snapshot-interval= ' +
      'task-history-limit=',
  },
};
