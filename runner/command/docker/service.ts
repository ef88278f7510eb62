import type { VerbTable } from './verb-table.ts';

/** Verbs about the services of a swarm. Options as `docker 28 VERB --help` lists them, and those that older clients had. */
export const serviceVerbs: VerbTable = {
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
  'service inspect': '1+ f,format= pretty',
  'service logs': '1 details f,follow no-resolve no-task-ids no-trunc raw since= n,tail= t,timestamps',
  'service ls|service list': '0 f,filter= format= q,quiet',
  'service ps': '1+ f,filter= format= no-resolve no-trunc q,quiet',
  'service rm|service remove': '1+',
  'service rollback': '1 d,detach q,quiet',
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
    'update-parallelism= u,user= with-registry-auth w,workdir=',
};
