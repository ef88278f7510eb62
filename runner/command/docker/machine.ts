import type { VerbTable } from './verb-table.ts';

/** Verbs of docker-machine, which older tutorials use. Options as its reference page listed them. */
export const machineVerbs: VerbTable = {
  'machine active': { operands: '0', flags: 't,timeout=' },
  'machine config': { operands: '0-1', flags: 'swarm' },
  'machine create': {
    operands: '0-1',
    flags:
      'd,driver= engine-env= engine-insecure-registry= engine-install-url= engine-label= engine-opt= engine-registry-mirror= engine-storage-driver= swarm swarm-master virtualbox-cpu-count= virtualbox-disk-size= virtualbox-memory= virtualbox-boot2docker-url= virtualbox-no-share hyperv-virtual-switch= hyperv-memory=',
  },
  'machine env': { operands: '0-1', flags: 'swarm shell= u,unset no-proxy' },
  'machine inspect': { operands: '0-1', flags: 'f,format=' },
  'machine ip': { operands: '0+', flags: '' },
  'machine kill': { operands: '0+', flags: '' },
  'machine ls': { operands: '0', flags: 'q,quiet filter= t,timeout= f,format=' },
  'machine provision': { operands: '0+', flags: '' },
  'machine regenerate-certs': { operands: '0+', flags: 'f,force client-certs' },
  'machine restart': { operands: '0+', flags: '' },
  'machine rm': { operands: '1+', flags: 'f,force y' },
  'machine scp': { operands: '2', flags: 'r,recursive d,delta q,quiet' },
  'machine ssh': { operands: '0-1', flags: '', rest: 'argv' },
  'machine start': { operands: '0+', flags: '' },
  'machine status': { operands: '0-1', flags: '' },
  'machine stop': { operands: '0+', flags: '' },
  'machine upgrade': { operands: '0+', flags: '' },
  'machine url': { operands: '0-1', flags: 't,timeout=' },
  'machine version': { operands: '0', flags: '' },
};
