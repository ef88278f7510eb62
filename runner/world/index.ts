export { composeCalls, composeNames, isComposeFile } from './compose.ts';
export { Fates, type Trouble } from './fates.ts';
export { rowSubjects } from './row-subjects.ts';
export { placeOf, type StepFacts } from './step-facts.ts';
export { fittingFile, folderOf, folderOnWay, pathSubject, type Subject, type SubjectKind, subject } from './subject.ts';
export { type Provenance, World } from './world.ts';
