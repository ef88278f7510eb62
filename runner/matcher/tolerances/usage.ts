import type { Tolerance } from './tolerance.ts';

/** What `docker stats` measures, where `asked-fields.ts` puts the label, and what an interface counts. */
export const usage: Tolerance = {
  name: 'usage',
  reason: { en: 'It is measured at the moment.', ko: '그때그때 잰 값입니다.' },
  forms: [
    String.raw`(?<=\bPerc: )[\d.]+%`,
    String.raw`(?<=\bIO: )[\d.]+\w+ / [\d.]+\w+`,
    String.raw`(?<=\bPIDs: )\d+`,
    String.raw`(?<=\b[RT]X (?:packets|bytes)[: ])\d+(?: \([\d.]+ [KMG]?i?B\))?`,
  ],
  examples: `
    $ docker stats --no-stream --format "{{.Name}}: {{.MemPerc}} {{.NetIO}} {{.PIDs}}"
    web: 1.37% 486B / 0B 1 ≈ web: 0.01% 1.2kB / 84B 9
    web: 1.37% 486B / 0B 1 ≠ app: 1.37% 486B / 0B 1
    web: 1.37% 486B / 0B 1 ≠ web: 1.37 486B / 0B 1
  `,
};
