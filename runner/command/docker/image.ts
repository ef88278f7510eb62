import type { VerbTable } from './verb-table.ts';

/** Options of `docker build`, which runs `buildx build`. */
export const buildFlags =
  'add-host= build-arg= cache-from= cgroup-parent= compress cpu-period= cpu-quota= c,cpu-shares= cpuset-cpus= ' +
  'cpuset-mems= disable-content-trust f,file= force-rm iidfile= isolation= label= m,memory= memory-swap= ' +
  'network= no-cache platform= pull q,quiet rm security-opt= shm-size= squash t,tag= target= ulimit= allow= ' +
  'attest= build-context= builder= cache-to= call= check debug load metadata-file= no-cache-filter= o,output= ' +
  'progress= provenance= push sbom= secret= ssh=';

/** Verbs about images. Options as `docker 28 VERB --help` lists them, and those that older clients had. */
export const imageVerbs: VerbTable = {
  'image build|build|builder build': `1 ${buildFlags}`,
  'image history|history': '1 format= H,human no-trunc platform= q,quiet',
  'image import|import': '1-2 c,change= m,message= platform=',
  'image inspect': '1+ f,format= platform=',
  'image load|load': '0 i,input= platform= q,quiet',
  'image ls|image list|images': '0-1 a,all digests f,filter= format= no-trunc q,quiet tree',
  'image prune': '0 a,all filter= f,force',
  'image pull|pull': '1 a,all-tags disable-content-trust platform= q,quiet',
  'image push|push': '1 a,all-tags disable-content-trust platform= q,quiet',
  'image rm|image remove|rmi': '1+ f,force no-prune platform=',
  'image save|save': '1+ o,output= platform=',
  'image tag|tag': '2 f,force',
  'manifest annotate': '2 arch= os= os-features= os-version= variant=',
  'manifest create': '2+ a,amend insecure',
  'manifest inspect': '1-2 insecure v,verbose',
  'manifest push': '1 insecure p,purge',
  'manifest rm': '1+',
  'trust key generate': '1 dir=',
  'trust key load': '1 name=',
  'trust signer add': '3+ key=',
  'trust signer remove': '2+ f,force',
  'trust inspect': '1+ pretty',
  'trust revoke': '1 y,yes',
  'trust sign': '1 local',
};
