import type { VerbTable } from './verb-table.ts';

/** Verbs about networks. Options as `docker 28 VERB --help` lists them, and those that older clients had. */
export const networkVerbs: VerbTable = {
  'network connect': { operands: '2', flags: 'alias= driver-opt= gw-priority= ip= ip6= link= link-local-ip=' },
  'network create': {
    operands: '1',
    flags:
      'attachable aux-address= config-from= config-only d,driver= gateway= ingress internal ip-range= ' +
      'ipam-driver= ipam-opt= ipv4 ipv6 label= o,opt= scope= subnet=',
  },
  'network disconnect': { operands: '2', flags: 'f,force' },
  'network inspect': { operands: '1+', flags: 'f,format= v,verbose' },
  'network ls': { aliases: ['network list'], operands: '0', flags: 'f,filter= format= no-trunc q,quiet' },
  'network prune': { operands: '0', flags: 'filter= f,force' },
  'network rm': { aliases: ['network remove'], operands: '1+', flags: 'f,force' },
};
