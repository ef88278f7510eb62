import { expect, test } from 'vitest';
import { byFullName } from '../../runner/pipeline/images.ts';

test('an image that is written in several ways is one image, as it was written first', () => {
  const images = ['web/app', 'ubuntu:20.04', 'web/app:latest', 'docker.io/library/ubuntu:20.04', 'web/app:v2'];
  expect([...byFullName(images).values()]).toEqual(['web/app', 'ubuntu:20.04', 'web/app:v2']);
});
