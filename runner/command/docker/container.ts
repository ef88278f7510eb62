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
  'container attach': { aliases: ['attach'], operands: '1', flags: 'detach-keys= no-stdin sig-proxy' },
  'container commit': { aliases: ['commit'], operands: '1-2', flags: 'a,author= c,change= m,message= p,pause' },
  'container cp': { aliases: ['cp'], operands: '2', flags: 'a,archive L,follow-link q,quiet' },
  'container create': { aliases: ['create'], operands: '1', flags: forNewContainer, rest: 'argv' },
  'container diff': { aliases: ['diff'], operands: '1', flags: '' },
  'container exec': {
    aliases: ['exec'],
    operands: '1',
    flags: 'd,detach detach-keys= e,env= env-file= i,interactive privileged t,tty u,user= w,workdir=',
    rest: 'argv',
  },
  'container export': { aliases: ['export'], operands: '1', flags: 'o,output=' },
  'container inspect': { operands: '1+', flags: 'f,format= s,size' },
  'container kill': { aliases: ['kill'], operands: '1+', flags: 's,signal=' },
  'container logs': { aliases: ['logs'], operands: '1', flags: 'details f,follow since= n,tail= t,timestamps until=' },
  'container ls': {
    aliases: ['container list', 'container ps', 'ps'],
    operands: '0',
    flags: 'a,all f,filter= format= n,last= l,latest no-trunc q,quiet s,size before= since=',
  },
  'container pause': { aliases: ['pause'], operands: '1+', flags: '' },
  'container port': { aliases: ['port'], operands: '1-2', flags: '' },
  'container prune': { operands: '0', flags: 'filter= f,force' },
  'container rename': { aliases: ['rename'], operands: '2', flags: '' },
  'container restart': { aliases: ['restart'], operands: '1+', flags: 's,signal= t,timeout= time=' },
  'container rm': { aliases: ['container remove', 'rm'], operands: '1+', flags: 'f,force l,link v,volumes' },
  'container run': {
    aliases: ['run'],
    operands: '1',
    flags: `${forNewContainer} d,detach detach-keys= sig-proxy`,
    rest: 'argv',
  },
  'container start': {
    aliases: ['start'],
    operands: '1+',
    flags: 'a,attach checkpoint= checkpoint-dir= detach-keys= i,interactive',
  },
  'container stats': { aliases: ['stats'], operands: '0+', flags: 'a,all format= no-stream no-trunc' },
  'container stop': { aliases: ['stop'], operands: '1+', flags: 's,signal= t,timeout= time=' },
  'container top': { aliases: ['top'], operands: '1', flags: '', rest: 'argv' },
  'container unpause': { aliases: ['unpause'], operands: '1+', flags: '' },
  'container update': {
    aliases: ['update'],
    operands: '1+',
    flags:
      'blkio-weight= cpu-period= cpu-quota= cpu-rt-period= cpu-rt-runtime= c,cpu-shares= cpus= cpuset-cpus= ' +
      'cpuset-mems= m,memory= memory-reservation= memory-swap= pids-limit= restart=',
  },
  'container wait': { aliases: ['wait'], operands: '1+', flags: '' },
};
