import { generations } from '../../runner/core/engine.ts';
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

/** What sandboxes and stand-ins are made from. */
export function machinePieces(): readonly (readonly [string, string])[] {
  return [
    ['shelf', shelf()],
    ['generations', table(['engine', 'made from Debian’s', 'packages of Docker'], generations.map(generation))],
  ];
}

function shelf(): string {
  const repositories = Object.keys({ ...systems, ...servers, ...databases, ...languages, ...diamol });
  const images = repositories.flatMap((name) => [name, ...(tags[name] ?? []).map((tag) => `${name}:${tag}`)]);
  const rows = images.map((image) => {
    const standIn = standInOf(image, nowhere);
    return [code(image), standIn?.builtFrom ?? '', standIn?.lacks.map(code).join(', ') ?? ''];
  });
  return table(['image', 'stand-in built from', 'what it is not'], rows);
}

function generation(number: (typeof generations)[number]): readonly string[] {
  const { suite, packages, upstream } = recipeOf(number);
  const docker = packages.filter((name) => name.startsWith('docker')).map(code);
  const own = upstream
    ? [`Docker’s own; else its Go modules, in the root of ${code(`sandbox:${upstream.base}`)}`]
    : docker;
  return [code(`sandbox:${number}`), suite, own.join(', ')];
}
