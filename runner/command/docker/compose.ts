import type { VerbTable } from './verb-table.ts';

/** Options between `compose` and its verb. */
export const composeGlobalFlags =
  'all-resources ansi= compatibility dry-run env-file= f,file= parallel= profile= progress= project-directory= ' +
  'p,project-name= verbose v,version H,host= no-ansi tls tlscacert= tlscert= tlskey= tlsverify skip-hostname-check ' +
  'workdir= log-level= D,debug c,context=';

/** Verbs of `docker compose` 2 and of `docker-compose` 1. Options as their reference pages list them. */
export const composeVerbs: VerbTable = {
  'compose attach': '1 detach-keys= index= no-stdin sig-proxy',
  'compose build':
    '0+ build-arg= builder= check m,memory= no-cache print provenance= pull push q,quiet sbom= ssh= ' +
    'with-dependencies compress force-rm no-rm parallel progress=',
  'compose commit': '1-2 a,author= c,change= index= m,message= p,pause',
  'compose config|compose convert':
    '0+ environment format= hash= images lock-image-digests models networks no-consistency no-env-resolution ' +
    'no-interpolate no-normalize no-path-resolution o,output= profiles q,quiet resolve-image-digests services ' +
    'variables volumes',
  'compose cp': '2 all a,archive L,follow-link index=',
  'compose create': '0+ build force-recreate no-build no-recreate pull= quiet-pull remove-orphans scale= y,yes',
  'compose down': '0+ remove-orphans rmi= t,timeout= v,volumes',
  'compose events': '0+ json since= until=',
  'compose exec': '1… d,detach e,env= index= i,interactive T,no-tty no-TTY privileged t,tty u,user= w,workdir=',
  'compose export': '1 index= o,output=',
  'compose images': '0+ format= q,quiet',
  'compose kill': '0+ remove-orphans s,signal=',
  'compose logs': '0+ f,follow index= n,tail= no-color no-log-prefix since= t,timestamps until=',
  'compose ls': '0 a,all filter= format= q,quiet',
  'compose pause': '0+',
  'compose port': '2 index= protocol=',
  'compose ps': '0+ a,all filter= format= no-trunc orphans q,quiet services status=',
  'compose publish': '1 app oci-version= resolve-image-digests with-env y,yes',
  'compose pull': '0+ ignore-buildable ignore-pull-failures include-deps no-parallel parallel policy= q,quiet',
  'compose push': '0+ ignore-push-failures include-deps q,quiet',
  'compose restart': '0+ no-deps t,timeout=',
  'compose rm': '0+ a,all f,force s,stop v,volumes',
  'compose run':
    '1… build cap-add= cap-drop= d,detach entrypoint= e,env= env-from-file= i,interactive l,label= name= T,no-TTY ' +
    'no-deps p,publish= pull= q,quiet quiet-build quiet-pull remove-orphans rm P,service-ports t,tty use-aliases ' +
    'u,user= v,volume= w,workdir=',
  'compose scale': '1+ no-deps t,timeout=',
  'compose start': '0+ wait wait-timeout=',
  'compose stats': '0-1 a,all format= no-stream no-trunc',
  'compose stop': '0+ t,timeout=',
  'compose top': '0+',
  'compose unpause': '0+',
  'compose up':
    '0+ abort-on-container-exit abort-on-container-failure always-recreate-deps attach= attach-dependencies build ' +
    'd,detach exit-code-from= force-recreate menu no-attach= no-build no-color no-deps no-log-prefix no-recreate ' +
    'no-start pull= quiet-build quiet-pull remove-orphans V,renew-anon-volumes scale= t,timeout= timestamps wait ' +
    'wait-timeout= w,watch y,yes',
  'compose version': '0 f,format= short',
  'compose volumes': '0+ format= q,quiet',
  'compose wait': '1+ down-project',
  'compose watch': '0+ no-up prune quiet',
};
