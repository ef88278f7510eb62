import type { HostSettings } from '../host-settings.ts';
import { block, type Recipe } from '../recipe.ts';
import { aptInstall } from './apt.ts';
import { debian, type Suite } from './debian.ts';

export type JavaKind = 'jdk' | 'jre';

/** The release of Debian that carries a Java, for each version the shelf has. */
export const javaSuites: Readonly<Record<number, Suite>> = { 17: 'bookworm', 21: 'trixie' };

/** An OpenJDK as one family of images has it. */
export interface JavaPlace {
  /** Distinguishes the building blocks: `temurin-jre`. */
  readonly name: string;
  readonly kind: JavaKind;
  readonly home: string;
  /** Debian packages that people call in it. */
  readonly tools: readonly string[];
}

/** Debian's OpenJDK at the place where an image expects it; the packages themselves are one layer for all families. */
export function java(version: number, { name, kind, home, tools }: JavaPlace, host: HostSettings): Recipe {
  const base = packaged(version, kind, host);
  const text = `FROM ${base.reference}
${tools.length === 0 ? '' : `${aptInstall(...tools)}\n`}RUN mkdir -p ${home.slice(0, home.lastIndexOf('/'))} && \\
    ln -s $(echo /usr/lib/jvm/java-${version}-openjdk-*) ${home}
ENV JAVA_HOME=${home} LANG=C.UTF-8 PATH=${home}/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
${kind === 'jdk' ? 'CMD ["jshell"]\n' : ''}`;
  const build = { kind: 'dockerfile', text } as const;
  return block({ reference: `tutor/${name}:${version}`, bases: [base], build, megabytes: tools.length * 8 });
}

function packaged(version: number, kind: JavaKind, host: HostSettings): Recipe {
  const base = debian(javaSuites[version] ?? 'bookworm', host);
  const packages = ['ca-certificates', 'ca-certificates-java', `openjdk-${version}-${kind}-headless`];
  const text = `FROM ${base.reference}\n${aptInstall(...packages)}\n`;
  const build = { kind: 'dockerfile', text } as const;
  const megabytes = kind === 'jdk' ? 290 : 200;
  return block({ reference: `tutor/${kind}:${version}`, bases: [base], build, megabytes });
}

const mavenJava: JavaPlace = {
  name: 'maven-jdk',
  kind: 'jdk',
  home: '/opt/java/openjdk',
  tools: ['curl', 'git', 'procps'],
};

/** Debian's Maven paints its output wherever it goes; the original only on a terminal. 3.8 heeds the one, 3.9 the other. */
const mavenrc = `[ -t 1 ] || { MAVEN_OPTS="$MAVEN_OPTS -Djansi.mode=strip" MAVEN_ARGS="$MAVEN_ARGS -Dstyle.color=never"; }
`;

/** Debian's Maven on a JDK, with the mirrors of the machine's own Maven. */
export function maven(version: number, host: HostSettings): Recipe {
  const base = java(version, mavenJava, host);
  const text = `FROM ${base.reference}
${aptInstall('maven')}
COPY settings.xml /etc/maven/settings.xml
COPY mavenrc /etc/mavenrc
COPY --chmod=755 mvn-entrypoint.sh /usr/local/bin/mvn-entrypoint.sh
ENV MAVEN_HOME=/usr/share/maven MAVEN_CONFIG=/root/.m2
ENTRYPOINT ["/usr/local/bin/mvn-entrypoint.sh"]
CMD ["mvn"]
`;
  const mirrors = host.mavenMirrors.length === 0 ? '' : `<mirrors>${host.mavenMirrors.join('')}</mirrors>`;
  const settings = `<settings xmlns="http://maven.apache.org/SETTINGS/1.2.0">${mirrors}</settings>\n`;
  const files = { 'settings.xml': settings, mavenrc, 'mvn-entrypoint.sh': '#!/bin/sh\nexec "$@"\n' };
  return block({
    reference: `tutor/maven:${version}`,
    bases: [base],
    build: { kind: 'dockerfile', text },
    files,
    megabytes: 40,
  });
}
