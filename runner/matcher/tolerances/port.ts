import type { Tolerance } from './tolerance.ts';

/** Where Linux begins to give out ports by itself (net.ipv4.ip_local_port_range). */
const firstEphemeral = 32768;

export const port: Tolerance = {
  name: 'port',
  reason: {
    en: 'Docker chose this port from the ephemeral range.',
    ko: '도커가 임시 범위에서 고른 포트입니다.',
  },
  forms: [
    String.raw`(?<=(?:\d|\]|:|localhost|::):|\bHostPort"?: ?"?|/(?:tcp|udp) -> )(?:3276[89]|327[7-9]\d|32[89]\d\d|3[3-9]\d{3}|[45]\d{4}|6[0-5]\d{3})(?![\d])`,
  ],
  accepts: (expected, actual, place) =>
    Number(expected) >= firstEphemeral && Number(actual) >= firstEphemeral && !isStated(expected, place.stated),
  binds: 'port',
  examples: `
    $ docker port web
    80/tcp -> 0.0.0.0:49153 ≈ 80/tcp -> 0.0.0.0:32768
    80/tcp -> 0.0.0.0:8080 ≠ 80/tcp -> 0.0.0.0:32768
    80/tcp -> 0.0.0.0:49153 ≠ 443/tcp -> 0.0.0.0:49153
  `,
};

function isStated(value: string, stated: ReadonlySet<string>): boolean {
  if (stated.has(value)) return true;
  return [...stated].some(
    (word) =>
      word.includes('->') === false &&
      word.split(/[:/]/).includes(value) &&
      /:\d+(\/\w+)?$/.test(word) &&
      !/^(https?:|localhost|\d+\.)/.test(word),
  );
}
