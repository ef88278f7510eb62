import { isOf, thoseOf, wasGiven } from '../../command/index.ts';
import { cutEnd } from './cut.ts';
import type { Tolerance } from './tolerance.ts';

/** What stands around a hexadecimal number that is a word, and one that has digits and letters. */
const edge = String.raw`(?<![0-9A-Za-z_.])`;
const end = String.raw`(?![0-9A-Za-z_])`;
const mixed = (length: string) => `(?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]${length}`;

/** An author has kept only a part of it: an ID for sure only where the command prints nothing else. */
const ofOddLength = /^(?:[0-9a-f]{6,11}|[0-9a-f]{13,56})$/;

/** The sum of a text is always the same. */
const sums = ['md5sum', 'sha1sum', 'sha256sum', 'sha512sum'];

export const id: Tolerance = {
  name: 'id',
  // One short ID in three hundred has no letter: 098621024390.
  forms: [
    `${edge}(?:${mixed('{4,63}')}|\\d{8,63})${cutEnd}`,
    // Some digits are lost in copying now and then.
    `${edge}[0-9a-f]{57,64}${end}`,
    `${edge}(?=[a-f]*[0-9])[0-9a-f]{12}${end}`,
    `^${mixed('{6,56}')}$`,
  ],
  accepts: (expected, _actual, { printers }) =>
    !isOf(printers, ...sums) && (!ofOddLength.test(expected) || printers.some(({ output }) => output?.form === 'id')),
  binds: 'id',
  examples: `
    hello from 92d79b6de29f ≈ hello from c27998124f88
    hello from 92d79b6de29f ≈ hello from 098621024390
    9aba04fa15cb ≈ 9aba04fa15cb1dad61d6f3bbadc26c6c0f0ff306ef852450862e0c7c9cebf299
    hello from 92d79b6de29f ≠ hello from localhost
    hello from facade ≠ hello from decade
    92d79b6de29f and 92d79b6de29f ≠ c27998124f88 and 9aba04fa15cb
  `,
};

/**
 * What a registry knows an image by. With the containerd image store it is the image's ID too, without it another
 * value: neither tells anything of the other.
 */
export const registryDigest: Tolerance = {
  name: 'digest',
  forms: [String.raw`(?<=\b[Dd]igest: |[\w.-]@)sha256:[0-9a-f]{4,64}${cutEnd}?(?![0-9a-f])`],
  binds: 'digest',
  examples: `
    Digest: sha256:b23140f7d22b05e7 ≈ Digest: sha256:ba65ca4da1b3
    Digest: sha256:b23140f7d22b05e7 ≠ Digest: none
  `,
};

export const digest: Tolerance = {
  name: 'digest',
  forms: [String.raw`\bsha256:[0-9a-f]{4,64}${cutEnd}?(?![0-9a-f])`, String.raw`\bsha512-[A-Za-z0-9+/=]{20,}`],
  binds: 'id',
  examples: `
    sha256:b23140f7d22b05e76f069200a226738b59a7833f839fda8798ddb12e2cb23526 ≈ sha256:ba65ca4da1b3
    sha256:b23140f7d22b05e7 ≠ web:restored
  `,
};

/** Hexadecimal numbers of other lengths than Docker's. One stands for an ID only where the command names it. */
export const commit: Tolerance = {
  name: 'commit',
  forms: [
    String.raw`(?<=, build )(?:unknown|[0-9a-f]{7,40}|[\w.~+-]+)(?=$|\s)`,
    `${edge}${mixed('{7,11}')}${end}`,
    `${edge}${mixed('{13,40}')}${end}`,
  ],
  accepts: (_expected, _actual, { printers }) => !isOf(printers, ...sums),
  examples: `
    [main 1f3c9ab] first ≈ [main 9b07de2] first
    version 1.29.2, build 5becea4c ≈ version 1.29.2, build unknown
    hello from facade ≠ hello from decade
  `,
};

export const uuid: Tolerance = {
  name: 'uuid',
  forms: [
    String.raw`(?<=\bDebugger PIN: )\d{3}-\d{3}-\d{3}`,
    String.raw`\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\b`,
  ],
  binds: 'uuid',
  examples: `
    id=10b2a486-e2a4-4d45-92d2-dde50dcb386e ≈ id=998cb8c3-b46f-4eb7-96b1-021627079410
    id=10b2a486-e2a4-4d45-92d2-dde50dcb386e ≠ id=none
  `,
};

export const swarmToken: Tolerance = {
  name: 'swarm-id',
  forms: [String.raw`\bSWMTKN-1-[0-9a-z]+-[0-9a-z]+(?![0-9a-z…]|\.\.\.)`],
  binds: 'uuid',
  examples: `
    --token SWMTKN-1-2v6p266p-5bwtgr0c ≈ --token SWMTKN-1-3k89xr5j-aniv3977
    --token SWMTKN-1-2v6p266p-5bwtgr0c ≠ --token none
  `,
};

/** What an author left of a token. */
export const cutSwarmToken: Tolerance = {
  name: 'swarm-id',
  forms: [String.raw`\bSWMTKN-1-[0-9a-z][0-9a-z-]*${cutEnd}?`],
  examples: `
    --token SWMTKN-1-2v6p266p... ≈ --token SWMTKN-1-3k89xr5j-aniv3977
    --token SWMTKN-1-2v6p266p... ≠ --token none
  `,
};

/** IDs of nodes, services, tasks: 25 characters, of which tables show 12. */
export const swarmId: Tolerance = {
  name: 'swarm-id',
  forms: [
    String.raw`(?<=\w\.\d+\.)[0-9a-z]{12,25}(?=@)`,
    String.raw`(?<![\w-])(?=[0-9a-z]*[0-9])(?=[0-9a-z]*[g-z])[0-9a-z]{25}(?![\w-])`,
    // A name that an author cut (`postgres14...`) has its digits at the end.
    String.raw`(?<![\w.-])(?=[0-9a-z]*[0-9][0-9a-z]*[g-z])[0-9a-z]{7,24}${cutEnd}`,
  ],
  binds: 'id',
  examples: `
    node (dxn1zf6l61qsb1josjja83ngz) is now a manager ≈ node (8jud3o5qcfwuyt2m2f1s4mxkn) is now a manager
    node (dxn1zf6l61qsb1josjja83ngz) is now a manager ≠ node (web) is now a manager
    dxn1zf6l61qsb1josjja83ngz dxn1zf6l61qsb1josjja83ngz ≠ 8jud3o5qcfwuyt2m2f1s4mxkn 1ud3o5qcfwuyt2m2f1s4mxkn5
  `,
};

/** Lists of IDs show 12 characters of it alone on a line. */
export const listedSwarmId: Tolerance = {
  ...swarmId,
  forms: ['^(?=[0-9a-z]*[0-9])[0-9a-z]{12}$'],
  accepts: (_expected, _actual, { printers }) =>
    thoseOf(printers, 'docker service', 'docker node', 'docker secret', 'docker config', 'docker stack').some(
      (printer) => wasGiven(printer, 'quiet'),
    ),
  examples: `
    $ docker service ls -q
    bqpve1djnk0x ≈ kaujpta18bqp
    bqpve1djnk0x ≠ none
  `,
};
