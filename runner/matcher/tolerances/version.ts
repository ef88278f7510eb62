import type { Tolerance } from './tolerance.ts';

const number = String.raw`v?\d+(?:\.\d+){1,3}(?:[-+~.][\w.+~-]+)?`;
/** Asked before what stands in front of a number: looking back is slow, and most places are no number. */
const ahead = String.raw`(?<!\d)(?=v?\d+\.\d)`;
const tools =
  'Docker|docker|mysqld|mariadbd|mongod|Compose|docker-compose|buildx|containerd|runc|nginx|Apache|httpd|curl|Wget|git|Python|python|pip|setuptools|Werkzeug|Node\\.js|node|npm|yarn|go|Go|Redis|redis|redis-server|mysql|MySQL|MariaDB|PostgreSQL|psql|java|Java|JDK|JRE|openjdk|OpenJDK|Maven|Gradle|ruby|PHP|Zend Engine|Zend OPcache|Xdebug|perl|bash|Linux|kernel|libcurl|OpenSSL|tree|wget|busybox|BusyBox|apt|gcc|mongo|MongoDB|rabbitmq|uvicorn|gunicorn|Tomcat|Spring Boot|buildkit|BuildKit';

export const version: Tolerance = {
  name: 'version',
  forms: [
    String.raw`${ahead}(?<=\b(?:${tools})(?: version|,? ver|/| server version| Engine| [Vv]ersion:?)?(?::? |[/=])?(?:version )?"?)${number}(?![\w])`,
    String.raw`${ahead}(?<=\b(?:${tools}) .{0,12}version:? )${number}`,
    String.raw`${ahead}(?<=\b(?:[A-Z]+_)+VERSION=)${number}`,
    String.raw`${ahead}(?<=\(Debian |\(Ubuntu |\(Alpine )${number}`,
    String.raw`${ahead}(?<=\bVer |\(build |\w_version:)${number}`,
    String.raw`(?<=\bVersion: ')\d+\.\d[^']*(?=' )`,
    String.raw`(?<=\bUbuntu \d\d\.\d\d)\.\d+(?= LTS)`,
    String.raw`(?<=\bApache/${number} )\([A-Z]\w+\)`,
    String.raw`(?<=^(?:Unpacking|Setting up|Preparing to unpack) \S+ \()[^)\s]+(?=\))`,
    String.raw`(?<=^\(\d+/\d+\) Installing \S+ \()[^)\s]+(?=\))`,
    String.raw`\bgo\d+\.\d+(?:\.\d+)?\b`,
  ],
  accepts: (expected, actual, place) => !isPinned(expected, actual, place.stated),
  examples: `
    Docker version 20.10.24, build 297e128 ≈ Docker version 28.5.2, build ecc6942
    nginx version: nginx/1.21.6 ≈ nginx version: nginx/1.22.1
    Python 3.6.9 ≈ Python 3.11.2
    my shop v1.0.0 ≠ my shop v1.0.1
    FROM alpine:3.14 ≠ FROM alpine:3.15
    nginx:1.27-bookworm ≠ nginx:1.27
  `,
};

/** The command names a version (`node:18`) that the chapter shows and the real output does not. */
function isPinned(expected: string, actual: string, stated: ReadonlySet<string>): boolean {
  for (const word of stated) {
    const tag = /:v?(\d+(?:\.\d+)*)/.exec(word)?.[1];
    if (tag === undefined) continue;
    const fits = (text: string) => `${text.replace(/^\D+/, '')}.`.startsWith(`${tag}.`);
    if (fits(expected) && !fits(actual)) return true;
  }
  return false;
}

export const askedVersion: Tolerance = {
  name: 'asked-version',
  forms: [String.raw`(?<=^(?:\| )?)v?\d+(?:\.\d+){1,3}(?:[-+~.][\w.+~-]+)?(?=\s|$)`],
  accepts: (expected, actual, place) => place.asksVersion && !isPinned(expected, actual, place.stated),
  examples: `
    $ docker run --rm node:18 node --version
    v18.12.1 ≈ v18.19.0
    v18.12.1 ≠ v20.1.0
  `,
};
