import type { LineForm } from './read-form.ts';

const building = ['image build', 'buildx build', 'buildx bake', 'compose build', 'compose up', 'compose run'].map(
  (verb) => `docker ${verb}`,
);

/** What the classic builder, BuildKit and compose 1 and 2 print as they go. */
export const buildForms: readonly LineForm[] = [
  {
    name: 'step',
    of: building,
    role: 'progress',
    phrases: ['Step <n>{/<n>|} :', ' --->', 'Removing intermediate container', 'Sending build context'],
  },
  {
    name: 'finished',
    of: building,
    role: 'summary',
    phrases: ['[+] Building …FINISHED', 'Successfully {built|tagged} '],
  },
  {
    name: 'building',
    of: ['docker image build', 'docker buildx', 'docker compose'],
    role: 'progress',
    phrases: ['[+] Building', ' {⠋|⠙|⠹|⠸|⠼|⠴|⠦|⠧|⠇|⠏} '],
  },
  {
    name: 'service-image',
    of: ['docker compose'],
    role: 'progress',
    phrases: ['Pulling <word> (…)...$', 'Building <name>$'],
  },
  { name: 'attached', of: ['docker compose'], role: 'summary', phrases: ['Attaching to '] },
  {
    name: 'vertex',
    of: building,
    role: 'progress',
    phrases: [' => ', '#<n> {[|<n>|DONE|CACHED|sha256|resolve|extract|export|naming|writing|transferring}'],
  },
  {
    name: 'counted',
    of: ['docker compose'],
    role: 'progress',
    phrases: ['[+] Running', '[+] {Pulling|Creating|Stopping|Removing|up|down} <n>/<n>'],
  },
  {
    name: 'state',
    of: ['docker compose'],
    role: 'progress',
    phrases: [
      ' {✔|⠿} ',
      ' {Creating|Starting|Stopping|Removing|Recreating|Pulling|Building|Attaching to|Created|Network|Container|Volume}<blanks>{"|}<name>…{...|done|Created|Started|Stopped|Removed|Healthy|<n>.<n>s}',
    ],
  },
  {
    name: 'service-log',
    of: ['docker compose logs', 'docker compose up'],
    role: 'log',
    phrases: ['<name>{_|-}<n><blanks>| ', '<name>  | '],
  },
];
