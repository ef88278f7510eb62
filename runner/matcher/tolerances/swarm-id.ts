import type { Tolerance } from './tolerance.ts';

export const swarmId: Tolerance = {
  name: 'swarm-id',
  reason: { en: 'Swarm draws IDs and tokens anew.', ko: '스웜의 ID와 토큰은 매번 새로 만들어집니다.' },
  forms: [
    String.raw`\bSWMTKN-1-[0-9a-z]+(?:-[0-9a-z]+)?(?:…|\.\.\.)?`,
    String.raw`(?<=\w\.\d+\.)[0-9a-z]{12,25}(?=@)`,
    String.raw`(?<![\w-])(?=[0-9a-z]*[0-9])(?=[0-9a-z]*[g-z])[0-9a-z]{25}(?![\w-])`,
  ],
  examples: {
    same: [['node (dxn1zf6l61qsb1josjja83ngz) is now a manager', 'node (8jud3o5qcfwuyt2m2f1s4mxkn) is now a manager']],
    different: [['node (dxn1zf6l61qsb1josjja83ngz) is now a manager', 'node (web) is now a manager']],
  },
};
