import type { LineForm } from './line-form.ts';

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
    examples: `
      Step 1/3 : FROM ubuntu
      ---> Running in 0c2ab5a1b2c3
      Sending build context to Docker daemon  2.048kB
      Removing intermediate container 0c2ab5a1b2c3
    `,
  },
  {
    name: 'finished',
    of: building,
    role: 'summary',
    phrases: ['[+] Building …FINISHED', 'Successfully {built|tagged} '],
    examples: `
      [+] Building 1.2s (6/6) FINISHED
      Successfully tagged app:latest
    `,
  },
  {
    name: 'building',
    of: ['docker image build', 'docker buildx', 'docker compose'],
    role: 'progress',
    phrases: ['[+] Building', ' {⠋|⠙|⠹|⠸|⠼|⠴|⠦|⠧|⠇|⠏} '],
    examples: `
      [+] Building 0.2s (2/6)
      ⠹ cache Pulling 2.2s
    `,
  },
  {
    name: 'service-image',
    of: ['docker compose'],
    role: 'progress',
    phrases: ['Pulling <word> (…)...$', 'Building <name>$'],
    examples: `
      Pulling web (nginx:latest)...
      Building web
    `,
  },
  {
    name: 'attached',
    of: ['docker compose'],
    role: 'summary',
    phrases: ['Attaching to '],
    examples: `
      Attaching to web-1
    `,
  },
  {
    name: 'vertex',
    of: building,
    role: 'progress',
    phrases: [' => ', '#<n> {[|<n>|DONE|CACHED|sha256|resolve|extract|export|naming|writing|transferring}'],
    examples: `
      => [internal] load .dockerignore                       0.0s
      #5 [2/3] RUN make
      #5 DONE 0.1s
    `,
  },
  {
    name: 'counted',
    of: ['docker compose'],
    role: 'progress',
    phrases: ['[+] Running', '[+] {Pulling|Creating|Stopping|Removing|up|down} <n>/<n>'],
    examples: `
      [+] Running 3/3
      [+] up 1/2
    `,
  },
  {
    name: 'state',
    of: ['docker compose'],
    role: 'progress',
    phrases: [
      ' {✔|⠿} ',
      ' {Creating|Starting|Stopping|Removing|Recreating|Pulling|Building|Attaching to|Created|Network|Container|Volume}<blanks>{"|}<name>…{...|done|Created|Started|Stopped|Removed|Healthy|<n>.<n>s}',
    ],
    examples: `
      Creating network "shop_default" with the default driver ... done
      Container shop-web-1  Started
      ✔ Network shop_default  Created    0.1s
    `,
  },
  {
    name: 'service-log',
    of: ['docker compose logs', 'docker compose up'],
    role: 'log',
    phrases: ['<name>{_|-}<n><blanks>| ', '<name>  | '],
    examples: `
      web_1  | ready
      shop-web-1 | ready
      web  | ready
    `,
  },
];
