import type { LineForm } from './line-form.ts';

/** What is printed while images are fetched, pushed, loaded and tagged: Docker 17 to 29, compose 1 and 2. */
export const imageForms: readonly LineForm[] = [
  {
    name: 'pull-announced',
    of: 'docker pull',
    role: 'progress',
    phrases: ["Unable to find image '<image>", 'Using default tag: ', '<word>: Pulling from ', 'Pulling repository '],
    examples: `
      Unable to find image 'nginx:latest' locally
      Using default tag: latest
      3.20: Pulling from library/alpine
    `,
  },
  {
    name: 'layer',
    of: 'docker pull',
    role: 'progress',
    phrases: [
      '<id>: {Pulling|Waiting|Downloading|Verifying|Download |Extracting|Pull |Already|Layer |Push|Preparing|Mounted|Loading|Retrying}',
      '<id>: ',
    ],
    examples: `
      0c2ab5a1b2c3: Pull complete
      0c2ab5a1b2c3: Downloading [==>   ]  1.2MB/30MB
    `,
  },
  {
    name: 'digest',
    of: 'docker pull',
    role: 'progress',
    phrases: ['Digest: '],
    examples: `
      Digest: sha256:0c2ab5a1b2c30c2ab5a1b2c3
    `,
  },
  {
    name: 'pull-done',
    of: 'docker pull',
    role: 'summary',
    phrases: ['Status: {Downloaded newer image|Image is up to date} for '],
    examples: `
      Status: Downloaded newer image for nginx:latest
      Status: Image is up to date for nginx:latest
    `,
  },
];
