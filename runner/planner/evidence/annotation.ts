import { because } from '../../core/message.ts';
import { isDockerfileName } from '../files/dockerfile-name.ts';
import { type Evidence, speaks, type Witness } from './evidence.ts';
import { typed } from './typing.ts';

/** What the author says to tutor settles it. */
export const annotationWitness: Witness = (about) => {
  const keys = about.view.block.annotation?.keys;
  const found: Evidence[] = [];
  if (keys?.file !== undefined) {
    const kind = isDockerfileName(keys.file) ? 'dockerfile' : 'file';
    found.push(speaks(kind, 100, because('plan-annotation-file')));
  }
  if (keys?.run === true) found.push(typed(about, 100, because('plan-annotation-run')));
  if (keys?.run === false) found.push(speaks('illustration', 100, because('plan-annotation-not-run')));
  return found;
};
