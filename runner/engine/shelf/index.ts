export { exportShelf, importShelf, removeShelf } from './carry.ts';
export { knowsRepository } from './catalogue.ts';
export { hubAnswers } from './hub.ts';
export { type InParts, prepareInParts } from './in-parts.ts';
export { mirrorFor, type ShelfMirror } from './mirror.ts';
export { builder as shelfBuilder, prepareShelf } from './prepare.ts';
export type { Lack, StandIn } from './recipe.ts';
export { type ImageRecord, readRecord, readStandIns } from './records.ts';
export {
  type ImageSource,
  registryActions,
  shelfActions,
  sourceOf,
  standInsFor,
  type Weight,
  weightOf,
} from './sources.ts';
export { type StandInFault, standInFault } from './stand-in-fault.ts';
