/**
 * `npm run check:container`: builds the container of docs/manual/ci on a sandbox, with the package as it is now, and runs a
 * chapter from it on that very engine. It takes minutes, so it is no part of `npm test`.
 */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { startEngine } from '../../runner/engine/index.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'tutor-container-'));
mkdirSync(join(folder, 'book'));
await execa('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: root });
const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
copyFileSync(join(root, 'docs/manual/ci/Dockerfile'), join(folder, 'Dockerfile'));
writeFileSync(
  join(folder, 'book/ch01.md'),
  '# Hello\n\n```console\n$ docker run --rm hello-world | grep Hello\nHello from Docker!\n```\n',
);
const engine = await startEngine({ kind: 'sandbox', generation: 28 });
try {
  await engine.copyIn(folder, '/tmp/here');
  const address = `http://127.0.0.1:8099/${tarball}`;
  const steps = [
    '(cd /tmp/here && python3 -m http.server 8099 >/dev/null 2>&1 &)',
    `docker build --network host --build-arg DEBIAN=latest --build-arg PACKAGE=${address} -t tutor-ci /tmp/here`,
    'docker image ls tutor-ci',
    'docker run --rm tutor-ci --version',
    'docker run --rm -v /tmp/here/book:/work tutor-ci plan ch01.md',
    'docker run --rm -v /tmp/here/book:/work -v /var/run/docker.sock:/var/run/docker.sock tutor-ci test ch01.md --engine host --yes',
  ];
  for (const step of steps) {
    process.stdout.write(`$ ${step}\n`);
    const { exitCode, stdout, stderr } = await engine.exec(['bash', '-c', step], { timeoutMs: 900_000 });
    process.stdout.write(`${stdout + (exitCode === 0 ? '' : stderr)}\n`);
    if (exitCode !== 0) process.exitCode = 1;
  }
} finally {
  await engine.stop();
  rmSync(folder, { recursive: true });
}
