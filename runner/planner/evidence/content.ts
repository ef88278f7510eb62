import { fragmentOfCompose } from '../blocks/compose.ts';
import {
  dockerfileLook,
  isAddresses,
  isCompose,
  isDrawing,
  isJson,
  isSettingsJson,
  outputShare,
  proseShare,
} from '../blocks/looks.ts';
import { namesIn } from '../files/names.ts';
import { type Evidence, speaks, type Witness } from './evidence.ts';

/** What the text of the block itself is, whatever its language claims. */
export const contentWitness: Witness = (about) => {
  const { view } = about;
  const { text } = view;
  if (text.trim() === '') return [speaks('illustration', 9, 'it is empty')];
  const found: Evidence[] = [...dockerfile(about), ...data(about)];
  if (/^\s*[\w./-]+\s*$/.test(text) && namesIn(text).length === 1)
    found.push(speaks('illustration', 9, 'it is only the name of a file'));
  if (isAddresses(text)) found.push(speaks('other', 8, 'it holds only addresses to open in a browser'));
  if (isDrawing(text) && !about.placed.some(({ entry }) => entry.prompt !== null))
    found.push(
      speaks(
        'illustration',
        about.past.awaitsOutput && about.view.label === '' ? 5 : 9,
        'it is a drawing or a folder tree',
      ),
    );
  if (about.placed.some(({ entry }) => /\s\+\s+docker\s/.test(entry.text)))
    found.push(speaks('illustration', 9, 'commands joined by a plus sign explain each other'));
  const printed = outputShare(text);
  if (printed > 0.5 && about.placed.length === 0)
    found.push(speaks('expected-output', 4, 'its lines are what a program prints'));
  const prose = proseShare(text);
  if (prose > 0.5 && about.placed.length === 0) found.push(speaks('illustration', 4, 'it is prose'));
  return found;
};

function dockerfile({ view, placed }: Parameters<Witness>[0]): Evidence[] {
  const look = dockerfileLook(view.text);
  const count = look.instructions.length;
  if (count === 0 || look.others > count || placed.some(({ entry }) => entry.prompt !== null)) return [];
  const against = [speaks('run', -6, 'its lines are Dockerfile instructions')];
  if (/^\s*#.*(?:❌|✅|🚫|나쁜|좋은\s*예|\bbad\b|\bgood\b)/imu.test(view.text))
    return [...against, speaks('illustration', 8, 'it compares good and bad'), speaks('dockerfile', 1, '')];
  if (look.elided)
    return [
      ...against,
      speaks('illustration', 6, 'Dockerfile instructions with parts left out'),
      speaks('dockerfile', 2, ''),
    ];
  if (look.others > 0)
    return [
      ...against,
      speaks('dockerfile', 3, 'most lines are Dockerfile instructions'),
      speaks('illustration', 2, ''),
    ];
  const froms = look.instructions.filter((line) => /^from\b/i.test(line) && !/\sas\s/i.test(line)).length;
  const last = look.instructions.at(-1) ?? '';
  if (look.complete && /^from\b/i.test(last) && count > 1 && froms > 1)
    return [...against, speaks('illustration', 6, 'several alternatives of FROM'), speaks('dockerfile', 1, '')];
  if (look.complete && count > 1)
    return [...against, speaks('dockerfile', 5, 'it is a whole Dockerfile'), speaks('illustration', 1.5, '')];
  return [
    ...against,
    speaks('illustration', 5.5, 'single Dockerfile instructions, shown to explain them'),
    speaks('dockerfile', 1.5, ''),
  ];
}

function data({ view, placed }: Parameters<Witness>[0]): Evidence[] {
  if (placed.some(({ entry }) => entry.prompt !== null)) return [];
  if (fragmentOfCompose(view) !== null) return [];
  if (isCompose(view.text)) return [speaks('file', 5, 'it is a compose file'), speaks('run', -5, '')];
  if (isSettingsJson(view.text))
    return [speaks('file', 6, 'it is a JSON file that programs read'), speaks('run', -3, '')];
  if (isJson(view.text))
    return [speaks('expected-output', 2, 'it is JSON'), speaks('file', 1.5, 'it is JSON'), speaks('run', -3, '')];
  return [];
}
