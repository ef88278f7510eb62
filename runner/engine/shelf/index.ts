export { exportShelf, importShelf } from './carry.ts';
export { repositories } from './catalogue.ts';
export { hubAnswers } from './hub.ts';
export { mirrorFor, type ShelfMirror } from './mirror.ts';
export { prepareShelf } from './prepare.ts';
export type { Lack, StandIn } from './recipe.ts';
export { type ImageRecord, readRecord, readStandIns } from './records.ts';
export { type ImageSource, shelfActions, sourceOf, standInsFor } from './sources.ts';
export { standInFault } from './stand-in-fault.ts';
