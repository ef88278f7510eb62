import { buildFlags } from './image.ts';
import type { VerbTable } from './verb-table.ts';

/** Verbs of buildx. `buildx build` is what `docker build` runs. */
export const buildxVerbs: VerbTable = {
  'buildx bake':
    '0+ allow= builder= call= check D,debug f,file= list= load metadata-file= no-cache print progress= provenance= ' +
    'pull push sbom= set=',
  'buildx build|buildx b': `1 ${buildFlags} print= detach root= server-config=`,
  'buildx create':
    '0-1 append bootstrap buildkitd-config= config= buildkitd-flags= driver= driver-opt= leave name= node= ' +
    'platform= timeout= use',
  'buildx du': '0 builder= filter= format= verbose',
  'buildx imagetools create':
    '0+ annotation= append builder= dry-run f,file= platform= prefer-index progress= t,tag= metadata-file=',
  'buildx imagetools inspect': '1 builder= format= raw',
  'buildx inspect': '0-1 bootstrap builder= timeout=',
  'buildx install': '0',
  'buildx ls': '0 format= no-trunc timeout=',
  'buildx prune':
    '0 a,all builder= filter= f,force keep-storage= max-used-space= min-free-space= reserved-space= timeout= ' +
    'verbose',
  'buildx rm': '0+ all-inactive builder= f,force keep-daemon keep-state timeout=',
  'buildx stop': '0-1 builder=',
  'buildx uninstall': '0',
  'buildx use': '1 builder= default global',
  'buildx version': '0',
};

/** Verbs of `docker scan`, `scout`, `init` and other plug-ins that tutorials call. */
export const pluginVerbs: VerbTable = {
  scan:
    '0-1 accept-license dependency-tree exclude-base f,file= group-issues json login reject-license severity= ' +
    'token= version',
  'scout quickview|scout qv': '0-1 env= org= o,output= platform= ref= latest',
  'scout cves': '0-1 e,exit-code format= only-severity= only-fixed only-base o,output= platform=',
  'scout recommendations': '0-1 only-refresh only-update o,output= platform= tag=',
  init: '0 version',
  debug: '1 c,command= host= shell= platform=',
};
