import type { HostSettings } from '../host-settings.ts';
import { block, type Recipe } from '../recipe.ts';
import { smallSystem } from './busybox.ts';
import { workshop } from './debian.ts';

/** A small system with curl, the base of the book's images. */
export function diamolBase(host: HostSettings): Recipe {
  const [base, shop] = [smallSystem(host), workshop('bookworm', host)];
  const text = `FROM ${shop.reference} AS parts
RUN mkdir /out && collect /out /usr/bin/curl
FROM ${base.reference}
COPY --from=parts /out /
`;
  const build = { kind: 'dockerfile', text } as const;
  return block({ reference: 'tutor/diamol-base:1', bases: [base, shop], build, megabytes: 15 });
}

/** Instructions and files of the book's images, on top of what they begin with. */
export const webPing = {
  instructions: `ENV TARGET="blog.sixeyed.com" METHOD="HEAD" INTERVAL="3000"
WORKDIR /web-ping
COPY app.js .
CMD ["node", "/web-ping/app.js"]
`,
  files: {
    'app.js': `// Asks TARGET again and again and writes down what it answers.
const https = require('https');

const { TARGET: hostname, METHOD: method, INTERVAL: interval } = process.env;
let requests = 0;

function ping() {
  const start = Date.now();
  requests += 1;
  console.log('Making request number: %d; at %d', requests, start);
  const request = https.request({ hostname, method }, ({ statusCode }) => {
    const end = Date.now();
    console.log('Got response status: %s at %d; duration: %dms', statusCode, end, end - start);
  });
  request.on('error', (error) => console.error(error));
  request.end();
}

console.log('** web-ping ** Pinging: %s; method: %s; %dms intervals', hostname, method, interval);
process.on('SIGINT', () => process.exit());
setInterval(ping, Number(interval));
`,
  },
};

/** The exercise whose reader adds a name to a file and commits the container. */
export const lab = {
  instructions: 'WORKDIR /diamol\nCOPY ch03.txt .\n',
  files: { 'ch03.txt': 'Lab solution, by: ' },
};

export const helloWeb = {
  instructions: 'COPY index.html /usr/local/apache2/htdocs/index.html\n',
  files: {
    'index.html': `<!DOCTYPE html>
<html>
  <body>
    <h1>Hello from Chapter 2!</h1>
    <p>This page is served from a container.</p>
  </body>
</html>
`,
  },
};
