import type { VerbTable } from './verb-table.ts';

/** Verbs about volumes. Options as `docker 28 VERB --help` lists them, and those that older clients had. */
export const volumeVerbs: VerbTable = {
  'volume create': {
    operands: '0-1',
    flags:
      'availability= d,driver= group= label= limit-bytes= name= o,opt= required-bytes= scope= secret= sharing= ' +
      'topology-preferred= topology-required= type=',
  },
  'volume inspect': { operands: '1+', flags: 'f,format=' },
  'volume ls': { aliases: ['volume list'], operands: '0', flags: 'cluster f,filter= format= q,quiet' },
  'volume prune': { operands: '0', flags: 'a,all filter= f,force' },
  'volume rm': { aliases: ['volume remove'], operands: '1+', flags: 'f,force' },
  'volume update': { operands: '0-1', flags: 'availability=' },
};
