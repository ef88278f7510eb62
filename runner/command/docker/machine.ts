import type { VerbTable } from './verb-table.ts';

/** Verbs of docker-machine, which older tutorials use. Options as its reference page listed them. */
export const machineVerbs: VerbTable = {
  'machine active': '0 t,timeout=',
  'machine config': '0-1 swarm',
  'machine create':
    '0-1 d,driver= engine-env= engine-insecure-registry= engine-install-url= engine-label= engine-opt= ' +
    'engine-registry-mirror= engine-storage-driver= swarm swarm-master virtualbox-cpu-count= virtualbox-disk-size= ' +
    'virtualbox-memory= virtualbox-boot2docker-url= virtualbox-no-share hyperv-virtual-switch= hyperv-memory=',
  'machine env': '0-1 swarm shell= u,unset no-proxy',
  'machine inspect': '0-1 f,format=',
  'machine ip': '0+',
  'machine kill': '0+',
  'machine ls': '0 q,quiet filter= t,timeout= f,format=',
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
