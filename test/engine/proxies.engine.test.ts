import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../runner/core/engine.ts';
import { startEngine } from '../../runner/engine/index.ts';
import { chooseNetwork } from '../../runner/engine/sandbox/network.ts';
import { smallImage } from './small-image.ts';

/** The proxy listens on the sandbox's own address: neither the sandbox's loopback nor this machine. */
const proxy = `http://${chooseNetwork().resolver.replace(/\d+$/, '100')}:3128`;
const names = ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'] as const;
const users = names.map((name) => [name, process.env[name]] as const);
const answering = `
import http.server
class Proxy(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers(); self.wfile.write(("proxied " + self.path).encode())
    def do_CONNECT(self):
        open("/tmp/asked", "a").write(self.path + "\\n"); self.send_error(502)
http.server.ThreadingHTTPServer(("", 3128), Proxy).serve_forever()
`;
/** Shell source that waits until somebody listens on a port. */
const listening = (port: number) => `until ss -Hltn sport = :${port} | grep -q .; do sleep 0.1; done`;
let engine: Engine;

beforeAll(async () => {
  for (const name of names) process.env[name] = name === 'NO_PROXY' ? 'direct.example' : proxy;
  engine = await startEngine({ kind: 'sandbox', generation: 28 });
  await engine.exec(['sh', '-c', `${smallImage}cat > /root/proxy.py`], { input: answering, timeoutMs: 60_000 });
  await engine.exec(['sh', '-c', `setsid python3 /root/proxy.py >/dev/null 2>&1 & ${listening(3128)}`]);
});
afterAll(async () => {
  for (const [name, value] of users) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  await engine.stop();
});

const shell = async (script: string) => {
  const { stdout, stderr } = await engine.exec(['bash', '-c', script], { timeoutMs: 60_000 });
  return stdout + stderr;
};

test('what is typed asks the proxy, but not for what is near', async () => {
  expect(await shell('curl -s http://far.invalid/page')).toBe('proxied http://far.invalid/page');
  expect(
    await shell(
      `cd /tmp/image; python3 -m http.server 8080 >/dev/null 2>&1 & ${listening(8080)}; curl -s localhost:8080/etc/ | head -c 9`,
    ),
  ).toBe('<!DOCTYPE');
  expect(await shell('curl -s http://direct.example/ -o /dev/null; echo $?')).toBe('6\n');
});

test('dockerd asks the proxy for images', async () => {
  expect(await shell("docker info --format '{{.HTTPSProxy}} {{.NoProxy}}' 2>/dev/null")).toBe(
    `${proxy} direct.example,localhost,127.0.0.1,::1,docker\n`,
  );
  await shell('docker pull registry.invalid/image');
  expect(await shell('cat /tmp/asked')).toContain('registry.invalid:443');
});

const fetching = 'import urllib.request; print(urllib.request.urlopen("http://far.invalid/step").read())';

test.each(['0', '1'])('builds and containers ask the proxy, DOCKER_BUILDKIT=%s', async (buildkit) => {
  const dockerfile = `FROM small\nRUN python3 -c '${fetching}' > /page\n`;
  await engine.exec(['sh', '-c', `cat > ${engine.workspace}/Dockerfile`], { input: dockerfile });
  const built = await shell(
    `cd ${engine.workspace}; DOCKER_BUILDKIT=${buildkit} docker build --no-cache -t built . 2>&1`,
  );
  expect(await shell('docker run --rm built cat /page'), built).toContain('proxied http://far.invalid/step');
  expect(await shell(`docker run --rm small python3 -c '${fetching}'`)).toContain('proxied http://far.invalid/step');
});
