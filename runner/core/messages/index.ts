import { annotations } from './annotations.ts';
import { cli } from './cli.ts';
import { commanding } from './commanding.ts';
import { courses } from './courses.ts';
import { engine } from './engine.ts';
import { learning } from './learning.ts';
import { leavingOut } from './leaving-out.ts';
import { lint } from './lint.ts';
import { matching } from './matching.ts';
import { page } from './page.ts';
import { planning } from './planning.ts';
import { reading } from './reading.ts';
import { running } from './running.ts';
import { session } from './session.ts';
import { shelf } from './shelf.ts';
import { testing } from './testing.ts';
import { tolerances } from './tolerances.ts';
import { updating } from './updating.ts';
import { verdicts } from './verdicts.ts';

export const catalogue = {
  ...cli,
  ...commanding,
  ...reading,
  ...annotations,
  ...planning,
  ...leavingOut,
  ...session,
  ...engine,
  ...shelf,
  ...matching,
  ...tolerances,
  ...updating,
  ...running,
  ...testing,
  ...learning,
  ...page,
  ...verdicts,
  ...lint,
  ...courses,
} as const;

export type MessageCode = keyof typeof catalogue;
