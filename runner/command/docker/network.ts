import type { VerbTable } from './verb-table.ts';

/** Verbs about networks. Options as `docker 28 VERB --help` lists them, and those that older clients had. */
export const networkVerbs: VerbTable = {
  'network connect': '2 alias= driver-opt= gw-priority= ip= ip6= link= link-local-ip=',
  'network create':
    '1 attachable aux-address= config-from= config-only d,driver= gateway= ingress internal ip-range= ipam-driver= ' +
    'ipam-opt= ipv4 ipv6 label= o,opt= scope= subnet=',
  'network disconnect': '2 f,force',
  'network inspect': '1+ f,format= v,verbose',
  'network ls|network list': '0 f,filter= format= no-trunc q,quiet',
  'network prune': '0 filter= f,force',
  'network rm|network remove': '1+ f,force',
};
