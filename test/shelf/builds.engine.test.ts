import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../runner/core/engine.ts';
import { sandboxWith, shell, until } from './on-sandbox.ts';

const images = [
  ...['ubuntu:20.04', 'golang:1.17', 'alpine:3.14', 'node:16-alpine', 'python:3.9-slim'],
  ...['maven:3.8-openjdk-17', 'openjdk:17-jdk-slim'],
];

/**
 * What chapters build on the shelf's images. Packages come from their registries through the sandbox's network, and
 * nothing in a Dockerfile says how this machine reaches them.
 */
describe('builds on images of the shelf', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await sandboxWith(images);
  });
  afterAll(() => engine.stop());

  const build = async (name: string, files: Readonly<Record<string, string>>, options = '') => {
    for (const [path, input] of Object.entries(files)) {
      const write = `mkdir -p "$(dirname "$0")" && cat > "$0"`;
      await engine.exec(['sh', '-c', write, `${engine.workspace}/${name}/${path}`], { input });
    }
    const built = await shell(engine, `cd ${name} && docker build --progress=plain ${options} -t ${name} .`);
    expect(built.exitCode, built.text.slice(-2000)).toBe(0);
  };
  const run = async (script: string) => (await shell(engine, script)).text;
  /** The health that a container has when it is no longer starting. */
  const healthOf = (name: string) =>
    run(`for i in $(seq 120); do health=$(docker inspect -f '{{.State.Health.Status}}' ${name})
[ "$health" = starting ] || break; sleep 0.5; done; echo $health`);

  test('apt: Apache in ubuntu', async () => {
    const dockerfile = `FROM ubuntu:20.04
ENV DEBIAN_FRONTEND=noninteractive
RUN apt-get update && apt-get install -y apache2 && apt-get clean && rm -rf /var/lib/apt/lists/*
COPY index.html /var/www/html/
CMD ["apachectl", "-D", "FOREGROUND"]
`;
    await build('apache', { Dockerfile: dockerfile, 'index.html': '<h1>mine</h1>\n' });
    await run(`docker run -d --name apache -p 8080:80 apache; ${until('curl -sf localhost:8080')}`);
    expect(await run('curl -s localhost:8080')).toBe('<h1>mine</h1>');
  });

  test('apt and curl: an address with TLS, once the certificates are installed', async () => {
    const registry = (await run("sed -n 's/^deb \\([^ ]*\\) .*/\\1/p' /etc/apt/sources.list | head -1")).replace(
      /^http:/,
      'https:',
    );
    const dockerfile = `FROM ubuntu:20.04
RUN apt-get update && apt-get install -y curl && curl -sSfo /dev/null ${registry}/dists/bookworm/Release
`;
    await build('tls', { Dockerfile: dockerfile });
  });

  test('go: a small program on alpine, and one that needs the C library, which alpine lacks', async () => {
    const dockerfile = `FROM golang:1.17 AS builder
WORKDIR /build
COPY main.go .
RUN go build -o myapp main.go
FROM alpine:3.14
COPY --from=builder /build/myapp /usr/local/bin/
CMD ["myapp"]
`;
    await build('small', {
      Dockerfile: dockerfile,
      'main.go': 'package main\n\nfunc main() { println("hello from go") }\n',
    });
    expect(await run('docker run --rm small')).toBe('hello from go');
    expect(Number(await run("docker inspect -f '{{.Size}}' small"))).toBeLessThan(12e6);
    const net = 'package main\n\nimport "net"\n\nfunc main() { _, _ = net.LookupHost("localhost"); println("ran") }\n';
    await build('linked', { Dockerfile: dockerfile, 'main.go': net });
    expect(await run('docker run --rm linked')).toMatch(/no such file or directory/);
    const alone = dockerfile.replace('RUN go', 'RUN CGO_ENABLED=0 go');
    await build('alone', { Dockerfile: alone, 'main.go': net });
    expect(await run('docker run --rm alone')).toBe('ran');
  });

  test('go: modules from the module proxy', async () => {
    const main = 'package main\n\nimport "rsc.io/quote"\n\nfunc main() { println(quote.Go()) }\n';
    const dockerfile = `FROM golang:1.17
WORKDIR /app
COPY main.go .
RUN go mod init example.com/app && go get rsc.io/quote@v1.5.2 && go build -o app .
CMD ["./app"]
`;
    await build('modules', { Dockerfile: dockerfile, 'main.go': main });
    expect(await run('docker run --rm modules')).toMatch(/communicate by sharing memory/i);
  });

  test('npm: targets for development and production, the latter as the user node', async () => {
    const files = {
      Dockerfile: `FROM node:16-alpine AS base
WORKDIR /app
COPY package*.json ./
FROM base AS development
RUN npm install
COPY . .
CMD ["npm", "run", "dev"]
FROM base AS builder
RUN npm install --only=production
FROM node:16-alpine AS production
ENV NODE_ENV=production
WORKDIR /app
COPY --from=builder /app/node_modules ./node_modules
COPY . .
USER node
CMD ["node", "server.js"]
`,
      'package.json':
        '{"name":"app","version":"1.0.0","scripts":{"dev":"node server.js"},"dependencies":{"ms":"2.1.3"}}\n',
      'server.js': `const ms = require('ms');
console.log(\`\${require('os').userInfo().username} \${ms('1s')} \${process.env.NODE_ENV}\`);
`,
    };
    await build('dev', files, '--target development');
    expect(await run('docker run --rm dev')).toMatch(/^root 1000 undefined$/m);
    await build('prod', files, '--target production');
    expect(await run('docker run --rm prod')).toBe('node 1000 production');
  });

  test('pip: Flask with gunicorn becomes healthy, not as root', async () => {
    const files = {
      Dockerfile: `FROM python:3.9-slim
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
RUN useradd -m appuser && chown -R appuser:appuser /app
USER appuser
EXPOSE 5000
HEALTHCHECK --interval=1s --timeout=3s --start-period=5s --retries=3 \\
  CMD python -c "import requests; requests.get('http://localhost:5000/health').raise_for_status()"
CMD ["gunicorn", "--bind", "0.0.0.0:5000", "app:app"]
`,
      'requirements.txt': 'flask\ngunicorn\nrequests\n',
      'app.py': `import getpass
from flask import Flask

app = Flask(__name__)

@app.get("/")
def index():
    return getpass.getuser()

@app.get("/health")
def health():
    return "ok"
`,
    };
    await build('flask', files);
    await run('docker run -d --name flask -p 5000:5000 flask');
    expect(await healthOf('flask')).toBe('healthy');
    expect(await run('curl -s localhost:5000')).toBe('appuser');
  });

  test('maven: a jar is packaged offline and run; the slim JDK has no curl, as its original', async () => {
    const files = {
      Dockerfile: `FROM maven:3.8-openjdk-17 AS builder
WORKDIR /build
COPY pom.xml .
RUN mvn -q dependency:go-offline
COPY src ./src
RUN mvn -q clean package
FROM openjdk:17-jdk-slim
WORKDIR /app
COPY --from=builder /build/target/*.jar app.jar
ENV JAVA_OPTS="-Xmx64m"
HEALTHCHECK --interval=1s --timeout=3s --retries=2 CMD curl -f http://localhost:8080/ || exit 1
ENTRYPOINT ["sh", "-c", "java $JAVA_OPTS -cp app.jar Hello"]
`,
      'pom.xml': `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId>
  <artifactId>hello</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.source>17</maven.compiler.source>
    <maven.compiler.target>17</maven.compiler.target>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
</project>
`,
      'src/main/java/Hello.java': `public class Hello {
  public static void main(String[] arguments) throws Exception {
    System.out.println("hello from java " + Runtime.version().feature());
    Thread.sleep(60_000);
  }
}
`,
    };
    await build('java', files);
    await run(`docker run -d --name java java; ${until('docker logs java | grep hello')}`);
    expect(await run('docker logs java')).toBe('hello from java 17');
    expect(await healthOf('java')).toBe('unhealthy');
    expect(await run("docker inspect -f '{{(index .State.Health.Log 0).Output}}' java")).toMatch(/curl: not found/);
  });
});
