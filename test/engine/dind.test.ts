import { describe, expect, test } from 'vitest';
import { generations } from '../../runner/core/engine.ts';
import { dindImage } from '../../runner/engine/dind/image.ts';
import { recipeOf } from '../../runner/engine/sandbox/recipe.ts';

const certificate = {
  path: '/usr/local/share/ca-certificates/company.crt',
  text: '-----BEGIN CERTIFICATE-----\nAAAA\n',
};

/** What the one RUN line of the Dockerfile runs. */
function scriptOf(dockerfile: string): string {
  const [, encoded = ''] = /^RUN echo (\S+) \| base64 -d \| sh$/m.exec(dockerfile) ?? [];
  return Buffer.from(encoded, 'base64').toString('utf8');
}

describe.each(generations)('the image for dind:%i', (generation) => {
  test('has the packages of the sandbox, and fails to build with another Docker than it is named after', () => {
    const { reference, dockerfile } = dindImage(generation, null, []);
    const { suite, packages } = recipeOf(generation);
    expect(reference).toMatch(new RegExp(`^tutor-dind:${generation}-[0-9a-f]{12}$`));
    expect(dockerfile).toMatch(new RegExp(`^FROM debian:${suite}-slim\n`));
    const script = scriptOf(dockerfile);
    for (const name of packages) expect(script.split(/\s+/)).toContain(name);
    expect(script).toContain(`grep -q ' version ${generation}\\.'`);
    expect(script).not.toContain('mknod');
    const own = script.indexOf('docker-ce=5:');
    expect(own > 0 && own < script.indexOf('dockerd --version')).toBe(recipeOf(generation).upstream !== undefined);
  });

  test('trusts what this machine trusts', () => {
    const script = scriptOf(dindImage(generation, null, [certificate]).dockerfile);
    expect(script).toContain('-----BEGIN CERTIFICATE-----\nAAAA\n');
    expect(script.indexOf('company.crt')).toBeLessThan(script.indexOf('update-ca-certificates'));
  });

  test('is another one when anything of it changes', () => {
    const images = [dindImage(generation, null, []), dindImage(generation, null, [certificate])];
    images.push(dindImage(generation, 'http://mirror.example/debian', []));
    expect(new Set(images.map(({ reference }) => reference)).size).toBe(3);
    expect(dindImage(generation, null, [])).toEqual(images[0]);
  });
});

test('packages come from the mirror of this machine, unless its address needs certificates that are not there yet', () => {
  const sources = (mirror: string) => scriptOf(dindImage(28, mirror, []).dockerfile).includes(mirror);
  expect(sources('http://mirror.example/debian')).toBe(true);
  expect(sources('https://mirror.example/debian')).toBe(false);
});
