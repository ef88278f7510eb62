import type { Tolerance } from './tolerance.ts';

export const http: Tolerance = {
  name: 'http',
  reason: {
    en: 'Lengths, entity tags and browsers differ from server to server.',
    ko: '길이, 엔티티 태그, 브라우저 이름은 서버마다 다릅니다.',
  },
  forms: [
    String.raw`(?<=\[pid \d+:tid )\d+(?=\])`,
    String.raw`(?<=^(?:< )?[Cc]ontent-[Ll]ength: )\d+`,
    String.raw`(?<=^(?:< )?[Ee][Tt]ag: )(?:W/)?"[^"]*"`,
    String.raw`(?<=" \d{3} )\d+(?= "|$)`,
    String.raw`(?<=")Mozilla/5\.0 [^"]*(?=")`,
    String.raw`(?<=Connection )#\d+(?= to host)`,
    String.raw`(?<=port \d+ \()#\d+(?=\))`,
  ],
  examples: `
    < Content-Length: 612 ≈ < Content-Length: 615
    "GET / HTTP/1.1" 200 615 "-" "curl" "-" ≈ "GET / HTTP/1.1" 200 612 "-" "curl" "-"
    "GET / HTTP/1.1" 200 615 "-" "curl" "-" ≠ "GET / HTTP/1.1" 404 615 "-" "curl" "-"
  `,
};
