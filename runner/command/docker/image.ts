import type { VerbTable } from './verb-table.ts';

/** Verbs about images. Options as `docker 28 VERB --help` lists them, and those that older clients had. */
export const imageVerbs: VerbTable = {
  'image build': {
    aliases: ['build', 'builder build'],
    operands: '1',
    flags:
      'add-host= build-arg= cache-from= cgroup-parent= compress cpu-period= cpu-quota= c,cpu-shares= ' +
      'cpuset-cpus= cpuset-mems= disable-content-trust f,file= force-rm iidfile= isolation= label= m,memory= ' +
      'memory-swap= network= no-cache platform= pull q,quiet rm security-opt= shm-size= squash t,tag= ' +
      'target= ulimit= allow= attest= build-context= builder= cache-to= call= check debug load ' +
      'metadata-file= no-cache-filter= o,output= progress= provenance= push sbom= secret= ssh=',
  },
  'image history': { aliases: ['history'], operands: '1', flags: 'format= H,human no-trunc platform= q,quiet' },
  'image import': { aliases: ['import'], operands: '1-2', flags: 'c,change= m,message= platform=' },
  'image inspect': { operands: '1+', flags: 'f,format= platform=' },
  'image load': { aliases: ['load'], operands: '0', flags: 'i,input= platform= q,quiet' },
  'image ls': {
    aliases: ['image list', 'images'],
    operands: '0-1',
    flags: 'a,all digests f,filter= format= no-trunc q,quiet tree',
  },
  'image prune': { operands: '0', flags: 'a,all filter= f,force' },
  'image pull': { aliases: ['pull'], operands: '1', flags: 'a,all-tags disable-content-trust platform= q,quiet' },
  'image push': { aliases: ['push'], operands: '1', flags: 'a,all-tags disable-content-trust platform= q,quiet' },
  'image rm': { aliases: ['image remove', 'rmi'], operands: '1+', flags: 'f,force no-prune platform=' },
  'image save': { aliases: ['save'], operands: '1+', flags: 'o,output= platform=' },
  'image tag': { aliases: ['tag'], operands: '2', flags: 'f,force' },
  'manifest annotate': { operands: '2', flags: 'arch= os= os-features= os-version= variant=' },
  'manifest create': { operands: '2+', flags: 'a,amend insecure' },
  'manifest inspect': { operands: '1-2', flags: 'insecure v,verbose' },
  'manifest push': { operands: '1', flags: 'insecure p,purge' },
  'manifest rm': { operands: '1+', flags: '' },
  'trust key generate': { operands: '1', flags: 'dir=' },
  'trust key load': { operands: '1', flags: 'name=' },
  'trust signer add': { operands: '3+', flags: 'key=' },
  'trust signer remove': { operands: '2+', flags: 'f,force' },
  'trust inspect': { operands: '1+', flags: 'pretty' },
  'trust revoke': { operands: '1', flags: 'y,yes' },
  'trust sign': { operands: '1', flags: 'local' },
};
