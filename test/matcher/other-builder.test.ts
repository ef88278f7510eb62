import { expect, test } from 'vitest';
import { matchOutput } from '../../runner/matcher/index.ts';

const classic = [
  'Sending build context to Docker daemon  2.048kB',
  'Step 1/2 : FROM alpine',
  ' ---> 28f6e2705743',
  'Step 2/2 : RUN touch /tea',
  ' ---> Running in 7a8a988759d4',
  'Removing intermediate container 7a8a988759d4',
  ' ---> 07573d69536a',
  'Successfully built 07573d69536a',
];
const buildkit = (...steps: readonly string[]) => [
  '[+] Building 0.4s (6/6) FINISHED                                    docker:default',
  ' => [internal] load build definition from Dockerfile                          0.0s',
  ' => [internal] load metadata for docker.io/library/alpine:latest              0.0s',
  ` => [1/${steps.length + 1}] FROM docker.io/library/alpine:latest              0.0s`,
  ...steps.map((step, at) => ` => [${at + 2}/${steps.length + 1}] ${step}       0.3s`),
  ' => exporting to image                                                        0.0s',
];

function reasonOf(...steps: readonly string[]) {
  const actual = buildkit(...steps).join('\n');
  return matchOutput({ command: 'docker build .', expected: classic, actual, bindings: {} }).reason;
}

test('builds in two builders’ logs are held against each other step by step, and one sentence tells the first that differs', () => {
  expect(reasonOf('RUN touch /tea')).toBeNull();
  expect(reasonOf('RUN touch /coffee')).toEqual({
    code: 'build-other-step',
    args: { expected: 'RUN touch /tea', actual: 'RUN touch /coffee' },
  });
  expect(reasonOf()).toMatchObject({ code: 'build-lacks-step', args: { expected: 'RUN touch /tea' } });
  expect(reasonOf('RUN touch /tea', 'RUN true')).toMatchObject({
    code: 'build-further-step',
    args: { actual: 'RUN true' },
  });
});
