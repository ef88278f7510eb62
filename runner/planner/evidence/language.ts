import { because } from '../../core/message.ts';
import { dockerfileLook } from '../blocks/looks.ts';
import { type Evidence, speaks, type Witness } from './evidence.ts';
import { typed } from './typing.ts';

/** What the author wrote behind the fence. Often missing, sometimes wrong. */
export const languageWitness: Witness = (about) => {
  const { language, block, text } = about.view;
  const said = because('plan-language', { lang: block.lang ?? '' });
  switch (language) {
    case 'shell':
    case 'windows':
      return [typed(about, 2, said)];
    case 'console':
      if (about.past.consolesPrint && about.placed.every(({ entry }) => entry.prompt === null))
        return [speaks('expected-output', 3, said)];
      return [typed(about, 1.5, said), speaks('expected-output', 0.5, said)];
    case 'dockerfile':
      return dockerfileLook(text).instructions.length > 0
        ? [speaks('dockerfile', 3, said), speaks('illustration', 1)]
        : [speaks('dockerfile', 0.5, said)];
    case 'yaml':
      return [speaks('file', 4, said), speaks('illustration', 1)];
    case 'json':
      return [speaks('expected-output', 1, said), speaks('file', 1, said)];
    case 'sql':
      return [speaks('in-container', 3, said), speaks('file', 1, said)];
    case 'code':
    case 'config':
    case 'markup':
      return [speaks('file', 3, said), speaks('illustration', 1.5, because('plan-explains-code'))];
    case 'diff':
      return [speaks('file', 4, said)];
    case 'drawing':
      return [speaks('other', 12, said)];
    case 'output':
      return [speaks('expected-output', 4, said), speaks('run', -2)];
    case 'plain':
    case 'none':
      return block.form === 'inline' ? inlineEvidence(block.meta !== null) : [];
  }
};

function inlineEvidence(isButton: boolean): Evidence[] {
  return [isButton ? speaks('run', 8, because('plan-click')) : speaks('run', 5, because('plan-own-line'))];
}
