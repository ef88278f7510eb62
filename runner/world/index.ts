export { composeCalls, composeNames, isComposeFile } from './compose.ts';
export { Fates, type Trouble } from './fates.ts';
export { onlyLooks } from './only-looks.ts';
export { namesIn } from './own-words.ts';
export type { Provenance } from './provenance.ts';
export { rowSubjects } from './row-subjects.ts';
export { startFolderName } from './start-folder.ts';
export { placeOf, type StepFacts } from './step-facts.ts';
export {
  fittingFile,
  folderOf,
  folderOnWay,
  foldersOf,
  pathSubject,
  type Subject,
  type SubjectKind,
  subject,
} from './subject.ts';
export { World } from './world.ts';
