import { imageVerbs } from './image.ts';
import type { VerbTable } from './verb-table.ts';

/** Verbs of buildx. `buildx build` is what `docker build` runs. */
export const buildxVerbs: VerbTable = {
  'buildx bake': {
    operands: '0+',
    flags:
      'allow= builder= call= check D,debug f,file= list= load metadata-file= no-cache print progress= provenance= pull push sbom= set=',
  },
  'buildx build': {
    aliases: ['buildx b'],
    operands: '1',
    flags: `${imageVerbs['image build']?.flags ?? ''} print= detach root= server-config=`,
  },
  'buildx create': {
    operands: '0-1',
    flags:
      'append bootstrap buildkitd-config= config= buildkitd-flags= driver= driver-opt= leave name= node= platform= timeout= use',
  },
  'buildx du': { operands: '0', flags: 'builder= filter= format= verbose' },
  'buildx imagetools create': {
    operands: '0+',
    flags: 'annotation= append builder= dry-run f,file= platform= prefer-index progress= t,tag= metadata-file=',
  },
  'buildx imagetools inspect': { operands: '1', flags: 'builder= format= raw' },
  'buildx inspect': { operands: '0-1', flags: 'bootstrap builder= timeout=' },
  'buildx install': { operands: '0', flags: '' },
  'buildx ls': { operands: '0', flags: 'format= no-trunc timeout=' },
  'buildx prune': {
    operands: '0',
    flags:
      'a,all builder= filter= f,force keep-storage= max-used-space= min-free-space= reserved-space= timeout= verbose',
  },
  'buildx rm': { operands: '0+', flags: 'all-inactive builder= f,force keep-daemon keep-state timeout=' },
  'buildx stop': { operands: '0-1', flags: 'builder=' },
  'buildx uninstall': { operands: '0', flags: '' },
  'buildx use': { operands: '1', flags: 'builder= default global' },
  'buildx version': { operands: '0', flags: '' },
};

/** Verbs of `docker scan`, `scout`, `init` and other plug-ins that tutorials call. */
export const pluginVerbs: VerbTable = {
  scan: {
    operands: '0-1',
    flags:
      'accept-license dependency-tree exclude-base f,file= group-issues json login reject-license severity= token= version',
  },
  'scout quickview': { aliases: ['scout qv'], operands: '0-1', flags: 'env= org= o,output= platform= ref= latest' },
  'scout cves': {
    operands: '0-1',
    flags: 'e,exit-code format= only-severity= only-fixed only-base o,output= platform=',
  },
  'scout recommendations': { operands: '0-1', flags: 'only-refresh only-update o,output= platform= tag=' },
  init: { operands: '0', flags: 'version' },
  debug: { operands: '1', flags: 'c,command= host= shell= platform=' },
};
