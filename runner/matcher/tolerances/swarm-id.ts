import { thoseOf, wasGiven } from '../../command/index.ts';
import { cutEnd } from './cut.ts';
import type { Tolerance } from './tolerance.ts';

const reason = { en: 'Swarm draws IDs and tokens anew.', ko: '스웜의 ID와 토큰은 매번 새로 만들어집니다.' };

export const swarmToken: Tolerance = {
  name: 'swarm-id',
  reason,
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
  reason,
  forms: [String.raw`\bSWMTKN-1-[0-9a-z][0-9a-z-]*${cutEnd}?`],
  examples: `
    --token SWMTKN-1-2v6p266p... ≈ --token SWMTKN-1-3k89xr5j-aniv3977
    --token SWMTKN-1-2v6p266p... ≠ --token none
  `,
};

/** IDs of nodes, services, tasks: 25 characters, of which tables show 12. */
export const swarmId: Tolerance = {
  name: 'swarm-id',
  reason,
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
