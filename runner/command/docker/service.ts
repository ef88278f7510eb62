import type { VerbTable } from './verb-table.ts';

/** Verbs about the services of a swarm. Options as `docker 28 VERB --help` lists them, and those that older clients had. */
export const serviceVerbs: VerbTable = {
  'service create': {
    operands: '1',
    flags:
      'cap-add= cap-drop= config= constraint= container-label= credential-spec= d,detach dns= dns-option= ' +
      'dns-search= endpoint-mode= entrypoint= e,env= env-file= generic-resource= group= health-cmd= ' +
      'health-interval= health-retries= health-start-interval= health-start-period= health-timeout= host= ' +
      'hostname= init isolation= l,label= limit-cpu= limit-memory= limit-pids= log-driver= log-opt= ' +
      'max-concurrent= mode= mount= name= network= no-healthcheck no-resolve-image oom-score-adj= ' +
      'placement-pref= p,publish= q,quiet read-only replicas= replicas-max-per-node= reserve-cpu= ' +
      'reserve-memory= restart-condition= restart-delay= restart-max-attempts= restart-window= ' +
      'rollback-delay= rollback-failure-action= rollback-max-failure-ratio= rollback-monitor= ' +
      'rollback-order= rollback-parallelism= secret= stop-grace-period= stop-signal= sysctl= t,tty ulimit= ' +
      'update-delay= update-failure-action= update-max-failure-ratio= update-monitor= update-order= ' +
      'update-parallelism= u,user= with-registry-auth w,workdir=',
    rest: 'argv',
  },
  'service inspect': { operands: '1+', flags: 'f,format= pretty' },
  'service logs': {
    operands: '1',
    flags: 'details f,follow no-resolve no-task-ids no-trunc raw since= n,tail= t,timestamps',
  },
  'service ls': { aliases: ['service list'], operands: '0', flags: 'f,filter= format= q,quiet' },
  'service ps': { operands: '1+', flags: 'f,filter= format= no-resolve no-trunc q,quiet' },
  'service rm': { aliases: ['service remove'], operands: '1+', flags: '' },
  'service rollback': { operands: '1', flags: 'd,detach q,quiet' },
  'service scale': { operands: '1+', flags: 'd,detach' },
  'service update': {
    operands: '1',
    flags:
      'args= cap-add= cap-drop= config-add= config-rm= constraint-add= constraint-rm= container-label-add= ' +
      'container-label-rm= credential-spec= d,detach dns-add= dns-option-add= dns-option-rm= dns-rm= ' +
      'dns-search-add= dns-search-rm= endpoint-mode= entrypoint= env-add= env-rm= force ' +
      'generic-resource-add= generic-resource-rm= group-add= group-rm= health-cmd= health-interval= ' +
      'health-retries= health-start-interval= health-start-period= health-timeout= host-add= host-rm= ' +
      'hostname= image= init isolation= label-add= label-rm= limit-cpu= limit-memory= limit-pids= ' +
      'log-driver= log-opt= max-concurrent= mount-add= mount-rm= network-add= network-rm= no-healthcheck ' +
      'no-resolve-image oom-score-adj= placement-pref-add= placement-pref-rm= publish-add= publish-rm= ' +
      'q,quiet read-only replicas= replicas-max-per-node= reserve-cpu= reserve-memory= restart-condition= ' +
      'restart-delay= restart-max-attempts= restart-window= rollback rollback-delay= ' +
      'rollback-failure-action= rollback-max-failure-ratio= rollback-monitor= rollback-order= ' +
      'rollback-parallelism= secret-add= secret-rm= stop-grace-period= stop-signal= sysctl-add= sysctl-rm= ' +
      't,tty ulimit-add= ulimit-rm= update-delay= update-failure-action= update-max-failure-ratio= ' +
      'update-monitor= update-order= update-parallelism= u,user= with-registry-auth w,workdir=',
  },
};
