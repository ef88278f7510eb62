import { generations } from '../../runner/core/engine.ts';
import type { Locale } from '../../runner/core/message.ts';
import { recipeOf } from '../../runner/engine/sandbox/recipe.ts';
import { standInOf } from '../../runner/engine/shelf/catalogue.ts';
import { databases } from '../../runner/engine/shelf/families/databases.ts';
import { diamol } from '../../runner/engine/shelf/families/diamol.ts';
import { languages } from '../../runner/engine/shelf/families/languages.ts';
import { servers } from '../../runner/engine/shelf/families/servers.ts';
import { systems } from '../../runner/engine/shelf/families/systems.ts';
import type { HostSettings } from '../../runner/engine/shelf/host-settings.ts';
import { code, table } from './markdown.ts';

/** What a stand-in is built from does not hang on the machine that builds it. */
const nowhere: HostSettings = { certificates: {}, pip: [], npm: [], go: {}, mavenMirrors: [] };

/** Tags that chapters write, besides none at all. */
const tags: Readonly<Record<string, readonly string[]>> = {
  node: ['16-alpine'],
  python: ['3.9-slim'],
  golang: ['1.17'],
  maven: ['3.8-openjdk-17'],
  openjdk: ['11-jre-slim'],
  debian: ['12'],
};

const words = {
  en: {
    shelf: ['image', 'stand-in built from', 'what it is not'],
    generations: ['engine', 'made from Debian’s', 'packages of Docker'],
    upstream: (base: string) => `Docker’s own; else its Go modules, in the root of ${base}`,
  },
  ko: {
    shelf: ['이미지', '대체 이미지의 재료', '진짜와 다른 점'],
    generations: ['엔진', 'Debian의 배포판', '도커 패키지'],
    upstream: (base: string) => `도커가 내놓은 것. 없으면 ${base}의 루트에 넣은 Go 모듈`,
  },
} as const satisfies Record<Locale, unknown>;

/** What sandboxes and stand-ins are made from. */
export function machinePieces(): readonly (readonly [string, string])[] {
  return (['en', 'ko'] as const).flatMap((locale): readonly (readonly [string, string])[] => [
    [`shelf/${locale}`, table(words[locale].shelf, standIns())],
    [
      `generations/${locale}`,
      table(
        words[locale].generations,
        generations.map((number) => generation(number, locale)),
      ),
    ],
  ]);
}

function standIns(): readonly (readonly string[])[] {
  const repositories = Object.keys({ ...systems, ...servers, ...databases, ...languages, ...diamol });
  const images = repositories.flatMap((name) => [name, ...(tags[name] ?? []).map((tag) => `${name}:${tag}`)]);
  return images.map((image) => {
    const standIn = standInOf(image, nowhere);
    return [code(image), standIn?.builtFrom ?? '', standIn?.lacks.map(code).join(', ') ?? ''];
  });
}

function generation(number: (typeof generations)[number], locale: Locale): readonly string[] {
  const { suite, packages, upstream } = recipeOf(number);
  const debian = packages.filter((name) => name.startsWith('docker')).map(code);
  const docker = upstream ? words[locale].upstream(code(`sandbox:${upstream.base}`)) : debian.join(', ');
  return [code(`sandbox:${number}`), suite, docker];
}
