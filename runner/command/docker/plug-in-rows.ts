import type { VerbTable } from './verbs.ts';

/** Options of `docker build`, which runs `buildx build`. */
export const buildFlags =
  'add-host= build-arg= cache-from= cgroup-parent= compress cpu-period= cpu-quota= c,cpu-shares= cpuset-cpus= ' +
  'cpuset-mems= disable-content-trust f,file= force-rm iidfile= isolation= label= m,memory= memory-swap= ' +
  'network= no-cache platform= pull q,quiet rm security-opt= shm-size= squash t,tag= target= ulimit= allow= ' +
  'attest= build-context= builder= cache-to= call= check debug load metadata-file= no-cache-filter= o,output= ' +
  'progress= provenance= push sbom= secret= ssh=';

/** Options between `compose` and its verb. */
export const composeGlobalFlags =
  'all-resources ansi= compatibility dry-run env-file= f,file= parallel= profile= progress= project-directory= ' +
  'p,project-name= verbose v,version H,host= no-ansi tls tlscacert= tlscert= tlskey= tlsverify skip-hostname-check ' +
  'workdir= log-level= D,debug c,context=';

/** Verbs of plug-ins of the client, and of the programs that were there before these. */
export const plugInRows: VerbTable = {
  // `docker compose` 2 and `docker-compose` 1
  'compose attach': '1 detach-keys= index= no-stdin sig-proxy',
  'compose build':
    '0+ build-arg= builder= check m,memory= no-cache print provenance= pull push q,quiet sbom= ssh= ' +
    'with-dependencies compress force-rm no-rm parallel progress= → log=compose-build',
  'compose commit': '1-2 a,author= c,change= index= m,message= p,pause',
  'compose config|compose convert':
    '0+ environment format= hash= images lock-image-digests models networks no-consistency no-env-resolution ' +
    'no-interpolate no-normalize no-path-resolution o,output= profiles q,quiet resolve-image-digests services ' +
    'variables volumes',
  'compose cp': '2 all a,archive L,follow-link index=',
  'compose create':
    '0+ build force-recreate no-build no-recreate pull= quiet-pull remove-orphans scale= y,yes ' +
    '→ makes:project=project-name log=compose-up',
  'compose down': '0+ remove-orphans rmi= t,timeout= v,volumes → destroys:project=project-name log=compose-down',
  'compose events': '0+ json since= until=',
  'compose exec': '1… d,detach e,env= index= i,interactive T,no-tty no-TTY privileged t,tty u,user= w,workdir=',
  'compose export': '1 index= o,output=',
  'compose images': '0+ format= q,quiet → table',
  'compose kill': '0+ remove-orphans s,signal= → stops:service log=compose-down',
  'compose logs': '0+ f,follow index= n,tail= no-color no-log-prefix since= t,timestamps until= → follows',
  'compose ls': '0 a,all filter= format= q,quiet → table',
  'compose pause': '0+',
  'compose port': '2 index= protocol= → table',
  'compose ps': '0+ a,all filter= format= no-trunc orphans q,quiet services status= → table',
  'compose publish': '1 app oci-version= resolve-image-digests with-env y,yes',
  'compose pull':
    '0+ ignore-buildable ignore-pull-failures include-deps no-parallel parallel policy= q,quiet ' +
    '→ log=compose-pull',
  'compose push': '0+ ignore-push-failures include-deps q,quiet',
  'compose restart': '0+ no-deps t,timeout= → starts:service needs:project=project-name',
  'compose rm': '0+ a,all f,force s,stop v,volumes',
  'compose run':
    '1… build cap-add= cap-drop= d,detach entrypoint= e,env= env-from-file= i,interactive l,label= name= T,no-TTY ' +
    'no-deps p,publish= pull= q,quiet quiet-build quiet-pull remove-orphans rm P,service-ports t,tty use-aliases ' +
    'u,user= v,volume= w,workdir=',
  'compose scale': '1+ no-deps t,timeout=',
  'compose start': '0+ wait wait-timeout= → starts:service needs:project=project-name',
  'compose stats': '0-1 a,all format= no-stream no-trunc → refreshes table',
  'compose stop': '0+ t,timeout= → stops:service log=compose-down',
  'compose top': '0+ → table',
  'compose unpause': '0+',
  'compose up':
    '0+ abort-on-container-exit abort-on-container-failure always-recreate-deps attach= attach-dependencies build ' +
    'd,detach exit-code-from= force-recreate menu no-attach= no-build no-color no-deps no-log-prefix no-recreate ' +
    'no-start pull= quiet-build quiet-pull remove-orphans V,renew-anon-volumes scale= t,timeout= timestamps wait ' +
    'wait-timeout= w,watch y,yes',
  'compose version': '0 f,format= short',
  'compose volumes': '0+ format= q,quiet → table',
  'compose wait': '1+ down-project',
  'compose watch': '0+ no-up prune quiet',
  // buildx; `scan`, `scout`, `init` and other plug-ins that tutorials call
  'buildx bake':
    '0+ allow= builder= call= check D,debug f,file= list= load metadata-file= no-cache print progress= provenance= ' +
    'pull push sbom= set=',
  'buildx build|buildx b': `1 ${buildFlags} print= detach root= server-config=`,
  'buildx create':
    '0-1 append bootstrap buildkitd-config= config= buildkitd-flags= driver= driver-opt= leave name= node= ' +
    'platform= timeout= use → makes:builder=name',
  'buildx du': '0 builder= filter= format= verbose → table',
  'buildx imagetools create':
    '0+ annotation= append builder= dry-run f,file= platform= prefer-index progress= t,tag= metadata-file=',
  'buildx imagetools inspect': '1 builder= format= raw → json',
  'buildx inspect': '0-1 bootstrap builder= timeout= → json',
  'buildx install': '0',
  'buildx ls': '0 format= no-trunc timeout= → table',
  'buildx prune':
    '0 a,all builder= filter= f,force keep-storage= max-used-space= min-free-space= reserved-space= timeout= ' +
    'verbose',
  'buildx rm': '0+ all-inactive builder= f,force keep-daemon keep-state timeout= → destroys:builder',
  'buildx stop': '0-1 builder=',
  'buildx uninstall': '0',
  'buildx use': '1 builder= default global',
  'buildx version': '0',
  scan:
    '0-1 accept-license dependency-tree exclude-base f,file= group-issues json login reject-license severity= ' +
    'token= version',
  'scout quickview|scout qv': '0-1 env= org= o,output= platform= ref= latest',
  'scout cves': '0-1 e,exit-code format= only-severity= only-fixed only-base o,output= platform=',
  'scout recommendations': '0-1 only-refresh only-update o,output= platform= tag=',
  init: '0 version',
  debug: '1 c,command= host= shell= platform=',
  // docker-machine, which older tutorials use
  'machine active': '0 t,timeout=',
  'machine config': '0-1 swarm',
  'machine create':
    '0-1 d,driver= engine-env= engine-insecure-registry= engine-install-url= engine-label= engine-opt= ' +
    'engine-registry-mirror= engine-storage-driver= swarm swarm-master virtualbox-cpu-count= virtualbox-disk-size= ' +
    'virtualbox-memory= virtualbox-boot2docker-url= virtualbox-no-share hyperv-virtual-switch= hyperv-memory= ' +
    '→ makes:machine',
  'machine env': '0-1 swarm shell= u,unset no-proxy',
  'machine inspect': '0-1 f,format= → json',
  'machine ip': '0+',
  'machine kill': '0+',
  'machine ls': '0 q,quiet filter= t,timeout= f,format= → table',
  'machine provision': '0+',
  'machine regenerate-certs': '0+ f,force client-certs',
  'machine restart': '0+',
  'machine rm': '1+ f,force y',
  'machine scp': '2 r,recursive d,delta q,quiet',
  'machine ssh': '0-1…',
  'machine start': '0+',
  'machine status': '0-1',
  'machine stop': '0+',
  'machine upgrade': '0+',
  'machine url': '0-1 t,timeout=',
  'machine version': '0',
};
