import type { View } from './blocks/view.ts';
import { besideHeredocs } from './evidence/beside-heredocs.ts';
import type { Case, Past } from './evidence/evidence.ts';
import { type Verdict, weigh } from './evidence/weigh.ts';
import type { Containers } from './places/containers.ts';
import type { Place } from './places/open.ts';
import { placeCommands } from './places/place.ts';
import { editedFiles } from './transcript/edited.ts';
import { entriesOf } from './transcript/entries.ts';
import type { Entry } from './transcript/entry.ts';
import { markLines } from './transcript/mark.ts';
import type { Setting } from './transcript/marked.ts';
import { withoutOtherSystems } from './transcript/other-systems.ts';

/** A block read as a terminal's transcript, and the verdict on what it is. */
export interface Reading {
  readonly about: Case;
  readonly verdict: Verdict;
  /** Where the reader is after it, if it is typed. */
  readonly place: Place;
}

/** Reads one block, given what is open and what came before. */
export function readBlock(view: View, place: Place, past: Past, containers: Containers): Reading {
  const setting = { ...settingOf(view, place), own: past.ownCommands };
  const marked = markLines(view.block.lines, setting);
  const all = entriesOf(marked);
  // What says that it is for Windows is so as a whole.
  const entries: readonly Entry[] = view.language === 'windows' ? all : withoutOtherSystems(all);
  const placing = placeCommands(entries, view, place, containers);
  const about: Case = { view, entries, placed: placing.placed, edited: editedFiles(entries), past };
  const verdict = weigh({ ...about, view: besideHeredocs(view, entries) });
  return { about, verdict, place: placing.place };
}

function settingOf({ language, mark, text, cues }: View, { stack }: Place): Omit<Setting, 'own'> {
  const top = stack.at(-1);
  return {
    shell: language === 'shell' || language === 'console' || language === 'windows',
    windows: language === 'windows',
    told: !text.includes('\n') && cues.has('instruction'),
    clicked: mark === 'run',
    insideContainer: top?.into === 'container',
    sql:
      language === 'sql' ||
      (top?.into === 'repl' && ['mysql', 'mariadb', 'psql', 'sqlite3', 'sqlplus', 'sqlcmd'].includes(top.program)),
    client: top?.into === 'repl' ? top.program : null,
  };
}
