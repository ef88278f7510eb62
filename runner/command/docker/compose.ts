import type { VerbTable } from './verb-table.ts';

/** Options between `compose` and its verb. */
export const composeGlobalFlags =
  'all-resources ansi= compatibility dry-run env-file= f,file= parallel= profile= progress= project-directory= ' +
  'p,project-name= verbose v,version H,host= no-ansi tls tlscacert= tlscert= tlskey= tlsverify skip-hostname-check ' +
  'workdir= log-level= D,debug c,context=';

/** Verbs of `docker compose` 2 and of `docker-compose` 1. Options as their reference pages list them. */
export const composeVerbs: VerbTable = {
  'compose attach': { operands: '1', flags: 'detach-keys= index= no-stdin sig-proxy' },
  'compose build': {
    operands: '0+',
    flags:
      'build-arg= builder= check m,memory= no-cache print provenance= pull push q,quiet sbom= ssh= with-dependencies ' +
      'compress force-rm no-rm parallel progress=',
  },
  'compose commit': { operands: '1-2', flags: 'a,author= c,change= index= m,message= p,pause' },
  'compose config': {
    aliases: ['compose convert'],
    operands: '0+',
    flags:
      'environment format= hash= images lock-image-digests models networks no-consistency no-env-resolution ' +
      'no-interpolate no-normalize no-path-resolution o,output= profiles q,quiet resolve-image-digests services variables volumes',
  },
  'compose cp': { operands: '2', flags: 'all a,archive L,follow-link index=' },
  'compose create': {
    operands: '0+',
    flags: 'build force-recreate no-build no-recreate pull= quiet-pull remove-orphans scale= y,yes',
  },
  'compose down': { operands: '0+', flags: 'remove-orphans rmi= t,timeout= v,volumes' },
  'compose events': { operands: '0+', flags: 'json since= until=' },
  'compose exec': {
    operands: '1',
    flags: 'd,detach e,env= index= i,interactive T,no-tty no-TTY privileged t,tty u,user= w,workdir=',
    rest: 'argv',
  },
  'compose export': { operands: '1', flags: 'index= o,output=' },
  'compose images': { operands: '0+', flags: 'format= q,quiet' },
  'compose kill': { operands: '0+', flags: 'remove-orphans s,signal=' },
  'compose logs': {
    operands: '0+',
    flags: 'f,follow index= n,tail= no-color no-log-prefix since= t,timestamps until=',
  },
  'compose ls': { operands: '0', flags: 'a,all filter= format= q,quiet' },
  'compose pause': { operands: '0+', flags: '' },
  'compose port': { operands: '2', flags: 'index= protocol=' },
  'compose ps': { operands: '0+', flags: 'a,all filter= format= no-trunc orphans q,quiet services status=' },
  'compose publish': { operands: '1', flags: 'app oci-version= resolve-image-digests with-env y,yes' },
  'compose pull': {
    operands: '0+',
    flags: 'ignore-buildable ignore-pull-failures include-deps no-parallel parallel policy= q,quiet',
  },
  'compose push': { operands: '0+', flags: 'ignore-push-failures include-deps q,quiet' },
  'compose restart': { operands: '0+', flags: 'no-deps t,timeout=' },
  'compose rm': { operands: '0+', flags: 'a,all f,force s,stop v,volumes' },
  'compose run': {
    operands: '1',
    flags:
      'build cap-add= cap-drop= d,detach entrypoint= e,env= env-from-file= i,interactive l,label= name= T,no-TTY no-deps ' +
      'p,publish= pull= q,quiet quiet-build quiet-pull remove-orphans rm P,service-ports t,tty use-aliases u,user= v,volume= w,workdir=',
    rest: 'argv',
  },
  'compose scale': { operands: '1+', flags: 'no-deps t,timeout=' },
  'compose start': { operands: '0+', flags: 'wait wait-timeout=' },
  'compose stats': { operands: '0-1', flags: 'a,all format= no-stream no-trunc' },
  'compose stop': { operands: '0+', flags: 't,timeout=' },
  'compose top': { operands: '0+', flags: '' },
  'compose unpause': { operands: '0+', flags: '' },
  'compose up': {
    operands: '0+',
    flags:
      'abort-on-container-exit abort-on-container-failure always-recreate-deps attach= attach-dependencies build d,detach ' +
      'exit-code-from= force-recreate menu no-attach= no-build no-color no-deps no-log-prefix no-recreate no-start pull= ' +
      'quiet-build quiet-pull remove-orphans V,renew-anon-volumes scale= t,timeout= timestamps wait wait-timeout= w,watch y,yes',
  },
  'compose version': { operands: '0', flags: 'f,format= short' },
  'compose volumes': { operands: '0+', flags: 'format= q,quiet' },
  'compose wait': { operands: '1+', flags: 'down-project' },
  'compose watch': { operands: '0+', flags: 'no-up prune quiet' },
};
