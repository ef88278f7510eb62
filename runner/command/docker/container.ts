import type { VerbTable } from './verb-table.ts';

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

/** Verbs about containers. Options as `docker 28 VERB --help` lists them, and those that older clients had. */
export const containerVerbs: VerbTable = {
  'container attach|attach': '1 detach-keys= no-stdin sig-proxy',
  'container commit|commit': '1-2 a,author= c,change= m,message= p,pause',
  'container cp|cp': '2 a,archive L,follow-link q,quiet',
  'container create|create': `1… ${forNewContainer}`,
  'container diff|diff': '1',
  'container exec|exec': '1… d,detach detach-keys= e,env= env-file= i,interactive privileged t,tty u,user= w,workdir=',
  'container export|export': '1 o,output=',
  'container inspect': '1+ f,format= s,size',
  'container kill|kill': '1+ s,signal=',
  'container logs|logs': '1 details f,follow since= n,tail= t,timestamps until=',
  'container ls|container list|container ps|ps':
    '0 a,all f,filter= format= n,last= l,latest no-trunc q,quiet s,size before= since=',
  'container pause|pause': '1+',
  'container port|port': '1-2',
  'container prune': '0 filter= f,force',
  'container rename|rename': '2',
  'container restart|restart': '1+ s,signal= t,timeout= time=',
  'container rm|container remove|rm': '1+ f,force l,link v,volumes',
  'container run|run': `1… ${forNewContainer} d,detach detach-keys= sig-proxy`,
  'container start|start': '1+ a,attach checkpoint= checkpoint-dir= detach-keys= i,interactive',
  'container stats|stats': '0+ a,all format= no-stream no-trunc',
  'container stop|stop': '1+ s,signal= t,timeout= time=',
  'container top|top': '1…',
  'container unpause|unpause': '1+',
  'container update|update':
    '1+ blkio-weight= cpu-period= cpu-quota= cpu-rt-period= cpu-rt-runtime= c,cpu-shares= cpus= cpuset-cpus= ' +
    'cpuset-mems= m,memory= memory-reservation= memory-swap= pids-limit= restart=',
  'container wait|wait': '1+',
};
