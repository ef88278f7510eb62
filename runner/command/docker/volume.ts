import type { VerbTable } from './verb-table.ts';

/** Verbs about volumes. Options as `docker 28 VERB --help` lists them, and those that older clients had. */
export const volumeVerbs: VerbTable = {
  'volume create':
    '0-1 availability= d,driver= group= label= limit-bytes= name= o,opt= required-bytes= scope= secret= sharing= ' +
    'topology-preferred= topology-required= type=',
  'volume inspect': '1+ f,format=',
  'volume ls|volume list': '0 cluster f,filter= format= q,quiet',
  'volume prune': '0 a,all filter= f,force',
  'volume rm|volume remove': '1+ f,force',
  'volume update': '0-1 availability=',
};
