import type { VerbTable } from './verb-table.ts';

/** Verbs about a swarm, its nodes, stacks, secrets and configs. Options as `docker 28 VERB --help` lists them, and those that older clients had. */
export const swarmVerbs: VerbTable = {
  'config create': '2 l,label= template-driver=',
  'config inspect': '1+ f,format= pretty',
  'config ls|config list': '0 f,filter= format= q,quiet',
  'config rm|config remove': '1+',
  'node demote': '1+',
  'node inspect': '1+ f,format= pretty',
  'node ls|node list': '0 f,filter= format= q,quiet',
  'node promote': '1+',
  'node ps': '0+ f,filter= format= no-resolve no-trunc q,quiet',
  'node rm|node remove': '1+ f,force',
  'node update': '1 availability= label-add= label-rm= role=',
  'secret create': '1-2 d,driver= l,label= template-driver=',
  'secret inspect': '1+ f,format= pretty',
  'secret ls|secret list': '0 f,filter= format= q,quiet',
  'secret rm|secret remove': '1+',
  'stack config': '0 c,compose-file= skip-interpolation',
  'stack deploy|stack up': '1 c,compose-file= d,detach prune q,quiet resolve-image= with-registry-auth',
  'stack ls|stack list': '0 format=',
  'stack ps': '1 f,filter= format= no-resolve no-trunc q,quiet',
  'stack rm|stack down|stack remove': '1+ d,detach',
  'stack services': '1 f,filter= format= q,quiet',
  'swarm ca': '0 ca-cert= ca-key= cert-expiry= d,detach external-ca= q,quiet rotate',
  'swarm init':
    '0 advertise-addr= autolock availability= cert-expiry= data-path-addr= data-path-port= default-addr-pool= ' +
    'default-addr-pool-mask-length= dispatcher-heartbeat= external-ca= force-new-cluster listen-addr= ' +
    'max-snapshots= snapshot-interval= task-history-limit=',
  'swarm join': '1 advertise-addr= availability= data-path-addr= listen-addr= token=',
  'swarm join-token': '1 q,quiet rotate',
  'swarm leave': '0 f,force',
  'swarm unlock': '0',
  'swarm unlock-key': '0 q,quiet rotate',
  'swarm update':
    '0 autolock cert-expiry= dispatcher-heartbeat= external-ca= max-snapshots= snapshot-interval= ' +
    'task-history-limit=',
};
