import { because } from '../../core/message.ts';
import { asked } from '../asked.ts';
import { savedAs } from '../blocks/mark.ts';
import { isDockerfileName } from '../files/dockerfile-name.ts';
import { speaks, type Witness } from './evidence.ts';
import { typed } from './typing.ts';

/** What the marks of the author's course format say is not contradicted by what the block looks like. */
export const markWitness: Witness = (about) => {
  const path = savedAs(about.view.block);
  if (path !== null) {
    const kind = isDockerfileName(path) ? 'dockerfile' : 'file';
    return [speaks(kind, 50, because('plan-saved-as'))];
  }
  if (about.view.block.click?.does === 'other') return [speaks('other', 50, because('plan-button'))];
  if (about.view.mark === 'run' && about.placed.length > 0)
    return [typed(about, 50, because(about.view.block.meta === asked ? 'plan-asked-for' : 'plan-click'))];
  // Without a button it is there to be looked at: what is to be saved has one, too.
  if (about.view.mark === 'not-run')
    return [speaks('run', -50), speaks('in-container', -50), speaks('file', -50), speaks('dockerfile', -50)];
  return [];
};
