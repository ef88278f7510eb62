import { buildFlags, plugInRows } from './plug-in-rows.ts';
import type { VerbTable } from './verbs.ts';

/** What `run` and `create` have in common. */
const forNewContainer =
  'add-host= annotation= a,attach= blkio-weight= blkio-weight-device= cap-add= cap-drop= cgroup-parent= ' +
  'cgroupns= cidfile= cpu-count= cpu-percent= cpu-period= cpu-quota= cpu-rt-period= cpu-rt-runtime= ' +
  'c,cpu-shares= cpus= cpuset-cpus= cpuset-mems= device= device-cgroup-rule= device-read-bps= ' +
  'device-read-iops= device-write-bps= device-write-iops= disable-content-trust dns= dns-option= ' +
  'dns-search= domainname= entrypoint= e,env= env-file= expose= gpus= group-add= health-cmd= ' +
  'health-interval= health-retries= health-start-interval= health-start-period= health-timeout= help ' +
  'h,hostname= init i,interactive io-maxbandwidth= io-maxiops= ip= ip6= ipc= isolation= kernel-memory= ' +
  'l,label= label-file= link= link-local-ip= log-driver= log-opt= mac-address= m,memory= ' +
  'memory-reservation= memory-swap= memory-swappiness= mount= name= network= network-alias= ' +
  'no-healthcheck oom-kill-disable oom-score-adj= pid= pids-limit= platform= privileged p,publish= ' +
  'P,publish-all pull= q,quiet read-only restart= rm runtime= security-opt= shm-size= stop-signal= ' +
  'stop-timeout= storage-opt= sysctl= tmpfs= t,tty ulimit= use-api-socket u,user= userns= uts= v,volume= ' +
  'volume-driver= volumes-from= w,workdir= net= net-alias= dns-opt=';

/**
 * Every verb. Options as `docker 28 VERB --help` and the reference pages of compose and docker-machine list them, and
 * those that older clients had.
 */
export const verbRows: VerbTable = {
  // Containers
  'container attach|attach': '1 detach-keys= no-stdin sig-proxy',
  'container commit|commit': '1-2 a,author= c,change= m,message= p,pause → needs:container.0 makes:image.1 id',
  'container cp|cp': '2 a,archive L,follow-link q,quiet',
  'container create|create': `1… ${forNewContainer}`,
  'container diff|diff': '1 → needs:container table=diff',
  'container exec|exec': '1… d,detach detach-keys= e,env= env-file= i,interactive privileged t,tty u,user= w,workdir=',
  'container export|export': '1 o,output=',
  'container inspect': '1+ f,format= s,size → needs:container json',
  'container kill|kill': '1+ s,signal= → needs:container stops:container names',
  'container logs|logs': '1 details f,follow since= n,tail= t,timestamps until= → needs:container follows',
  'container ls|container list|container ps|ps':
    '0 a,all f,filter= format= n,last= l,latest no-trunc q,quiet s,size before= since= ' + '→ table',
  'container pause|pause': '1+ → needs:container stops:container names',
  'container port|port': '1-2 → needs:container.0 table=port',
  'container prune': '0 filter= f,force',
  'container rename|rename': '2 → needs:container.0 destroys:container.0 makes:container.1 silent',
  'container restart|restart': '1+ s,signal= t,timeout= time= → needs:container starts:container names',
  'container rm|container remove|rm': '1+ f,force l,link v,volumes → needs:container destroys:container names',
  'container run|run': `1… ${forNewContainer} d,detach detach-keys= sig-proxy`,
  'container start|start': '1+ a,attach checkpoint= checkpoint-dir= detach-keys= i,interactive',
  'container stats|stats': '0+ a,all format= no-stream no-trunc → needs:container refreshes table=stats',
  'container stop|stop': '1+ s,signal= t,timeout= time= → needs:container stops:container names',
  'container top|top': '1… → needs:container.0 table=top',
  'container unpause|unpause': '1+ → needs:container starts:container names',
  'container update|update':
    '1+ blkio-weight= cpu-period= cpu-quota= cpu-rt-period= cpu-rt-runtime= c,cpu-shares= cpus= cpuset-cpus= ' +
    'cpuset-mems= m,memory= memory-reservation= memory-swap= pids-limit= restart= → needs:container names',
  'container wait|wait': '1+',
  // Images, their manifests and their trust
  'image build|build|builder build': `1 ${buildFlags}`,
  'image history|history': '1 format= H,human no-trunc platform= q,quiet → needs:image table',
  'image import|import': '1-2 c,change= m,message= platform=',
  'image inspect': '1+ f,format= platform= → needs:image json',
  'image load|load': '0 i,input= platform= q,quiet',
  'image ls|image list|images': '0-1 a,all digests f,filter= format= no-trunc q,quiet tree → table',
  'image prune': '0 a,all filter= f,force',
  'image pull|pull': '1 a,all-tags disable-content-trust platform= q,quiet',
  'image push|push': '1 a,all-tags disable-content-trust platform= q,quiet',
  'image rm|image remove|rmi': '1+ f,force no-prune platform= → needs:image destroys:image log=image-rm',
  'image save|save': '1+ o,output= platform=',
  'image tag|tag': '2 f,force → needs:image.0 makes:image.1 silent',
  'manifest annotate': '2 arch= os= os-features= os-version= variant=',
  'manifest create': '2+ a,amend insecure',
  'manifest inspect': '1-2 insecure v,verbose → json',
  'manifest push': '1 insecure p,purge',
  'manifest rm': '1+',
  'trust key generate': '1 dir=',
  'trust key load': '1 name=',
  'trust signer add': '3+ key=',
  'trust signer remove': '2+ f,force',
  'trust inspect': '1+ pretty → json',
  'trust revoke': '1 y,yes',
  'trust sign': '1 local',
  // Volumes
  'volume create':
    '0-1 availability= d,driver= group= label= limit-bytes= name= o,opt= required-bytes= scope= secret= sharing= ' +
    'topology-preferred= topology-required= type=',
  'volume inspect': '1+ f,format= → needs:volume json',
  'volume ls|volume list': '0 cluster f,filter= format= q,quiet → table',
  'volume prune': '0 a,all filter= f,force',
  'volume rm|volume remove': '1+ f,force → needs:volume destroys:volume names',
  'volume update': '0-1 availability=',
  // Networks
  'network connect':
    '2 alias= driver-opt= gw-priority= ip= ip6= link= link-local-ip= ' + '→ needs:network.0 needs:container.1 silent',
  'network create':
    '1 attachable aux-address= config-from= config-only d,driver= gateway= ingress internal ip-range= ipam-driver= ' +
    'ipam-opt= ipv4 ipv6 label= o,opt= scope= subnet=',
  'network disconnect': '2 f,force → needs:network.0 needs:container.1 silent',
  'network inspect': '1+ f,format= v,verbose → needs:network json',
  'network ls|network list': '0 f,filter= format= no-trunc q,quiet → table',
  'network prune': '0 filter= f,force',
  'network rm|network remove': '1+ f,force → needs:network destroys:network names',
  // Services of a swarm
  'service create':
    '1… cap-add= cap-drop= config= constraint= container-label= credential-spec= d,detach dns= dns-option= ' +
    'dns-search= endpoint-mode= entrypoint= e,env= env-file= generic-resource= group= health-cmd= health-interval= ' +
    'health-retries= health-start-interval= health-start-period= health-timeout= host= hostname= init isolation= ' +
    'l,label= limit-cpu= limit-memory= limit-pids= log-driver= log-opt= max-concurrent= mode= mount= name= ' +
    'network= no-healthcheck no-resolve-image oom-score-adj= placement-pref= p,publish= q,quiet read-only ' +
    'replicas= replicas-max-per-node= reserve-cpu= reserve-memory= restart-condition= restart-delay= ' +
    'restart-max-attempts= restart-window= rollback-delay= rollback-failure-action= rollback-max-failure-ratio= ' +
    'rollback-monitor= rollback-order= rollback-parallelism= secret= stop-grace-period= stop-signal= sysctl= t,tty ' +
    'ulimit= update-delay= update-failure-action= update-max-failure-ratio= update-monitor= update-order= ' +
    'update-parallelism= u,user= with-registry-auth w,workdir=',
  'service inspect': '1+ f,format= pretty → needs:service json',
  'service logs':
    '1 details f,follow no-resolve no-task-ids no-trunc raw since= n,tail= t,timestamps ' + '→ needs:service follows',
  'service ls|service list': '0 f,filter= format= q,quiet → needs:swarm table',
  'service ps': '1+ f,filter= format= no-resolve no-trunc q,quiet → needs:service table',
  'service rm|service remove': '1+ → needs:service destroys:service names',
  'service rollback': '1 d,detach q,quiet → needs:service',
  'service scale': '1+ d,detach',
  'service update':
    '1 args= cap-add= cap-drop= config-add= config-rm= constraint-add= constraint-rm= container-label-add= ' +
    'container-label-rm= credential-spec= d,detach dns-add= dns-option-add= dns-option-rm= dns-rm= dns-search-add= ' +
    'dns-search-rm= endpoint-mode= entrypoint= env-add= env-rm= force generic-resource-add= generic-resource-rm= ' +
    'group-add= group-rm= health-cmd= health-interval= health-retries= health-start-interval= health-start-period= ' +
    'health-timeout= host-add= host-rm= hostname= image= init isolation= label-add= label-rm= limit-cpu= ' +
    'limit-memory= limit-pids= log-driver= log-opt= max-concurrent= mount-add= mount-rm= network-add= network-rm= ' +
    'no-healthcheck no-resolve-image oom-score-adj= placement-pref-add= placement-pref-rm= publish-add= ' +
    'publish-rm= q,quiet read-only replicas= replicas-max-per-node= reserve-cpu= reserve-memory= ' +
    'restart-condition= restart-delay= restart-max-attempts= restart-window= rollback rollback-delay= ' +
    'rollback-failure-action= rollback-max-failure-ratio= rollback-monitor= rollback-order= rollback-parallelism= ' +
    'secret-add= secret-rm= stop-grace-period= stop-signal= sysctl-add= sysctl-rm= t,tty ulimit-add= ulimit-rm= ' +
    'update-delay= update-failure-action= update-max-failure-ratio= update-monitor= update-order= ' +
    'update-parallelism= u,user= with-registry-auth w,workdir= → needs:service',
  // A swarm, its nodes, stacks, secrets and configs
  'config create': '2 l,label= template-driver=',
  'config inspect': '1+ f,format= pretty → json',
  'config ls|config list': '0 f,filter= format= q,quiet → needs:swarm table',
  'config rm|config remove': '1+ → needs:config destroys:config names',
  'node demote': '1+',
  'node inspect': '1+ f,format= pretty → json',
  'node ls|node list': '0 f,filter= format= q,quiet → needs:swarm table',
  'node promote': '1+',
  'node ps': '0+ f,filter= format= no-resolve no-trunc q,quiet → table',
  'node rm|node remove': '1+ f,force → needs:node destroys:node names',
  'node update': '1 availability= label-add= label-rm= role=',
  'secret create': '1-2 d,driver= l,label= template-driver=',
  'secret inspect': '1+ f,format= pretty → json',
  'secret ls|secret list': '0 f,filter= format= q,quiet → needs:swarm table',
  'secret rm|secret remove': '1+ → needs:secret destroys:secret names',
  'stack config': '0 c,compose-file= skip-interpolation',
  'stack deploy|stack up': '1 c,compose-file= d,detach prune q,quiet resolve-image= with-registry-auth',
  'stack ls|stack list': '0 format= → needs:swarm table',
  'stack ps': '1 f,filter= format= no-resolve no-trunc q,quiet → needs:stack table',
  'stack rm|stack down|stack remove': '1+ d,detach → needs:stack destroys:stack',
  'stack services': '1 f,filter= format= q,quiet → needs:stack table',
  'swarm ca': '0 ca-cert= ca-key= cert-expiry= d,detach external-ca= q,quiet rotate',
  'swarm init':
    '0 advertise-addr= autolock availability= cert-expiry= data-path-addr= data-path-port= default-addr-pool= ' +
    'default-addr-pool-mask-length= dispatcher-heartbeat= external-ca= force-new-cluster listen-addr= ' +
    'max-snapshots= snapshot-interval= task-history-limit= → makes:swarm log=swarm-init',
  'swarm join': '1 advertise-addr= availability= data-path-addr= listen-addr= token=',
  'swarm join-token': '1 q,quiet rotate → needs:swarm',
  'swarm leave': '0 f,force',
  'swarm unlock': '0',
  'swarm unlock-key': '0 q,quiet rotate',
  'swarm update':
    '0 autolock cert-expiry= dispatcher-heartbeat= external-ca= max-snapshots= snapshot-interval= ' +
    'task-history-limit= → needs:swarm',
  // The engine and the client
  login: '0-1 p,password= password-stdin u,username= e,email=',
  logout: '0-1',
  search: '1 f,filter= format= limit= no-trunc → table',
  version: '0 f,format= → log=version',
  'builder prune': '0 a,all filter= f,force keep-storage=',
  'checkpoint create': '2 checkpoint-dir= leave-running',
  'checkpoint ls|checkpoint list': '1 checkpoint-dir= → table',
  'checkpoint rm|checkpoint remove': '2 checkpoint-dir=',
  'context create': '1 description= docker= from= → makes:context',
  'context export': '1-2',
  'context import': '2',
  'context inspect': '0+ f,format= → json',
  'context ls|context list': '0 format= q,quiet → table',
  'context rm|context remove': '1+ f,force → needs:context destroys:context',
  'context show': '0',
  'context update': '1 description= docker=',
  'context use': '1 → needs:context',
  'plugin create': '2 compress → makes:plugin.0',
  'plugin disable': '1 f,force → needs:plugin.0',
  'plugin enable': '1 timeout= → needs:plugin.0',
  'plugin inspect': '1+ f,format= → needs:plugin json',
  'plugin install': '1+ alias= disable disable-content-trust grant-all-permissions',
  'plugin ls|plugin list': '0 f,filter= format= no-trunc q,quiet → table',
  'plugin push': '1 disable-content-trust → needs:plugin.0',
  'plugin rm|plugin remove': '1+ f,force → needs:plugin destroys:plugin',
  'plugin set': '2+ → needs:plugin.0',
  'plugin upgrade': '1-2 disable-content-trust grant-all-permissions skip-remote-check → needs:plugin.0',
  'system df': '0 format= v,verbose → table',
  'system events|events': '0 f,filter= format= since= until=',
  'system info|info': '0 f,format= → log=info',
  'system prune': '0 a,all filter= f,force volumes',
  inspect: '1+ f,format= s,size type= → needs:object json',
  ...plugInRows,
};
