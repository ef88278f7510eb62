import type { HostSettings } from '../host-settings.ts';
import type { Lack } from '../recipe.ts';
import { suites } from '../recipes/debian.ts';
import { golang, goVersion } from '../recipes/golang.ts';
import { java, javaSuites, maven } from '../recipes/java.ts';
import { node } from '../recipes/node.ts';
import { python, pythonVersion } from '../recipes/python.ts';
import type { Variant } from '../stand-in.ts';
import { isAlpine, minorIn, numberIn } from './tag.ts';

type Languages = Readonly<Record<string, (tag: string, host: HostSettings) => Variant | null>>;

/** Node that a tag without a number means. */
const currentNode = 24;

/** Images of a programming language and what builds with it. */
export const languages: Languages = {
  node: nodeImage,
  python: pythonImage,
  golang: golangImage,
  maven: mavenImage,
  openjdk: openjdkImage,
  'eclipse-temurin': temurinImage,
};

function nodeImage(tag: string, host: HostSettings): Variant | null {
  const major = Math.floor(numberIn(tag) ?? currentNode);
  // What the npm registry has as a binary begins there.
  if (major < 8) return null;
  const flavour = isAlpine(tag) ? 'alpine' : tag.includes('slim') ? 'slim' : 'full';
  return {
    base: node(major, flavour, host),
    builtFrom: `Node.js ${major} of the npm registry and Debian 12`,
    lacks: lacks(tag, true),
  };
}

function pythonImage(tag: string, host: HostSettings): Variant | null {
  if (numberIn(tag) !== null && !tag.startsWith('3')) return null;
  const minor = minorIn(tag);
  const suite = minor !== null && minor <= 11 ? 'bookworm' : 'trixie';
  const version = pythonVersion(suite);
  return {
    base: python(suite, tag.includes('slim') || isAlpine(tag) ? 'slim' : 'full', host),
    builtFrom: `Python ${version} of Debian ${suites[suite]}`,
    lacks: lacks(tag, minor === null || version === `3.${minor}`),
  };
}

function golangImage(tag: string, host: HostSettings): Variant | null {
  const minor = minorIn(tag);
  const suite = minor !== null && minor <= 19 ? 'bookworm' : 'trixie';
  const version = goVersion(suite);
  return {
    base: golang(suite, isAlpine(tag) ? 'alpine' : 'full', host),
    builtFrom: `Go ${version} of Debian ${suites[suite]}`,
    lacks: lacks(tag, minor === null || version === `1.${minor}`),
  };
}

/** Debian has two of Java's versions; a program for an older one runs on the next. */
function javaFor(wanted: number | null): 17 | 21 {
  return wanted === null || wanted > 17 ? 21 : 17;
}

function describeJava(version: number): string {
  return `OpenJDK ${version} of Debian ${suites[javaSuites[version] ?? 'bookworm']}`;
}

function mavenImage(tag: string, host: HostSettings): Variant {
  const wanted = /(?:openjdk|jdk|temurin|corretto|semeru|zulu|graalvm\w*)-?(\d+)/.exec(tag)?.[1];
  const version = javaFor(wanted === undefined ? null : Number(wanted));
  const [described, mavenVersion] = [describeJava(version), version === 17 ? '3.8' : '3.9'];
  return {
    base: maven(version, host),
    builtFrom: `Maven ${mavenVersion} and ${described}`,
    lacks: lacks(tag, (wanted === undefined || Number(wanted) === version) && numberIn(tag) === Number(mavenVersion)),
  };
}

function openjdkImage(tag: string, host: HostSettings): Variant {
  const wanted = numberIn(tag);
  const version = javaFor(wanted);
  const kind = tag.includes('jre') ? 'jre' : 'jdk';
  const slim = tag.includes('slim') || isAlpine(tag);
  const name = `openjdk-${kind}${slim ? '-slim' : ''}`;
  return {
    base: java(version, { name, kind, home: `/usr/local/openjdk-${version}`, tools: slim ? [] : ['curl'] }, host),
    builtFrom: describeJava(version),
    lacks: lacks(tag, wanted === null || wanted === version),
  };
}

function temurinImage(tag: string, host: HostSettings): Variant {
  const wanted = numberIn(tag);
  const version = javaFor(wanted);
  const kind = tag.includes('jre') ? 'jre' : 'jdk';
  const place = { name: `temurin-${kind}`, kind, home: '/opt/java/openjdk', tools: ['curl', 'wget'] } as const;
  return {
    base: java(version, place, host),
    builtFrom: describeJava(version),
    lacks: lacks(tag, wanted === null || wanted === version),
  };
}

function lacks(tag: string, sameVersion: boolean): Lack[] {
  return [
    ...(isAlpine(tag) ? (['apk'] as const) : []),
    'distribution',
    'packages',
    ...(sameVersion ? [] : (['version'] as const)),
  ];
}
