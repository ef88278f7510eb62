import { expect, test } from 'vitest';
import { wantedImage } from '../../runner/pipeline/missing-image.ts';

const images = ['node:6.9-onbuild', 'sixeyed/hollywood', 'wordpress'];

// As BuildKit of Docker 28.5, the classic builder of 20.10 and `docker run` say it.
test.each([
  ['docker.io/library/node:6.9-onbuild: not found', 'node:6.9-onbuild'],
  ['manifest for wordpress:latest not found: manifest unknown: manifest unknown', 'wordpress'],
  ["Unable to find image 'sixeyed/hollywood:latest' locally\nGet https://…: no such host", 'sixeyed/hollywood'],
  ['pull access denied for wordpress, repository does not exist or may require login', 'wordpress'],
])('%s', (output, image) => expect(wantedImage(images, output)).toBe(image));

test.each([
  'docker.io/library/node: pulled\nbash: nosuch: command not found',
  'cp: cannot stat wordpress: No such file or directory',
  'docker.io/acme/wordpress-child:1: not found',
])('another image, or another trouble: %s', (output) => expect(wantedImage(images, output)).toBeNull());
